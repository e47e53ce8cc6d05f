/** More exits than this in a minute are no accident. */
const MOST = 20
const MINUTE_MS = 60_000

/**
 * Returns a function to call at each exit of a process; it says whether to restart, or whether exits are too frequent.
 */
export function openRestarts(): () => boolean {
  let ends: readonly number[] = []
  return () => {
    ends = [...ends.filter(at => Date.now() - at < MINUTE_MS), Date.now()]
    return ends.length <= MOST
  }
}
