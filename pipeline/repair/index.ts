import { type FoldedText, type Found, mapFound, matchesOf, type Span, span } from '../../document/index.ts'
import { downward, type Patch, patched, type Replacement, upward } from './patches.ts'
import { oddWords, type Spelling, spellingOf } from './spelling.ts'
import { checkedWords } from './unknown-words.ts'
import { changedWordings } from './wordings.ts'

/**
 * A view of a text in which damaged words are repaired so that they can be found: "lumbaf strain" reads "lumbar strain",
 * "ther apy" reads "therapy". The text itself stays as it was written, and so do values taken from it verbatim.
 */
export interface RepairedText {
  readonly original: string
  readonly text: string
  /** What was repaired, layer upon layer: fixed wordings, then words. */
  readonly layers: readonly (readonly Patch[])[]
}

/** The view of a text in which nothing needs repair. */
export const unrepaired = (text: string): RepairedText => ({ original: text, text, layers: [] })

/** At most 0.7 % of the words of sound letters are unknown; with one character in 200 damaged it is 1 % or more. */
const LEAST_UNKNOWN = 0.008

/** A letter with many rare names has unknown words too. Only repairable ones show that it is damaged. */
const LEAST_REPAIRABLE = 0.005
/** No sound letter has this many, repairable or not. */
const MANY_UNKNOWN = 0.025

/** Above this share a text is not damaged English but something else. */
const MOST_UNKNOWN = 0.3

/** Longer than any letter; it limits the work on hostile input. */
const LONGEST = 100_000

/**
 * Repairs a text in which many words are unknown: fixed wordings, then words that are one character, or one space, away
 * from a single likely word.
 */
export function repair(original: string): RepairedText {
  if (original.length > LONGEST) return unrepaired(original)
  const { count, unknown } = checkedWords(original)
  const share = oddWords(unknown.map(({ start, end }) => original.slice(start, end))).length / count
  if (!(share >= LEAST_UNKNOWN && share <= MOST_UNKNOWN)) return unrepaired(original)
  const spelling = spellingOf(original.match(WORD)!)
  if (share < MANY_UNKNOWN && spelling.repairable() / count < LEAST_REPAIRABLE) return unrepaired(original)
  const repaired = over(unrepaired(original), changedWordings(original))
  return over(repaired, changedWords(repaired.text, spelling))
}

const views = new WeakMap<FoldedText, RepairedText>()

/** The repaired view of a letter, kept because several stages ask for it. */
export function repairedTextOf(letter: FoldedText): RepairedText {
  const view = views.get(letter) ?? repair(letter.text)
  views.set(letter, view)
  return view
}

function over(below: RepairedText, changes: readonly Replacement[]): RepairedText {
  if (changes.length === 0) return below
  const { text, patches } = patched(below.text, changes)
  return { ...below, text, layers: [...below.layers, patches] }
}

/** As `checkedWords` has them. */
const WORD = /[A-Za-z0-9|!]+/g

const wordsOf = (text: string): Replacement[] =>
  matchesOf(text, WORD).map(({ 0: says, index }) => ({ says, ...span(index, index + says.length) }))

function changedWords(text: string, spelling: Spelling): Replacement[] {
  const words = wordsOf(text)
  const changes: Replacement[] = []
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at]!, words[at + 1]]
    const joined = next && text.slice(word.end, next.start) === ' ' ? spelling.join(word.says, next.says) : null
    const says = joined ?? spelling.repair(word.says, words[at - 1]?.says ?? '', next?.says ?? '')
    if (says !== null && says !== word.says)
      changes.push({ ...span(word.start, joined === null ? word.end : next!.end), says })
    if (joined !== null) at++
  }
  return changes
}

/** The offset in the repaired text of an offset in the original text. */
export const toRepaired = ({ layers }: RepairedText, offset: number): number => layers.reduce(upward, offset)

/** A part of a letter as repaired text. */
export function repairedTextIn(letter: FoldedText, { start, end }: Span): string {
  const view = repairedTextOf(letter)
  return view.text.slice(toRepaired(view, start), toRepaired(view, end))
}

/** The range of the original text that a range of the repaired text stands for; a repaired word is covered as a whole. */
export const toOriginal = ({ layers }: RepairedText, range: Span): Span => layers.reduceRight(downward, range)

/** A draft read from the repaired text, with offsets in the original text; verbatim values get the words as written. */
export const draftInOriginal = <T>(repaired: RepairedText, draft: T): T =>
  repaired.layers.length === 0 ? draft : mapFound(draft, value => valueInOriginal(repaired, value))

function valueInOriginal(repaired: RepairedText, value: Found<string | number | boolean>): unknown {
  const spans = value.spans.map(range => toOriginal(repaired, range))
  if (!value.verbatim) return { ...value, spans }
  return { ...value, spans, value: spans.map(({ start, end }) => repaired.original.slice(start, end)).join(' ') }
}
