import type { RejectionCode } from '../../document/index.ts'
import type { Ending } from '../results/endings.ts'

/** After this many inputs their rejections are judged. */
const FIRST = 200

/**
 * Stops a run that is probably reading the wrong files: if the first inputs are all rejected or, with `most`, if a
 * larger share of all inputs so far is.
 */
export function openRejectionGuard(most: number | undefined, stop: (why: Error) => void): (ending: Ending) => void {
  const codes = new Map<RejectionCode, number>()
  let [all, rejected] = [0, 0]
  return ({ kind, code }) => {
    all++
    if (kind === 'rejection') rejected++
    if (code !== null) codes.set(code, (codes.get(code) ?? 0) + 1)
    const isTooMuch = most === undefined ? all === FIRST && rejected === all : all >= FIRST && rejected > most * all
    if (isTooMuch) stop(new Error(wordsFor(rejected, all, codes)))
  }
}

function wordsFor(rejected: number, all: number, codes: ReadonlyMap<RejectionCode, number>): string {
  const [code] = [...codes].sort(([, a], [, b]) => b - a)[0]!
  return (
    `stopped: ${rejected} of the first ${all} inputs were rejected, most of them with ${code}. ` +
    'Are these the right files? Use --max-rejections 1 to read them all anyway'
  )
}
