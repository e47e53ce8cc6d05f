import type { Box } from '../../../../document/index.ts'

/** How many numbers follow each operator of a path: to move, to draw a line, two kinds of curves, and to close it. */
const LENGTHS = [2, 2, 6, 4, 0] as const

/** The upright boxes around the parts of a path; of a part that is a triangle or more wild nothing is known. */
export function rectangles(path: ArrayLike<number>): Box[] {
  const boxes: Box[] = []
  let points: number[] = []
  const close = () => {
    if (points.length >= 6) boxes.push(boxAround(points))
    points = []
  }
  for (let at = 0; at < path.length; at += 1 + (LENGTHS[path[at]!] ?? path.length)) {
    if (path[at] === 0) close()
    const length = LENGTHS[path[at]!] ?? 0
    for (let next = at + 1; next <= at + length; next++) points.push(path[next]!)
  }
  close()
  return boxes
}

function boxAround(points: readonly number[]): Box {
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
