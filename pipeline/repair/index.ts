import { type FoldedText, type Found, mapFound, matchesOf, type Span, span } from '../../document/index.ts'
import { downward, type Patch, patched, type Replacement, upward } from './patches.ts'
import { oddWords, type Spelling, spellingOf } from './spelling.ts'
import { checkedWords } from './unknown-words.ts'
import { changedWordings } from './wordings.ts'

/**
 * A view of a text in which damaged words are mended so that they can be found: "lumbaf strain" reads "lumbar strain",
 * "ther apy" reads "therapy". The text itself stays as it was written, and so do values taken from it verbatim.
 */
export interface Mended {
  readonly written: string
  readonly text: string
  /** What was mended, layer upon layer: fixed wordings, then words. */
  readonly layers: readonly (readonly Patch[])[]
}

/** The view of a text in which nothing needs mending. */
export const unharmed = (text: string): Mended => ({ written: text, text, layers: [] })

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
 * Mends a text in which many words are unknown: fixed wordings, then words that are one character, or one space, away
 * from a single likely word.
 */
export function mend(written: string): Mended {
  if (written.length > LONGEST) return unharmed(written)
  const { count, unknown } = checkedWords(written)
  const share = oddWords(unknown.map(({ start, end }) => written.slice(start, end))).length / count
  if (!(share >= LEAST_UNKNOWN && share <= MOST_UNKNOWN)) return unharmed(written)
  const spelling = spellingOf(written.match(WORD)!)
  if (share < MANY_UNKNOWN && spelling.repairable() / count < LEAST_REPAIRABLE) return unharmed(written)
  const mended = over(unharmed(written), changedWordings(written))
  return over(mended, changedWords(mended.text, spelling))
}

const views = new WeakMap<FoldedText, Mended>()

/** The mended view of a letter, kept because several stages ask for it. */
export function mendedOf(letter: FoldedText): Mended {
  const view = views.get(letter) ?? mend(letter.text)
  views.set(letter, view)
  return view
}

function over(below: Mended, changes: readonly Replacement[]): Mended {
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
    const says = joined ?? spelling.mend(word.says, words[at - 1]?.says ?? '', next?.says ?? '')
    if (says !== null && says !== word.says)
      changes.push({ ...span(word.start, joined === null ? word.end : next!.end), says })
    if (joined !== null) at++
  }
  return changes
}

/** The offset in the mended text of an offset in the written text. */
export const toMended = ({ layers }: Mended, offset: number): number => layers.reduce(upward, offset)

/** A part of a letter as mended text. */
export function mendedIn(letter: FoldedText, { start, end }: Span): string {
  const view = mendedOf(letter)
  return view.text.slice(toMended(view, start), toMended(view, end))
}

/** The range of the written text that a range of the mended text stands for; a mended word is covered as a whole. */
export const toWritten = ({ layers }: Mended, range: Span): Span => layers.reduceRight(downward, range)

/** A draft read from the mended text, with offsets in the written text; verbatim values get the words as written. */
export const unmended = <T>(mended: Mended, draft: T): T =>
  mended.layers.length === 0 ? draft : mapFound(draft, value => unmendedValue(mended, value))

function unmendedValue(mended: Mended, value: Found<string | number | boolean>): unknown {
  const spans = value.spans.map(range => toWritten(mended, range))
  if (!value.verbatim) return { ...value, spans }
  return { ...value, spans, value: spans.map(({ start, end }) => mended.written.slice(start, end)).join(' ') }
}
