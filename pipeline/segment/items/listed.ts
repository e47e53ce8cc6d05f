import {
  type FoldedText,
  type ItemSpans,
  type PlacedMessage,
  type Span,
  span,
  trimmed,
} from '../../../document/index.ts'
import { LevenshteinDistance } from '../../../terminology/index.ts'
import type { ListedItems } from '../forms/form.ts'
import { placesOfAny } from '../places.ts'
import { type ItemLabel, type ItemParts, labelsOf, partsOf } from './labels.ts'
import { type ItemOutcome, outcomeIn } from './outcomes.ts'

/** A place at which an item is named, and the number before it, if there is one. */
interface Naming {
  readonly number: number | null
  readonly name: Span
}

interface ListedName extends Naming {
  readonly outcome: ItemOutcome
}

/** The part of the letter that is about one item. */
interface Discussed extends Naming {
  readonly parts: ItemParts
}

const NO_PARTS: ItemParts = { claimsAdministrator: null, reviewer: null, rationale: null }

/** Items stand in a list, often printed twice, and are discussed further down under their names: each counts once. */
export function listedItems(letter: FoldedText, grammar: ListedItems, end: number): ItemSpans[] {
  const discussions = discussionsOf(letter, grammar, end)
  return listOf(letter, grammar).map((item): ItemSpans => {
    const { decision, ...outcome } = item.outcome
    const own = discussions.find(discussed => isSame(letter.text, discussed, item))
    return { heading: item.name, outcome, decision, ...(own?.parts ?? NO_PARTS) }
  })
}

/** The items of all lists, doubles left out. */
function listOf(letter: FoldedText, grammar: ListedItems): ListedName[] {
  const all = printed(letter, grammar)
  return all.filter((item, at) => !all.slice(0, at).some(before => isSame(letter.text, before, item)))
}

/** Lists that say different things of one item: the first counts, and a reader should look. */
export function listFaults(letter: FoldedText, grammar: ListedItems): PlacedMessage[] {
  const all = printed(letter, grammar)
  return listOf(letter, grammar).flatMap((item, at): PlacedMessage[] => {
    const others = all.filter(one => isSame(letter.text, one, item))
    if (others.every(({ outcome }) => outcome.decision === item.outcome.decision)) return []
    const reason = 'the letter lists this item with different outcomes'
    return [{ code: 'item/contradiction', severity: 'warning', pointer: `/disputedItems/${at}/decision`, reason }]
  })
}

/** Every listed item as often as it is printed. */
function printed(letter: FoldedText, grammar: ListedItems): ListedName[] {
  const openings = openingsOf(letter, grammar.opens)
  return openings.flatMap(({ number, end }, at): ListedName[] => {
    const outcome = outcomeIn(letter, grammar.outcomes, span(end, openings[at + 1]?.start ?? letter.text.length))
    const name = trimmed(letter.text, span(end, outcome?.start ?? end))
    return outcome && name.end > name.start ? [{ number, name, outcome }] : []
  })
}

function discussionsOf(letter: FoldedText, grammar: ListedItems, end: number): Discussed[] {
  const openings = openingsOf(letter, grammar.reopens)
  return openings.map(({ number, end: from }, at): Discussed => {
    const until = openings[at + 1]?.start ?? Math.max(from, end)
    const labels = labelsOf(letter, grammar.labels, span(from, until))
    return { number, name: nameBefore(letter.text, from, labels[0]), parts: partsOf(letter.text, labels, until) }
  })
}

/** No letter seen has more than 21 items; it bounds what a hostile one can ask for. */
const MOST_ITEMS = 400

/** "2) Regarding the request for": from the number on. */
function openingsOf(letter: FoldedText, phrases: readonly string[]): (Span & { number: number | null })[] {
  const places = placesOfAny(letter, phrases).slice(0, MOST_ITEMS)
  return places.map(({ start, end }) => {
    const number = /(\d{1,2})[.)] ?$/.exec(letter.text.slice(Math.max(0, start - 6), start))
    return { number: number && Number(number[1]), start: start - (number?.[0].length ?? 0), end }
  })
}

/** What stands between the opening and the first label, without its colon; without a label, up to a colon. */
function nameBefore(text: string, from: number, label: ItemLabel | undefined): Span {
  const colon = text.indexOf(':', from)
  const range = trimmed(text, span(from, label?.start ?? (colon < 0 ? from : colon)))
  return text[range.end - 1] === ':' ? trimmed(text, span(range.start, range.end - 1)) : range
}

/** The same words; or, unless their numbers tell them apart, nearly the same, as bad copies damage them. */
function isSame(text: string, one: Naming, other: Naming): boolean {
  const [a, b] = [bareName(text, one.name), bareName(text, other.name)]
  if (a === b) return true
  const numbers = new Set([one.number, other.number])
  const mayBe = numbers.size === 1 ? !numbers.has(null) : numbers.has(null)
  const longest = Math.max(a.length, b.length)
  return mayBe && longest <= LONGEST_NAME && LevenshteinDistance(a, b) <= longest / 8
}

/** Longer names are compared as they stand. */
const LONGEST_NAME = 400

const bareName = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
