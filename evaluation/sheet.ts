import { binsOf, calibrationError, JUDGED, type Judgement } from './calibration.ts'
import type { Evaluation } from './evaluate.ts'
import { type MostCertain, selectiveCurve } from './selection.ts'
import { f1 } from './table.ts'
import type { ScoreTally } from './tally.ts'

/** An evaluation as plain figures, for storage. Shares to three places, null if there are none. */
export interface Sheet {
  readonly letters: number
  /** Letters with nothing wrong in the structural fields, and in any field. */
  readonly structureRight: number
  readonly wholeRight: number
  readonly fields: readonly FieldScore[]
  readonly confidence: readonly ConfidenceScore[]
  /** Of whole records: how many of the most certain ones are right. */
  readonly selective: readonly MostCertain[]
}

interface FieldScore {
  readonly field: string
  readonly gold: number
  readonly found: number
  readonly right: number
  readonly f1: number | null
  /** F1 with half of the words shared, for fields that have partial matches. */
  readonly lenient: number | null
}

interface ConfidenceScore {
  readonly of: string
  readonly entries: number
  /** Mean confidence, and the share of entries that are right. */
  readonly mean: number | null
  readonly right: number | null
  /** Expected calibration error over tenths. */
  readonly error: number | null
}

/** The figures of an evaluation. */
export const sheetOf = ({ letters, structureRight, wholeRight, fields, judgements, records }: Evaluation): Sheet => ({
  letters,
  structureRight,
  wholeRight,
  fields: Array.from(fields, ([field, tally]) => fieldScore(field, tally)),
  confidence: JUDGED.map(of => confidenceScore(of, judgements[of])),
  selective: selectiveCurve(records).map(one => ({ ...one, mean: rounded(one.mean)! })),
})

const fieldScore = (field: string, { gold, found, correct, lenient }: ScoreTally): FieldScore => ({
  field,
  gold,
  found,
  right: correct,
  f1: rounded(f1(correct, found, gold)),
  lenient: lenient === null ? null : rounded(f1(lenient, found, gold)),
})

function confidenceScore(of: string, judgements: readonly Judgement[]): ConfidenceScore {
  const mean = (pick: (one: Judgement) => number) =>
    judgements.length === 0 ? null : judgements.reduce((sum, one) => sum + pick(one), 0) / judgements.length
  return {
    of,
    entries: judgements.length,
    mean: rounded(mean(({ confidence }) => confidence)),
    right: rounded(mean(({ right }) => Number(right))),
    error: rounded(calibrationError(binsOf(judgements))),
  }
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000)
