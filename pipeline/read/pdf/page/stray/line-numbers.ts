import { leftOf, type Piece, rightOf } from '../../drawing/piece.ts'

const NUMBER = /^\s*\(?\d{1,4}[.:)]?\s*$/

/** Numbers down a margin, at every line or every fifth: the difference between each and the next is the same. */
export function lineNumbers(pieces: readonly Piece[]): readonly Piece[] {
  const numbers = pieces.filter(({ text }) => NUMBER.test(text))
  if (numbers.length < LEAST) return []
  const numbered = new Set(numbers)
  const others = pieces.filter(piece => !numbered.has(piece))
  const [left, right] = [edgeOf(others.map(leftOf)), -edgeOf(others.map(piece => -rightOf(piece)))]
  return [numbers.filter(piece => rightOf(piece) < left), numbers.filter(piece => leftOf(piece) > right)].flatMap(
    side => (isCounted(side, others) ? side : []),
  )
}

/** Minimum number of every-fifth-line numbers on a page. */
const LEAST = 5
/** Numbers of a list, ascending by one, may stand in its margin; line numbers are more. */
const LEAST_BY_ONE = 8

/** The edge of the margin; a few lines may extend into it. */
const edgeOf = (lefts: readonly number[]): number =>
  lefts.toSorted((a, b) => a - b)[Math.floor(lefts.length / 20)] ?? Number.NEGATIVE_INFINITY

function isCounted(numbers: readonly Piece[], others: readonly Piece[]): boolean {
  const counts = numbers.toSorted((a, b) => b.y - a.y).map(({ text }) => Number.parseInt(text.replace('(', ''), 10))
  const steps = counts.slice(1).map((count, at) => count - counts[at]!)
  const step = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0
  if (step < 1 || counts.length < LEAST) return false
  if (step === 1 && counts.length < LEAST_BY_ONE && !areAllNumbered(others, numbers)) return false
  return steps.filter(one => one === step).length >= steps.length * 0.9
}

/** Whether each row has a number, which those of a list do not all have. */
const areAllNumbered = (rows: readonly Piece[], numbers: readonly Piece[]): boolean =>
  rows.every(row => numbers.some(({ y }) => Math.abs(row.y - y) < row.height / 2))
