import { expect, test } from 'vitest'
import { openPace } from '../../../workers/monitoring/pace.ts'

const STEP = 0.1

/** A run with a simulated clock: `rateAt` gives the letters per second at a second of the run. */
function simulate(letters: number, startSeconds: number, rateAt: (second: number) => number) {
  let now = 0
  const pace = openPace(() => now * 1000)
  const reports: { at: number; done: number; left: number | null }[] = []
  let done = 0
  for (now = startSeconds; done < letters; now += STEP) {
    done += rateAt(now) * STEP
    // Batches of 25 are finished together, and then the bar moves.
    const finished = Math.min(letters, Math.floor(done / 25) * 25)
    if (finished === (reports.at(-1)?.done ?? 0)) continue
    reports.push({ at: now, done: finished, left: pace(finished, letters - finished).secondsLeft })
  }
  return { reports, end: now }
}

const errors = ({ reports, end }: ReturnType<typeof simulate>, from: number, letters: number): number[] =>
  reports
    .filter(({ done }) => done >= from * letters && done < 0.95 * letters)
    .map(({ at, left }) => Math.abs((left ?? Number.POSITIVE_INFINITY) - (end - at)) / (end - at))

test('after 5 % the time left is right within 10 %, however long the start took', () => {
  for (const [letters, rate, start] of [
    [2000, 20, 0],
    [20_000, 40, 30],
    [100_000, 60, 120],
  ] as const) {
    const run = simulate(letters, start, () => rate)
    expect(Math.max(...errors(run, 0.05, letters))).toBeLessThan(0.1)
  }
})

test('letters of uneven length do not disturb it', () => {
  const run = simulate(20_000, 10, second => 30 + 12 * Math.sin(second))
  expect(Math.max(...errors(run, 0.05, 20_000))).toBeLessThan(0.1)
})

test('workers that join half-way show within five minutes', () => {
  const run = simulate(100_000, 5, second => (second < 1000 ? 40 : 80))
  const late = run.reports.filter(({ at, done }) => at > 1305 && done < 95_000)
  for (const { at, left } of late) expect(Math.abs(left! - (run.end - at)) / (run.end - at)).toBeLessThan(0.1)
})

test('before the first letter there is no rate, after the last nothing is left', () => {
  let now = 0
  const pace = openPace(() => now)
  expect(pace(0, 10)).toEqual({ perSecond: 0, secondsLeft: null })
  now = 5000
  expect(pace(10, 0)).toEqual({ perSecond: 2, secondsLeft: 0 })
})
