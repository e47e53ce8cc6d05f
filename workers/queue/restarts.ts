/** More ends than this in a minute are no accident. */
const MOST = 20
const MINUTE_MS = 60_000

/** Tells at each end of a process whether it may be started again, or ends too often for that. */
export function openRestarts(): () => boolean {
  let ends: readonly number[] = []
  return () => {
    ends = [...ends.filter(at => Date.now() - at < MINUTE_MS), Date.now()]
    return ends.length <= MOST
  }
}
