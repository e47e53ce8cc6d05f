import { keyOf, patterns } from './patterns.ts'
import { faults, judge, keep, known, type Verdict } from './verdicts.ts'

/** Checks the patterns that are new, or all with `--all`, records the verdicts, and exits with 1 if one is bad. */
const SECONDS = 10

const { verdicts, bounds } = known()
const all = await patterns()
const judged: Record<string, Verdict> = {}
for (const pattern of all) {
  const key = keyOf(pattern)
  const before = process.argv.includes('--all') ? undefined : verdicts[key]
  judged[key] = before ?? judge(pattern, SECONDS * 1000)
  if (before !== undefined) continue
  process.stdout.write(`${judged[key]}: ${key}\n`)
  // What was checked is kept if this is interrupted.
  keep({ verdicts: { ...verdicts, ...judged }, bounds })
}
const now = { verdicts: judged, bounds: Object.fromEntries(Object.entries(bounds).filter(([key]) => key in judged)) }
keep(now)
const wrong = faults(all, now)
process.stdout.write(`${all.length} patterns, ${wrong.length} faults\n${wrong.map(fault => `${fault}\n`).join('')}`)
process.exitCode = wrong.length === 0 ? 0 : 1
