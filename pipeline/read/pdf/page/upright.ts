import type { Box } from '../../../../document/index.ts'
import type { Piece } from '../drawing/piece.ts'
import type { RunPlace } from './runs.ts'

/** The pieces of a page in its reading direction, as if it lay upright. */
export interface Upright {
  readonly upright: readonly Piece[]
  /** The rotation of the page's lines in degrees, counter-clockwise. */
  readonly turn: RunPlace['turn']
  /** Maps boxes of the upright page back to the page. */
  readonly boxOf: (box: Box) => Box
}

/** Scans are skewed by a degree or two, stamps and watermarks by more. */
const ASKEW = 4

/**
 * The direction of most letters is that of the page; text at another angle is a stamp, a watermark or a note in the
 * margin, and not part of the letter.
 */
export function uprightOf(pieces: readonly Piece[]): Upright {
  const turn = turnOf(pieces)
  const upright = pieces.filter(({ angle }) => Math.abs(apart(angle, turn)) <= ASKEW)
  if (turn === 0) return { upright, turn, boxOf: box => box }
  return {
    upright: upright.map(piece => ({ ...piece, ...turned(piece, turn) })),
    turn,
    boxOf: box => boxBack(box, turn),
  }
}

/** The quarter turn of most letters. */
function turnOf(pieces: readonly Piece[]): RunPlace['turn'] {
  if (pieces.every(({ angle }) => angle === 0)) return 0
  const letters = new Map<RunPlace['turn'], number>()
  for (const { angle, text } of pieces) {
    const quarter = ((Math.round(angle / 90) + 4) % 4) * 90
    if (Math.abs(apart(angle, quarter)) > ASKEW) continue
    letters.set(quarter as RunPlace['turn'], (letters.get(quarter as RunPlace['turn']) ?? 0) + text.length)
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}

const apart = (one: number, other: number): number => ((one - other + 540) % 360) - 180

/** The origin of a piece after rotating the page upright. */
function turned({ x, y }: Piece, turn: RunPlace['turn']): { readonly x: number; readonly y: number } {
  if (turn === 90) return { x: y, y: -x }
  return turn === 180 ? { x: -x, y: -y } : { x: -y, y: x }
}

function boxBack([x0, y0, x1, y1]: Box, turn: RunPlace['turn']): Box {
  if (turn === 90) return [-y1, x0, -y0, x1]
  return turn === 180 ? [-x1, -y1, -x0, -y0] : [y0, -x1, y1, -x0]
}
