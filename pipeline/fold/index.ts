import {
  type FoldedLine,
  type FoldedText,
  lowerBound,
  matchesOf,
  type Run,
  type SourceDocument,
  type Span,
} from '../../document/index.ts'
import { hyphensOf } from './hyphens.ts'
import { runningHeads } from './running-heads.ts'
import type { SourceLine } from './source-line.ts'

const isEmpty = (line: string): boolean => line.trim() === ''

/** Joins the lines of a letter into one readable string with a way back. */
export function fold(source: SourceDocument): FoldedText {
  const lines = linesOf(source)
  const heads = runningHeads(lines)
  const { start, end } = source.part ?? { start: 0, end: source.text.length }
  const writer = new FoldWriter(end - start, hyphensOf(source.text.slice(start, end)))
  let page = 0
  let apart = false
  for (const line of lines) {
    if (isEmpty(line.text)) apart = true
    else if (heads.has(line)) writer.cut()
    else {
      if (line.page !== page) writer.cut()
      writer.line(line, { bold: weightAt(source.runs, line), apart: apart && line.page === page })
      page = line.page
      apart = false
    }
  }
  return writer.finish()
}

function linesOf(source: SourceDocument): SourceLine[] {
  return source.pages.flatMap((page, index) => {
    const lines: SourceLine[] = []
    for (let start = page.start; start < page.end; ) {
      const feed = source.text.indexOf('\n', start)
      const end = feed < 0 || feed >= page.end ? page.end : feed
      lines.push({ start, end, text: source.text.slice(start, end), page: index })
      start = end + 1
    }
    return lines
  })
}

function weightAt(runs: readonly Run[], line: SourceLine): boolean | null {
  if (runs.length === 0) return null
  const first = runs[lowerBound(runs.length, at => runs[at]!.start < line.start)]
  return first !== undefined && first.start < line.end && first.bold
}

/** Words with nothing to decide between them: single spaces that no hyphen or slash precedes. */
const UNBROKEN = /\S+(?:(?<![-/\u00ad]) (?=\S)\S+)*/g

/** A hyphen at a line's end that shows only there. */
const SOFT_HYPHEN = '\u00ad'

/** How much of a line, and of the next, decides how the two are joined. */
const TAIL = 40
const LOOK = 80

/**
 * The pieces are kept apart until the end: looking at the end of a growing string makes V8 copy it each time, which took
 * 40 s on half a megabyte of full stops.
 */
class FoldWriter {
  /** Words and the spaces between them. Whenever two words are joined, the first ends the last piece. */
  readonly #pieces: string[] = []
  /** Of all units in the pieces. Made at once, since growing bit by bit takes four times the memory. */
  readonly #origins: number[]
  /** How many units there are so far. */
  #length = 0
  readonly #lines: FoldedLine[] = []
  readonly #cuts: number[] = []
  readonly #hyphens: ReturnType<typeof hyphensOf>

  /** For a text of at most `size` units. */
  constructor(size: number, hyphens: ReturnType<typeof hyphensOf>) {
    this.#origins = new Array(size)
    this.#hyphens = hyphens
  }

  cut(): void {
    if (this.#length > 0 && this.#cuts.at(-1) !== this.#length) this.#cuts.push(this.#length)
  }

  line({ text, start: origin }: SourceLine, looks: Omit<FoldedLine, keyof Span>): void {
    let [start, end] = [0, 0]
    for (const { 0: word, index } of matchesOf(text, UNBROKEN)) {
      if (end > 0) this.#gap(text, end, origin)
      else {
        this.#join(text.slice(index, index + LOOK), this.#origins[this.#length - 1]! + 1, true)
        start = this.#length
      }
      this.#push(word, origin + index)
      end = index + word.length
    }
    this.#lines.push({ start, end: this.#length, ...looks })
  }

  finish(): FoldedText {
    this.#origins.length = this.#length
    return {
      text: this.#pieces.join(''),
      origins: this.#origins,
      lines: this.#lines,
      cuts: this.#cuts,
    }
  }

  /** Spaces within a line; those at its end belong to the line end. */
  #gap(line: string, at: number, origin: number): void {
    const next = line.slice(at, at + LOOK).trimStart()
    if (next !== '') this.#join(next, origin + at, false)
  }

  #push(piece: string, origin: number): void {
    this.#pieces.push(piece)
    for (let at = 0; at < piece.length; at++) this.#origins[this.#length++] = origin + at
  }

  /** Fills a gap: with a space, with nothing, or with nothing in place of a hyphen. */
  #join(next: string, origin: number, atLineEnd: boolean): void {
    const last = this.#pieces.at(-1)?.at(-1)
    if (last === undefined) return
    if (last === SOFT_HYPHEN) this.#dropHyphen()
    else if (last === '-' || last === '/') this.#joinAfterMark(last, next, origin, atLineEnd)
    else this.#push(' ', origin)
  }

  #joinAfterMark(character: string, next: string, origin: number, atLineEnd: boolean): void {
    const before = this.#tail()
    const hyphen =
      character === '-' && WORD_BEFORE.test(before) && WORD.test(next) && this.#hyphens(before, next, atLineEnd)
    if (hyphen === 'break') this.#dropHyphen()
    else if (hyphen !== 'part' && !joinsTightly(before, next, atLineEnd)) this.#push(' ', origin)
  }

  /** The last characters so far. */
  #tail(): string {
    let tail = ''
    for (let at = this.#pieces.length - 1; at >= 0 && tail.length < TAIL; at--) tail = this.#pieces[at] + tail
    return tail.slice(-TAIL)
  }

  /**
   * The hyphen is not part of the value, so it is not part of its evidence. A page that begins after it begins here.
   */
  #dropHyphen(): void {
    this.#pieces.push(this.#pieces.pop()!.slice(0, -1))
    this.#length--
    if (this.#cuts.at(-1) === this.#length + 1) this.#cuts.pop()
    this.cut()
  }
}

const WORD = /^[\p{L}\d]/u
const WORD_BEFORE = /[\p{L}\d][-/]$/u

/** "10/10/" + "2016" in any gap; "wrist/" + "hand" at a line end only. */
const joinsTightly = (before: string, next: string, atLineEnd: boolean): boolean =>
  atLineEnd && before.endsWith('/')
    ? (WORD_BEFORE.test(before) || before.endsWith('://')) && WORD.test(next)
    : /\d[-/]$/.test(before) && /^\d/.test(next)
