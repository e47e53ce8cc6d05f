import type { Box } from '../../../../document/index.ts'

/** `[a, b, c, d, e, f]`, as PDF writes an affine map. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that applies `inner` first. */
export const times = (outer: Matrix, inner: ArrayLike<number>): Matrix => [
  outer[0] * inner[0]! + outer[2] * inner[1]!,
  outer[1] * inner[0]! + outer[3] * inner[1]!,
  outer[0] * inner[2]! + outer[2] * inner[3]!,
  outer[1] * inner[2]! + outer[3] * inner[3]!,
  outer[0] * inner[4]! + outer[2] * inner[5]! + outer[4],
  outer[1] * inner[4]! + outer[3] * inner[5]! + outer[5],
]

/** The map after translating by `x` and `y` in its own space. */
export const moved = (matrix: Matrix, x: number, y: number): Matrix => [
  matrix[0],
  matrix[1],
  matrix[2],
  matrix[3],
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
]

/** The bounding box of a transformed box. */
export function boxUnder([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: ArrayLike<number> & Iterable<number>): Box {
  const xs = [a * x0! + c * y0!, a * x1! + c * y0!, a * x0! + c * y1!, a * x1! + c * y1!]
  const ys = [b * x0! + d * y0!, b * x1! + d * y0!, b * x0! + d * y1!, b * x1! + d * y1!]
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f]
}

/** The intersection of two boxes; of zero size if there is none. */
export const common = (one: Box | null, other: Box): Box =>
  one === null
    ? other
    : [
        Math.max(one[0], other[0]),
        Math.max(one[1], other[1]),
        Math.max(Math.max(one[0], other[0]), Math.min(one[2], other[2])),
        Math.max(Math.max(one[1], other[1]), Math.min(one[3], other[3])),
      ]

/** Whether a point is in a box. */
export const holds = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1
