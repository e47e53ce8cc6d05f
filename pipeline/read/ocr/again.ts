import type { OcrLine, OcrWord } from './lines.ts'

/**
 * A second look at words the engine was unsure of. At one size it sees characters that are not there ("EMG/NCYV",
 * "20186," for "2016,") or confuses two, and at another size it does not. So lines with a doubtful word are read again
 * at a smaller size, and the second reading of a word replaces the first if the engine is clearly surer of it. A larger
 * size was tried and helps less.
 */
export const SMALLER = 3 / 4

/** Words below this confidence are read again: one in a hundred on a clean page, and half of all that are wrong. */
const DOUBTFUL = 90
/** The confidence that a second reading must reach, and by how much it must exceed the first. */
const [SURE, SURER] = [77, 8]

/** A full-width strip of a page, in dots from the upper edge. */
export interface Strip {
  readonly top: number
  readonly bottom: number
}

/** White around a line, so that no character is clipped; the next line is farther away. */
const MARGIN = 6

/** The lines with a doubtful word, from top to bottom. */
export const doubtfulStrips = (lines: readonly OcrLine[]): Strip[] =>
  lines
    .filter(({ words }) => words.some(isDoubtful))
    .map(({ words }) => ({
      top: Math.max(0, Math.min(...words.map(word => word.top)) - MARGIN),
      bottom: Math.max(...words.map(word => word.bottom)) + MARGIN,
    }))

/** Whether a word should be read again. */
export const isDoubtful = ({ confidence }: OcrWord): boolean => confidence < DOUBTFUL

/** White between strips, and its height in dots after scaling. */
const GAP = 40
/** Height of a scaled strip with its gap, in dots. */
export const rowsOf = ({ top, bottom }: Strip): number => Math.ceil((bottom - top) * SMALLER) + GAP

/** Words read on the stacked strips, moved back to their place on the page. */
export function placedWords(words: readonly OcrWord[], strips: readonly Strip[]): OcrWord[] {
  let above = 0
  return strips.flatMap(strip => {
    const start = above
    above += rowsOf(strip)
    const inStrip = words.filter(({ top, bottom }) => (top + bottom) / 2 >= start && (top + bottom) / 2 < above)
    const y = (row: number): number => strip.top + (row - start) / SMALLER
    return inStrip.map(word => ({
      ...word,
      left: word.left / SMALLER,
      right: word.right / SMALLER,
      top: y(word.top),
      bottom: y(word.bottom),
    }))
  })
}

/** The words of the page, with those replaced that the second look read clearly. */
export const settled = (lines: readonly OcrLine[], again: readonly OcrWord[]): OcrLine[] =>
  lines.map(line => ({ ...line, words: line.words.map(word => (isDoubtful(word) ? settledWord(word, again) : word)) }))

function settledWord(word: OcrWord, again: readonly OcrWord[]): OcrWord {
  const other = again.find(one => isSamePlace(word, one))
  return other && other.confidence >= SURE && other.confidence >= word.confidence + SURER
    ? { ...word, text: other.text, confidence: other.confidence }
    : word
}

/** Whether two words cover the same place, give or take a few dots at the edges. */
const isSamePlace = (one: OcrWord, other: OcrWord): boolean =>
  overlap(one.left, one.right, other.left, other.right) > 0.7 &&
  overlap(one.top, one.bottom, other.top, other.bottom) > 0.5

/** Intersection over union of two ranges. */
const overlap = (start: number, end: number, otherStart: number, otherEnd: number): number =>
  (Math.min(end, otherEnd) - Math.max(start, otherStart)) / (Math.max(end, otherEnd) - Math.min(start, otherStart))
