/** Letters a second and what that promises, as of late. */
export interface Pace {
  readonly perSecond: number
  /** Null before there is a rate. */
  readonly secondsLeft: number | null
}

/** So far back the rate looks: workers that join or leave show within minutes, a few slow letters do not. */
const WINDOW_MS = 300_000
const STEP_MS = 1000

/**
 * The rate from the first letter that was finished on: what comes before it is the start of processes, which a long
 * run should not be judged by. `now` gives milliseconds.
 */
export function openPace(now: () => number): (finished: number, left: number) => Pace {
  const marks: { readonly at: number; readonly finished: number }[] = []
  const began = now()
  return (finished, left) => {
    const at = now()
    if (finished > 0 && at - (marks.at(-1)?.at ?? -Infinity) >= STEP_MS) marks.push({ at, finished })
    while (marks.length > 2 && at - marks[0]!.at > WINDOW_MS) marks.shift()
    const from = marks[0] && finished > marks[0].finished ? marks[0] : { at: began, finished: 0 }
    const perSecond = (finished - from.finished) / Math.max((at - from.at) / 1000, 1e-3)
    return { perSecond, secondsLeft: left === 0 ? 0 : perSecond > 0 ? left / perSecond : null }
  }
}
