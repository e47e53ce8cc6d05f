import type { FoldedLine, FoldedText, Run, SourceDocument } from '../document/index.ts'
import { runningHeads } from './running-heads.ts'

/** A line of the canonical text, without its line end. */
export interface SourceLine {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Index of its page, from 0. */
  readonly page: number
}

/** Signs that some readers deliver for others, and what they stand for. */
const SIGNS: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  // A hyphen at a line's end, as one widespread PDF library delivers it.
  '\ufffe': '-',
  '\u2010': '-',
  '\u2011': '-',
}

const BLANK = /[\s\u00a0]/
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

const INDENT = /^[\s\u00a0\u00ad\u200b-\u200f\u2060-\u2069\ufeff]*/

const isEmpty = (line: string): boolean => INDENT.exec(line)![0].length === line.length

/** Joins the lines of a letter into one readable string with a way back. */
export function fold(source: SourceDocument): FoldedText {
  const lines = linesOf(source)
  const heads = runningHeads(lines)
  const unbroken = joinedWords(source.text)
  const writer = new FoldWriter()
  let page = 0
  for (const line of lines) {
    if (heads.has(line)) {
      writer.cut()
      continue
    }
    if (isEmpty(line.text)) continue
    if (line.page !== page) writer.cut()
    page = line.page
    writer.line(line, { bold: weightAt(source.runs, line), unbroken })
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

/** All words of the letter that stand within a line, to tell "lum-/bar" from "work-/related". */
function joinedWords(text: string): ReadonlySet<string> {
  return /[a-z]-[ ]*\n/.test(text) ? new Set(text.toLowerCase().match(/[a-z]{4,}/g)) : new Set()
}

interface LineContext {
  readonly bold: boolean | null
  readonly unbroken: ReadonlySet<string>
}

/**
 * The units are kept apart until the end: to look at the end of a string that still grows makes V8 copy it each time,
 * which took 40 s on half a megabyte of full stops.
 */
class FoldWriter {
  readonly #units: string[] = []
  readonly #origins: number[] = []
  readonly #lines: FoldedLine[] = []
  readonly #cuts: number[] = []

  cut(): void {
    if (this.#units.length > 0 && this.#cuts.at(-1) !== this.#units.length) this.#cuts.push(this.#units.length)
  }

  line(line: SourceLine, { bold, unbroken }: LineContext): void {
    const text = withoutEscapes(line.text)
    this.#join(text, unbroken)
    const start = this.#units.length
    // An indent is no blank of the text: "10/10/" and an indented "2016" are one date.
    for (let at = INDENT.exec(text)![0].length; at < text.length; at++) this.#sign(text[at]!, line.start + at)
    if (this.#units.length > start && this.#units.at(-1) === ' ') this.#drop()
    this.#lines.push({ start, end: this.#units.length, bold })
  }

  finish(): FoldedText {
    return {
      text: this.#units.join(''),
      origins: Int32Array.from(this.#origins),
      lines: this.#lines,
      cuts: this.#cuts,
    }
  }

  #sign(sign: string, origin: number): void {
    if (BLANK.test(sign)) {
      if (this.#units.length > 0 && this.#units.at(-1) !== ' ') this.#push(' ', origin)
    } else if (!INVISIBLE.test(sign)) this.#push(SIGNS[sign] ?? fullWidth(sign), origin)
  }

  #push(signs: string, origin: number): void {
    for (let at = 0; at < signs.length; at++) {
      this.#units.push(signs[at]!)
      this.#origins.push(origin)
    }
  }

  #drop(): void {
    this.#units.pop()
    this.#origins.pop()
  }

  /** Puts between the last line and the next what belongs there: a blank, nothing, or nothing in place of a hyphen. */
  #join(line: string, unbroken: ReadonlySet<string>): void {
    if (this.#units.length === 0) return
    const before = this.#units.slice(-TAIL).join('')
    const next = line.replace(INDENT, '').slice(0, LOOK)
    if (before.endsWith('-') && brokenWord(before, next, unbroken)) {
      this.#drop()
      // The hyphen is no part of the value, so it is none of its evidence.
      this.cut()
    } else if (!joinsTightly(before, next)) this.#push(' ', this.#origins.at(-1)! + 1)
  }
}

/** Colours and titles of a terminal, as its captures hold them: "ESC[1;31m", "ESC]0;title BEL". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const ESCAPE = /\u001b(?:\[[0-9;?]{0,20}[@-~]|\][^\u0007\u001b]{0,200}\u0007)/g

/** The same length, so that offsets hold. */
const withoutEscapes = (text: string): string =>
  text.includes('\u001b') ? text.replace(ESCAPE, found => '\u00ad'.repeat(found.length)) : text

/** So much of a line decides how it joins the next, and of that one so much. */
const TAIL = 40
const LOOK = 80

/** "10/10/" + "2016", "wrist/" + "hand", "Non-" + "MTUS"; but "pre-" + "and post-operative". */
const joinsTightly = (before: string, next: string): boolean =>
  /[\p{L}\d][-/]$/u.test(before.slice(-2)) &&
  /^[\p{L}\d]/u.test(next) &&
  !(before.endsWith('-') && /^(?:and|or|to)\b/.test(next))

/** "lum-" + "bar" where the letter writes "lumbar" elsewhere within a line. */
function brokenWord(before: string, next: string, unbroken: ReadonlySet<string>): boolean {
  const head = /([a-z]+)-$/i.exec(before)?.[1]
  const tail = /^[a-z]+/.exec(next)?.[0]
  return head !== undefined && tail !== undefined && unbroken.has((head + tail).toLowerCase())
}

/** Full-width letters stand 0xfee0 above the plain ones. */
function fullWidth(sign: string): string {
  const code = sign.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign
}
