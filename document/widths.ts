import type { Run } from './source.ts'

/** Added to each width so that the result is printable and, with two exceptions, needs no escape in JSON. */
const PRINTABLE = 32
const TENTHS = 10

/**
 * The widths of a run's characters as a string of the same length, a fifth of the size of a list of numbers. Unit k is
 * the distance from edge k to edge k + 1 in tenths of a point. `edges` are the positions in points at which each UTF-16
 * unit begins and the last one ends, in ascending order.
 */
export function packedWidths(edges: readonly number[]): string {
  const [first] = edges
  const codes: number[] = []
  let before = 0
  for (let at = 1; at < edges.length; at++) {
    const edge = Math.round((edges[at]! - first!) * TENTHS)
    codes.push(PRINTABLE + Math.min(Math.max(edge - before, 0), WIDEST))
    before = Math.max(edge, before)
  }
  return textOf(codes)
}

/** In pieces that a call can take. To append one character after the other would take 32 bytes for each. */
function textOf(codes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < codes.length; at += PIECE) text += String.fromCharCode(...codes.slice(at, at + PIECE))
  return text
}

const PIECE = 10_000

/** Wider than any page, and below the surrogates. */
const WIDEST = 50_000

/** Distance in points, along the baseline, from the start of the run to the unit at `offset` of the text. */
export function partAt({ start, end, box: [x0, y0, x1, y1], widths, turn }: Run, offset: number): number {
  const units = Math.min(Math.max(offset, start), end) - start
  if (widths === undefined) return ((turn === 90 || turn === 270 ? y1 - y0 : x1 - x0) * units) / (end - start)
  let tenths = 0
  for (let at = 0; at < units; at++) tenths += widths.charCodeAt(at) - PRINTABLE
  return tenths / TENTHS
}
