import { type FoldedText, toSource } from './folded.ts'
import type { Found } from './found.ts'
import type { Evidence } from './record.ts'
import { type Box, pageAt, type Run, type SourceDocument, tenth } from './source.ts'
import { lowerBound, type Span } from './span.ts'
import { partAt } from './widths.ts'

/** Evidence for a found value: one entry for each contiguous piece of the canonical text. */
export function locate(source: SourceDocument, folded: FoldedText, { spans, rule }: Found<unknown>): Evidence[] {
  const evidence: Evidence[] = []
  for (const range of spans)
    for (const place of toSource(folded, range))
      evidence.push({ ...place, page: pageAt(source, place.start), boxes: boxesOf(source, place), rule })
  return evidence
}

/**
 * Whether places are as the schema of evidence wants them. `locate` makes them so; this finds a bug in it, or a wrong span of
 * an extractor.
 */
export const isEvidence = (places: Readonly<Record<string, readonly Evidence[]>>): boolean =>
  Object.values(places).every(pieces => pieces.every(isPlace))

const isPlace = ({ start, end, page, boxes, rule }: Evidence): boolean =>
  isOffset(start) && isOffset(end) && start < end && isOffset(page - 1) && rule !== '' && boxes.every(isBox)

const isOffset = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const isBox = (box: readonly number[]): boolean => box.length === 4 && box.every(Number.isFinite)

/** A box of the record, which nothing else holds. */
type OwnBox = Evidence['boxes'][number]

/** One box per line: the parts of its runs that `range` covers. */
function boxesOf({ runs }: SourceDocument, range: Span): OwnBox[] {
  const boxes: OwnBox[] = []
  for (let at = firstRun(runs, range.start); at < runs.length && runs[at]!.start < range.end; at++) {
    const box = covered(runs[at]!, range)
    const last = boxes.at(-1)
    if (last && onOneLine(last, box)) boxes[boxes.length - 1] = union(last, box)
    else boxes.push(box)
  }
  return boxes
}

/** Index of the first run that ends after `offset`. */
function firstRun(runs: readonly Run[], offset: number): number {
  return lowerBound(runs.length, index => runs[index]!.end <= offset)
}

/** The part of a run's box that `range` covers, along its baseline. */
function covered(run: Run, { start, end }: Span): OwnBox {
  const [x0, y0, x1, y1] = run.box
  const [from, to] = [partAt(run, start), partAt(run, end)]
  if (run.turn === 90) return [x0, tenth(y0 + from), x1, tenth(y0 + to)]
  if (run.turn === 180) return [tenth(x1 - to), y0, tenth(x1 - from), y1]
  if (run.turn === 270) return [x0, tenth(y1 - to), x1, tenth(y1 - from)]
  return [tenth(x0 + from), y0, tenth(x0 + to), y1]
}

const onOneLine = (a: Box, b: Box): boolean => Math.abs(a[1] - b[1]) < 3 && b[0] >= a[0]

const union = (a: Box, b: Box): OwnBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]
