import type { Box } from '../../../../document/index.ts'

/** How many numbers follow each path operator: move, line, two kinds of curves, and close. */
const LENGTHS = [2, 2, 6, 4, 0] as const

/** The subpaths of a path, each as its points, one number after the other. */
function partsOf(path: ArrayLike<number>): number[][] {
  const parts: number[][] = []
  for (let at = 0; at < path.length; at += 1 + (LENGTHS[path[at]!] ?? path.length)) {
    const length = LENGTHS[path[at]!] ?? 0
    if (path[at] === 0 || parts.length === 0) parts.push([])
    for (let next = at + 1; next <= at + length; next++) parts.at(-1)!.push(path[next]!)
  }
  return parts
}

/** Paths with more parts are drawings, not frames. */
const MOST_PARTS = 50
/** A rounded box fills at least this share of its bounding box, a circle less. */
const MOSTLY = 0.85

/** The bounding boxes of the filled parts of a path, and whether they are filled: a frame and a triangle are not. */
export function boxesFilled(path: ArrayLike<number>): { readonly box: Box; readonly solid: boolean }[] {
  const parts = partsOf(path)
    .filter(points => points.length >= 6)
    .map(points => ({ points, box: boxAround(points) }))
  const others = parts.length < MOST_PARTS ? parts : []
  return parts
    .filter(({ box }) => !others.some(other => other.box !== box && encloses(other.box, box)))
    .map(({ points, box }) => {
      const isFrame = others.some(other => other.box !== box && encloses(box, other.box))
      return { box, solid: !isFrame && shareFilled(points, box) > MOSTLY }
    })
}

/** The boxes around the horizontal and vertical lines of a path, not including the width of their stroke. */
export const linesIn = (path: ArrayLike<number>, width: number): Box[] =>
  partsOf(path)
    .flatMap(points => Array.from({ length: points.length / 2 - 1 }, (_, at) => points.slice(at * 2, at * 2 + 4)))
    .map(boxAround)
    .filter(([x0, y0, x1, y1]) => Math.min(x1 - x0, y1 - y0) < width / 2)

function boxAround(points: readonly number[]): Box {
  const box: [number, number, number, number] = [points[0]!, points[1]!, points[0]!, points[1]!]
  for (let at = 0; at < points.length; at += 2) {
    box[0] = Math.min(box[0], points[at]!)
    box[1] = Math.min(box[1], points[at + 1]!)
    box[2] = Math.max(box[2], points[at]!)
    box[3] = Math.max(box[3], points[at + 1]!)
  }
  return box
}

/** How much of its bounding box a shape fills: a rectangle all of it, a triangle half. */
function shareFilled(points: readonly number[], [x0, y0, x1, y1]: Box): number {
  let twice = 0
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length
    twice += points[at]! * points[next + 1]! - points[next]! * points[at + 1]!
  }
  return Math.abs(twice) / 2 / ((x1 - x0) * (y1 - y0))
}

/** Whether one box contains another; false for equal boxes. */
const encloses = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] &&
  outer[1] <= inner[1] &&
  outer[2] >= inner[2] &&
  outer[3] >= inner[3] &&
  outer.some((edge, at) => edge !== inner[at])
