import { leftOf, type Piece, rightOf } from '../../drawing/piece.ts'

/** The usual appearance of letters on a page. */
export interface Body {
  readonly height: number
  readonly color: string
}

/** The usual appearance of a page; null if it has no letters. */
export function bodyOf(pieces: readonly Piece[]): Body | null {
  const letters = new Map<string, number>()
  for (const { text, height, paint } of pieces) {
    const look = `${paint.color ?? ''} ${height.toFixed(1)}`
    letters.set(look, (letters.get(look) ?? 0) + text.length)
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1])
  if (!most) return null
  const [color, height] = most[0].split(' ') as [string, string]
  return { color, height: Number(height) }
}

/** How many characters the pieces have, not counting surrounding spaces. */
export const lettersOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + text.trim().length, 0)

/** Whether two words are close together, like the lines of a stamp. */
export const isBeside = (one: Piece, other: Piece): boolean =>
  Math.abs(one.y - other.y) < Math.max(one.height, other.height) * 2 &&
  leftOf(other) < rightOf(one) + one.em * 2 &&
  leftOf(one) < rightOf(other) + one.em * 2
