import type { Paragraph, TypeRun } from './compose/paragraph.ts'

/** A printed line: the distance of its baseline from the top of the page, and its text. */
export interface TypeLine {
  readonly style: Paragraph['style']
  readonly baseline: number
  readonly runs: readonly TypeRun[]
}

type Page = readonly TypeLine[]
type Measure = (text: string, bold: boolean) => number

/** Measures in points, taken from the real letters. */
export const LEFT = 72
export const WIDTH = 468
const FIRST_BASELINE = 82.8
const LAST_BASELINE = 717
const LEADING = 13.8
const AROUND_HEADING = 6.6

interface Wrapped {
  readonly runs: readonly TypeRun[]
  readonly endsPage: boolean
}

/** Breaks the paragraphs into lines and pages as Word does, and at the marks in the source. */
export function setType(paragraphs: readonly Paragraph[], startAt: number, measure: Measure): readonly Page[] {
  const pages: TypeLine[][] = [[]]
  let baseline = startAt
  for (const paragraph of paragraphs) {
    if (paragraph.style === 'heading' && pages.at(-1)!.length > 0) baseline += AROUND_HEADING
    for (const line of linesOf(paragraph, measure)) {
      if (baseline > LAST_BASELINE) baseline = turnPage(pages)
      if (paragraph.style === 'empty' && pages.length > 1 && pages.at(-1)!.length === 0) continue
      pages.at(-1)!.push({ style: paragraph.style, baseline, runs: line.runs })
      baseline = line.endsPage ? turnPage(pages) : baseline + LEADING
    }
    if (paragraph.style === 'heading') baseline += AROUND_HEADING
  }
  return pages.filter(page => page.length > 0)
}

/** Baseline of a letter's first line if there is no header block above it. */
export const TOP = FIRST_BASELINE

function turnPage(pages: TypeLine[][]): number {
  pages.push([])
  return FIRST_BASELINE
}

function linesOf(paragraph: Paragraph, measure: Measure): readonly Wrapped[] {
  return paragraph.style === 'empty' ? [{ runs: [], endsPage: false }] : wrap(paragraph.runs, measure)
}

function wrap(runs: readonly TypeRun[], measure: Measure): readonly Wrapped[] {
  const lines: Wrapped[] = []
  let line: TypeRun[] = []
  let used = 0
  const end = (endsPage: boolean) => {
    if (line.length > 0) lines.push({ runs: line, endsPage })
    line = []
    used = 0
  }
  for (const { text, bold } of runs.flatMap(pieces)) {
    const mark = /[\n\f\u00ad]$/.exec(text)?.[0]
    const printed = text.replace(/\u00ad$/, '-').replace(/[\n\f]$/, '')
    if (used + measure(printed.trimEnd(), bold) > WIDTH) end(false)
    line = joined(line, { text: printed, bold })
    used += measure(printed, bold)
    if (mark) end(mark === '\f')
  }
  end(false)
  return lines
}

/** Word may break after spaces, after a hyphen inside "follow-up" or "11-23-2016", and at the source's marks. */
function pieces(run: TypeRun): readonly TypeRun[] {
  return run.text
    .split(/(?<=[\n\f\u00ad])|(?<= )(?![ \n\f])|(?<=\w-)(?=\w)/)
    .filter(text => text !== '')
    .map(text => ({ text, bold: run.bold }))
}

function joined(line: readonly TypeRun[], next: TypeRun): TypeRun[] {
  const last = line.at(-1)
  if (last?.bold !== next.bold) return [...line, next]
  return [...line.slice(0, -1), { text: last.text + next.text, bold: next.bold }]
}
