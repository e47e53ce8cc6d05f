import { type Found, mapFound, type Span, span } from '../../document/index.ts'
import { FIXED_PHRASES } from './fixed-phrases.ts'
import { type Spelling, spellingOf } from './spelling.ts'

/**
 * A view of a text in which damaged words are whole, for those who look for words: "lumbaf strain" reads "lumbar
 * strain", "ther apy" reads "therapy". The text stays as it was written, and so does what is taken from it word by word.
 */
export interface Mended {
  readonly written: string
  readonly text: string
  /** What was mended, one layer upon the other: words, then fixed phrases. */
  readonly layers: readonly (readonly Patch[])[]
}

/** A part of the text below, and what is read instead. */
interface Patch extends Span {
  readonly says: string
  /** Where it stands in the mended text. */
  readonly at: number
}

type Change = Omit<Patch, 'at'>

/** The view of a text in which nothing is mended. */
export const unharmed = (text: string): Mended => ({ written: text, text, layers: [] })

/** Of a sound letter less than this share of words is unknown, of one with a damaged sign in a hundred twice as many. */
const LEAST_UNKNOWN = 0.02

/** Beyond this share a text is no damaged English. */
const MOST_UNKNOWN = 0.3

/**
 * Mends a text in which many words are unknown: those that are one sign, or one blank, away from a single likely word,
 * then fixed phrases.
 */
export function mend(written: string): Mended {
  const words = wordsOf(written)
  const spelling = spellingOf(words.map(({ says }) => says))
  const share = spelling.unknown / words.length
  if (!(share >= LEAST_UNKNOWN && share <= MOST_UNKNOWN)) return unharmed(written)
  const mended = over(unharmed(written), changedWords(written, words, spelling))
  return over(mended, changedPhrases(mended.text))
}

function over(below: Mended, changes: readonly Change[]): Mended {
  if (changes.length === 0) return below
  const { text, patches } = patched(below.text, changes)
  return { ...below, text, layers: [...below.layers, patches] }
}

const wordsOf = (text: string): Change[] =>
  Array.from(text.matchAll(/[A-Za-z0-9|!]+/g), ({ 0: says, index }) => ({ says, ...span(index, index + says.length) }))

function changedWords(text: string, words: readonly Change[], spelling: Spelling): Change[] {
  const changes: Change[] = []
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at]!, words[at + 1]]
    const joined = next && text.slice(word.end, next.start) === ' ' ? spelling.join(word.says, next.says) : null
    const says = joined ?? spelling.mend(word.says)
    if (says !== null) changes.push({ ...span(word.start, joined === null ? word.end : next!.end), says })
    if (joined !== null) at++
  }
  return changes
}

const changedPhrases = (text: string): Change[] =>
  FIXED_PHRASES.flatMap(([loose, says]) =>
    Array.from(text.matchAll(loose))
      .filter(match => match[0] !== says)
      .map(match => ({ ...span(match.index, match.index + match[0].length), says })),
  )
    .sort((a, b) => a.start - b.start)
    .filter((change, at, all) => at === 0 || change.start >= all[at - 1]!.end)

function patched(text: string, changes: readonly Change[]): { text: string; patches: Patch[] } {
  const pieces: string[] = []
  const patches: Patch[] = []
  let [from, length] = [0, 0]
  for (const change of changes) {
    const at = length + change.start - from
    pieces.push(text.slice(from, change.start), change.says)
    patches.push({ ...change, at })
    from = change.end
    length = at + change.says.length
  }
  return { text: pieces.join('') + text.slice(from), patches }
}

/** Where an offset of the written text lies in the mended one. */
export const toMended = ({ layers }: Mended, offset: number): number => layers.reduce(upward, offset)

function upward(offset: number, patches: readonly Patch[]): number {
  const patch = patches.findLast(({ start }) => start < offset)
  if (!patch) return offset
  return offset < patch.end ? patch.at : patch.at + patch.says.length + offset - patch.end
}

/** The part of the written text that a range of the mended one stands for: of what was mended all of it. */
const toWritten = ({ layers }: Mended, range: Span): Span => layers.reduceRight(downward, range)

function downward({ start, end }: Span, patches: readonly Patch[]): Span {
  const first = patches.findLast(({ at }) => at <= start)
  const last = patches.findLast(({ at }) => at < end)
  return span(
    first && start < first.at + first.says.length ? first.start : behind(first, start),
    last && end < last.at + last.says.length ? last.end : behind(last, end),
  )
}

const behind = (patch: Patch | undefined, offset: number): number =>
  patch ? patch.end + offset - patch.at - patch.says.length : offset

/** A draft read from the mended text, counted in the written one; words taken as they stand are as they were written. */
export const unmended = <T>(mended: Mended, draft: T): T =>
  mended.layers.length === 0 ? draft : mapFound(draft, value => unmendedValue(mended, value))

function unmendedValue(mended: Mended, value: Found<string | number | boolean>): unknown {
  const spans = value.spans.map(range => toWritten(mended, range))
  if (!value.verbatim) return { ...value, spans }
  return { ...value, spans, value: spans.map(({ start, end }) => mended.written.slice(start, end)).join(' ') }
}
