import { type Box, type OcrReport, type Run, span } from '../../../document/index.ts'
import { withPlainCharacters } from '../characters.ts'

/** Tesseract's page segmentation mode for these pages: a single column of text, with rows across its full width. */
export const ONE_COLUMN = '4'

/** The resolution for which the engine is made. */
export const DOTS_AN_INCH = 300

/** A word on the picture of a page, in dots from the upper left corner. */
export interface OcrWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Confidence of the engine, 0 to 100. */
  readonly confidence: number
}

/** A line of recognized words. */
export interface OcrLine {
  readonly words: readonly OcrWord[]
  /** Whether the gap above this line is larger than between lines of a paragraph. */
  readonly afterGap: boolean
}

/** What the engine read on the picture of a page. */
export interface RecognizedPage {
  /** 1-based. */
  readonly number: number
  readonly lines: readonly OcrLine[]
  /** The place of a word on the page, in points from the lower left corner. */
  readonly boxOf: (word: OcrWord) => Box
}

/** Rules of tables, which the engine reads as letters. */
const RULE = /^[|¦_]+$/

/** A comma has two fifths of the height of most words, a letter without ascender or descender two thirds. */
const LOWEST = 0.45
const SURE = 90

/** Level of the table's rows that hold a word; the others describe the enclosing blocks and lines. */
const WORD = '5'

/** The lines of a page from the engine's table, from top to bottom. */
export function recognizedLines(table: string): OcrLine[] {
  const pieces = Map.groupBy(rowsOfWords(table), ({ line }) => line)
  const rows = rowsOf(withoutSpecks([...pieces.values()].map(piece => piece.map(({ word }) => word))))
  return rows.map((words, at) => ({ words, afterGap: at > 0 && gapAbove(words, rows[at - 1]!) }))
}

/** The words of a page from the engine's table, in its order. */
export const recognizedWords = (table: string): OcrWord[] => rowsOfWords(table).map(({ word }) => word)

const rowsOfWords = (table: string) => table.split('\n').map(cellsOf).filter(isWord)

function cellsOf(row: string): { kind: string; line: string; word: OcrWord } {
  const [kind = '', page, block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.split('\t')
  const [x, y] = [Number(left), Number(top)]
  const box = { left: x, top: y, right: x + Number(width), bottom: y + Number(height) }
  return {
    kind,
    line: [page, block, paragraph, line].join(' '),
    word: { text: withPlainCharacters(text.trim()), ...box, confidence: Number(confidence) },
  }
}

const isWord = ({ kind, word: { text } }: ReturnType<typeof cellsOf>): boolean =>
  kind === WORD && text !== '' && !RULE.test(text)

/**
 * Drops dust, and commas that the engine split from their word and read as words of their own ("cause El", "prednisone
 * 3").
 */
function withoutSpecks(pieces: readonly (readonly OcrWord[])[]): OcrWord[][] {
  const heights = pieces
    .flat()
    .map(height)
    .sort((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 0
  const isSpeck = (word: OcrWord): boolean =>
    height(word) < usual * LOWEST && word.confidence < SURE && /[^\W_]/.test(word.text)
  return pieces.map(piece => piece.filter(word => !isSpeck(word))).filter(piece => piece.length > 0)
}

/**
 * The engine ends a line at the end of a table cell; this joins what is side by side on the page into one row again.
 */
function rowsOf(pieces: readonly (readonly OcrWord[])[]): OcrWord[][] {
  const rows: OcrWord[][] = []
  for (const piece of pieces.toSorted((a, b) => a[0]!.left - b[0]!.left)) {
    const row = rows.find(words => continues(words.at(-1)!, piece[0]!))
    if (row) row.push(...piece)
    else rows.push([...piece])
  }
  return rows.sort((a, b) => middle(a[0]!) - middle(b[0]!))
}

const continues = (before: OcrWord, next: OcrWord): boolean =>
  next.left >= before.right &&
  Math.min(before.bottom, next.bottom) - Math.max(before.top, next.top) > Math.min(height(before), height(next)) / 2

const height = (word: OcrWord): number => word.bottom - word.top
const middle = (word: OcrWord): number => (word.top + word.bottom) / 2

/** Lines of a paragraph are at most 1.7 times the height of their tallest word apart, paragraphs about twice as far. */
function gapAbove(words: readonly OcrWord[], above: readonly OcrWord[]): boolean {
  const tallest = Math.max(...words.map(height), ...above.map(height))
  return middle(words[0]!) - middle(above[0]!) > 2.2 * tallest
}

/** Adds the lines of a page to the text, with one run per word. */
export function appendRecognized(before: string, { number, lines, boxOf }: RecognizedPage, runs: Run[]): string {
  let text = before
  for (const { words, afterGap } of lines) {
    if (afterGap) text += '\n'
    for (const [at, word] of words.entries()) {
      if (at > 0) text += ' '
      runs.push({ ...span(text.length, text.length + word.text.length), page: number, box: boxOf(word), bold: false })
      text += word.text
    }
    text += '\n'
  }
  return text
}

/** The report on recognized pages; confidence is weighted by the length of words. */
export function recognitionOf({ engine }: { readonly engine: string }, pages: readonly RecognizedPage[]): OcrReport {
  const words = pages.flatMap(({ lines }) => lines.flatMap(line => line.words))
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return {
    engine,
    pages: pages.map(({ number }) => number),
    confidence: letters === 0 ? 0 : Math.round(sure / letters) / 100,
  }
}
