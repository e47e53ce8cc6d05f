import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import { keyOf, type Pattern } from './patterns.ts'

// Set before the checker is loaded, since its native version is not on every machine.
process.env.RECHECK_BACKEND = 'pure'
const { checkSync } = await import('recheck')

/** `polynomial` without a degree comes from the second checker, which gives none; `unknown`: neither has an answer. */
export type Verdict = 'safe' | 'exponential' | 'unknown' | 'polynomial' | `polynomial ${number}`

/** What is known about patterns; `bounds` says why the input of a polynomial one is bounded. */
export interface Known {
  readonly verdicts: Readonly<Record<string, Verdict>>
  readonly bounds: Readonly<Record<string, string>>
}

const FILE = join(import.meta.dirname, 'known.json')

export const known = (): Known => JSON.parse(readFileSync(FILE, 'utf8'))

export const keep = (value: Known): void => writeFileSync(FILE, `${JSON.stringify(value, null, 2)}\n`)

/**
 * Asks recheck, which simulates the pattern as an automaton and fuzzes it if that takes too long. For patterns with
 * long alternatives, which are too much for both, scslre analyses the structure.
 */
export function judge(pattern: Pattern, milliseconds: number): Verdict {
  for (const checker of ['automaton', 'fuzz'] as const) {
    const found = checkSync(pattern.source, pattern.flags, { checker, timeout: milliseconds })
    if (found.status === 'safe') return 'safe'
    if (found.status === 'vulnerable')
      return found.complexity.type === 'polynomial' ? `polynomial ${found.complexity.degree}` : 'exponential'
  }
  return structureOf(pattern)
}

/** All endings are taken to reject, which is the worst case. */
function structureOf({ source, flags }: Pattern): Verdict {
  try {
    const { reports } = analyse(new RegExp(source, flags), { assumeRejectingSuffix: true })
    if (reports.some(report => report.exponential)) return 'exponential'
    return reports.length > 0 ? 'polynomial' : 'safe'
  } catch {
    return 'unknown'
  }
}

/** Faults in the verdicts, one sentence each. */
export function faults(patterns: readonly Pattern[], { verdicts, bounds }: Known): string[] {
  return patterns.map(keyOf).flatMap(key => {
    const verdict = verdicts[key]
    if (verdict === 'exponential') return [`exponential: ${key}`]
    return verdict?.startsWith('polynomial') && !bounds[key] ? [`${verdict}, and no bound is given: ${key}`] : []
  })
}
