import type { RejectionCode } from '../../document/index.ts'
import type { Ending } from '../results/endings.ts'

/** After so many inputs their rejections are judged. */
const FIRST = 200

/**
 * Stops a run whose inputs are hardly the right ones: where the first of them are all rejected or, with `most`, where
 * more than this share of all so far is.
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
