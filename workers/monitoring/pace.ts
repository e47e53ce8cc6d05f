/** The recent rate in letters per second, and the remaining time that it predicts. */
export interface Pace {
  readonly perSecond: number
  /** Null until the rate is reliable. */
  readonly secondsLeft: number | null
}

/** Window of the rate: workers that join or leave show within minutes, a few slow letters do not. */
const WINDOW_MS = 300_000
const STEP_MS = 1000
/** With fewer letters or less time the rate means little: the first letters wait for processes to start. */
const LEAST_LETTERS = 20
const LEAST_MS = 3000

/**
 * The rate, counted from the first finished letter: the time before that is the start of processes, which would distort
 * it. `now` returns milliseconds.
 */
export function openPace(now: () => number): (finished: number, left: number | null) => Pace {
  const marks: { readonly at: number; readonly finished: number }[] = []
  const began = now()
  return (finished, left) => {
    const at = now()
    if (finished > 0 && at - (marks.at(-1)?.at ?? -Infinity) >= STEP_MS) marks.push({ at, finished })
    while (marks.length > 2 && at - marks[0]!.at > WINDOW_MS) marks.shift()
    const from = marks[0] && finished > marks[0].finished ? marks[0] : { at: began, finished: 0 }
    const perSecond = (finished - from.finished) / Math.max((at - from.at) / 1000, 1e-3)
    const isSure = finished - from.finished >= LEAST_LETTERS && at - from.at >= LEAST_MS
    return { perSecond, secondsLeft: left === 0 ? 0 : isSure && left !== null ? left / perSecond : null }
  }
}
