import type { FoldedLine, FoldedText, Run, SourceDocument, Span } from '../../document/index.ts'
import { hyphensOf } from './hyphens.ts'
import { runningHeads } from './running-heads.ts'
import type { SourceLine } from './source-line.ts'

const isEmpty = (line: string): boolean => line.trim() === ''

/** Joins the lines of a letter into one readable string with a way back. */
export function fold(source: SourceDocument): FoldedText {
  const lines = linesOf(source)
  const heads = runningHeads(lines)
  const { start, end } = source.part ?? { start: 0, end: source.text.length }
  const writer = new FoldWriter(hyphensOf(source.text.slice(start, end)))
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
  return runs.find(run => run.start >= line.start && run.start < line.end)?.bold ?? false
}

/** A hyphen at a line's end that shows only there. */
const SOFT_HYPHEN = '\u00ad'

/** How much of a line, and of the next, decides how the two are joined. */
const TAIL = 40
const LOOK = 80

/**
 * The units are kept apart until the end: looking at the end of a growing string makes V8 copy it each time, which took
 * 40 s on half a megabyte of full stops.
 */
class FoldWriter {
  readonly #units: string[] = []
  readonly #origins: number[] = []
  readonly #lines: FoldedLine[] = []
  readonly #cuts: number[] = []
  readonly #hyphens: ReturnType<typeof hyphensOf>

  constructor(hyphens: ReturnType<typeof hyphensOf>) {
    this.#hyphens = hyphens
  }

  cut(): void {
    if (this.#units.length > 0 && this.#cuts.at(-1) !== this.#units.length) this.#cuts.push(this.#units.length)
  }

  line({ text, start: origin }: SourceLine, looks: Omit<FoldedLine, keyof Span>): void {
    let at = text.search(/\S/)
    this.#join(text.slice(at, at + LOOK), this.#origins.at(-1)! + 1, true)
    const start = this.#units.length
    for (; at < text.length; at++) {
      if (!isSpace(text[at]!)) this.#push(text[at]!, origin + at)
      else if (!isSpace(text[at - 1]!)) this.#gap(text, at, origin)
    }
    this.#lines.push({ start, end: this.#units.length, ...looks })
  }

  finish(): FoldedText {
    return {
      text: this.#units.join(''),
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

  #push(character: string, origin: number): void {
    this.#units.push(character)
    this.#origins.push(origin)
  }

  /** Fills a gap: with a space, with nothing, or with nothing in place of a hyphen. */
  #join(next: string, origin: number, atLineEnd: boolean): void {
    const last = this.#units.at(-1)
    if (last === undefined) return
    if (last === SOFT_HYPHEN) this.#dropHyphen()
    else if (last === '-' || last === '/') this.#joinAfterMark(last, next, origin, atLineEnd)
    else this.#push(' ', origin)
  }

  #joinAfterMark(character: string, next: string, origin: number, atLineEnd: boolean): void {
    const before = this.#units.slice(-TAIL).join('')
    const hyphen =
      character === '-' && WORD_BEFORE.test(before) && WORD.test(next) && this.#hyphens(before, next, atLineEnd)
    if (hyphen === 'break') this.#dropHyphen()
    else if (hyphen !== 'part' && !joinsTightly(before, next, atLineEnd)) this.#push(' ', origin)
  }

  /**
   * The hyphen is not part of the value, so it is not part of its evidence. A page that begins after it begins here.
   */
  #dropHyphen(): void {
    this.#units.pop()
    this.#origins.pop()
    if (this.#cuts.at(-1) === this.#units.length + 1) this.#cuts.pop()
    this.cut()
  }
}

const isSpace = (character: string): boolean => /\s/.test(character)

const WORD = /^[\p{L}\d]/u
const WORD_BEFORE = /[\p{L}\d][-/]$/u

/** "10/10/" + "2016" in any gap; "wrist/" + "hand" at a line end only. */
const joinsTightly = (before: string, next: string, atLineEnd: boolean): boolean =>
  atLineEnd && before.endsWith('/')
    ? (WORD_BEFORE.test(before) || before.endsWith('://')) && WORD.test(next)
    : /\d[-/]$/.test(before) && /^\d/.test(next)
