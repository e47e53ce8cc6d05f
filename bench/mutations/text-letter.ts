import type { CaseRecord, Span } from '../../document/index.ts'
import type { Chance } from './chance.ts'

/** A letter as text, with what was read of it. */
export interface TextLetter {
  readonly text: string
  readonly record: CaseRecord
}

/** A kind of change to the text of a letter; null where this letter cannot have it. */
export interface TextMutation {
  readonly name: string
  readonly mutate: (letter: TextLetter, chance: Chance, others: readonly TextLetter[]) => string | null
}

/** One of them by chance; undefined if there are none. */
export const pick = <T>(from: readonly T[], chance: Chance): T | undefined => from[Math.floor(chance() * from.length)]

/** The text with other words at a place. */
export const put = (text: string, { start, end }: Span, words: string): string =>
  text.slice(0, start) + words + text.slice(end)

/** Where a value stands, from its first word to its last. */
export function placeOf({ record }: TextLetter, pointer: string): Span | null {
  const places = record.evidence[pointer] ?? []
  if (places.length === 0) return null
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) }
}

/** The places of the parts of one item, by chance. */
export function itemOf(letter: TextLetter, chance: Chance, fits: (at: number, count: number) => boolean = () => true) {
  const all = letter.record.disputedItems.map((_, at) => at).filter(at => fits(at, letter.record.disputedItems.length))
  const at = pick(all, chance)
  if (at === undefined) return null
  const [name, decision, rationale] = (['text', 'decision', 'rationale'] as const).map(part =>
    placeOf(letter, `/disputedItems/${at}/${part}`),
  )
  return name && decision && rationale && name.end <= rationale.start
    ? { at, name, decision, rationale, whole: { start: name.start, end: rationale.end } }
    : null
}

/** Whether an item is the last of its letter. */
export const isLast = (at: number, count: number): boolean => at === count - 1
