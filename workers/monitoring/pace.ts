/** Letters a second and what that promises, as of late. */
export interface Pace {
  readonly perSecond: number
  /** Null before the rate can be trusted. */
  readonly secondsLeft: number | null
}

/** So far back the rate looks: workers that join or leave show within minutes, a few slow letters do not. */
const WINDOW_MS = 300_000
const STEP_MS = 1000
/** From fewer letters or less time a rate says nothing: the first letters wait for processes to start. */
const LEAST_LETTERS = 20
const LEAST_MS = 3000

/**
 * The rate from the first letter that was finished on: what comes before it is the start of processes, which a long
 * run should not be judged by. `now` gives milliseconds.
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
