import { wholePercent } from '../../document/index.ts'
import type { Ending } from '../results/endings.ts'

/** The shares that are watched: a jump means that something changed in the letters or the machines. */
const WATCHED = { rejected: 'rejection', partial: 'partial' } as const

type Watched = keyof typeof WATCHED
const WATCH = Object.keys(WATCHED) as Watched[]

/** A share among the last letters that differs greatly from that of all letters before them. */
export interface Alarm {
  readonly what: Watched
  readonly lately: number
  readonly before: number
  /** The most frequent code among the recent rejections. */
  readonly code: string | null
}

const LATELY = 200
/** A jump is at least this large, and this many times what chance would explain. */
const LEAST_JUMP = 0.1
const DEVIATIONS = 4

/** Takes endings as they come; raises an alarm when a share jumps, and no other before that share has dropped again. */
export function openAlarm(): (end: Ending) => readonly Alarm[] {
  const late: Ending[] = []
  const before = { letters: 0, rejected: 0, partial: 0 }
  const raised = new Set<Watched>()
  return end => {
    late.push(end)
    if (late.length > LATELY) age(before, late.shift()!)
    if (before.letters < LATELY) return []
    return WATCH.flatMap(what => {
      const { jump, limit, ...alarm } = judge(what, late, before)
      const news = jump > limit && !raised.has(what)
      if (jump > limit) raised.add(what)
      if (jump < limit / 2) raised.delete(what)
      return news ? [alarm] : []
    })
  }
}

/** The alarm as text for people. */
export const alarmText = ({ what, lately, before, code }: Alarm): string =>
  `alarm: ${wholePercent(lately)} of the last ${LATELY} letters ${WORDS[what]}, ${wholePercent(before)} of those before` +
  (code === null ? '' : `; mostly ${code}`)

const WORDS = { rejected: 'were rejected', partial: 'gave partial records' } as const

type Before = Record<'letters' | Watched, number>

function age(before: Before, { kind }: Ending): void {
  before.letters++
  for (const what of WATCH) if (kind === WATCHED[what]) before[what]++
}

function judge(what: Watched, late: readonly Ending[], before: Before): Alarm & { jump: number; limit: number } {
  const hits = late.filter(({ kind }) => kind === WATCHED[what])
  const lately = hits.length / LATELY
  // Never quite 0, so that a first few are not a jump.
  const share = (before[what] + 1) / (before.letters + 2)
  const chance = Math.sqrt((share * (1 - share)) / LATELY)
  const limit = Math.max(LEAST_JUMP, DEVIATIONS * chance)
  return { what, lately, before: share, code: commonest(hits), jump: lately - share, limit }
}

function commonest(hits: readonly Ending[]): string | null {
  const counts = new Map<string | null, number>()
  for (const { code } of hits) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
