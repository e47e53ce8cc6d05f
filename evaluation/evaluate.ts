import { type CaseRecord, caseRecord, emptyOf } from '../document/index.ts'
import { JUDGED, type Judgement, type Judgements, judgementsOf } from './calibration.ts'
import type { Gold } from './gold.ts'
import { scoreLetter } from './score.ts'
import { type WholeRecord, wholeRecord } from './selection.ts'
import { type Miss, Score, type ScoreTally } from './tally.ts'

/** The result of scoring records against gold. */
export interface Evaluation {
  readonly letters: number
  /** Letters with nothing wrong in any scored field. */
  readonly wholeRight: number
  /** Letters with nothing wrong except diagnoses, treatments and what is judged from a heading. */
  readonly structureRight: number
  readonly fields: ReadonlyMap<string, ScoreTally>
  readonly misses: ReadonlyMap<string, readonly Miss[]>
  readonly judgements: Judgements
  readonly records: readonly WholeRecord[]
}

/**
 * Scores records against the gold of the same base name; a letter without a record misses everything. `texts` are the
 * canonical texts of the letters, needed to score the clauses at which reasons were found.
 */
export function evaluate(
  golds: ReadonlyMap<string, Gold>,
  records: ReadonlyMap<string, CaseRecord | null>,
  texts: ReadonlyMap<string, string> = new Map(),
): Evaluation {
  const score = new Score()
  const misses = new Map<string, Miss[]>()
  const judgements: Record<keyof Judgements, Judgement[]> = {
    diagnoses: [],
    treatments: [],
    disputedItems: [],
    reasons: [],
  }
  const whole: WholeRecord[] = []
  for (const [name, gold] of golds) {
    const before = score.misses.length
    const record = records.get(name) ?? NOTHING
    scoreLetter(score, record, gold, texts.get(name))
    const judged = judgementsOf(record, gold)
    for (const kind of JUDGED) judgements[kind].push(...judged[kind])
    misses.set(name, score.misses.slice(before))
    // A rejected letter has no record whose confidence could be judged.
    if (records.get(name)) whole.push(wholeRecord(record, score.misses.length - before))
  }
  const all = [...misses.values()]
  return {
    letters: golds.size,
    wholeRight: all.filter(one => one.length === 0).length,
    structureRight: all.filter(one => !one.some(miss => isStructural(miss.field))).length,
    fields: score.fields,
    misses,
    judgements,
    records: whole,
  }
}

const CLINICAL =
  /^(?:worker|diagnoses|treatments|items\.(?:reasons|dependsOn|rationaleParts|priorSessions|mtusSilent|category|subcategory|kind|drug|sessions|sites))/

const isStructural = (field: string): boolean => !CLINICAL.test(field)

const EMPTY = emptyOf(caseRecord)
const NOTHING: CaseRecord = { ...EMPTY, source: { ...EMPTY.source, form: 'unknown' } }
