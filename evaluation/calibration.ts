import type { CaseRecord, DisputedItem } from '../document/index.ts'
import type { Gold } from './gold.ts'
import { matchNamed } from './match.ts'

/** An entry of a record: its confidence, and whether gold confirms it. */
export interface Judgement {
  readonly confidence: number
  readonly right: boolean
}

/** The entries whose confidence is in one bin: the sum of their confidence, and how many are right. */
export interface Bin {
  readonly tenth: number
  readonly entries: number
  readonly confidence: number
  readonly right: number
}

/** The lists of a record whose entries have a confidence. */
export const JUDGED = ['diagnoses', 'treatments', 'disputedItems', 'reasons'] as const
/** The judgements of an evaluation, list by list. */
export type Judgements = Readonly<Record<(typeof JUDGED)[number], readonly Judgement[]>>

/** The entries of one record that its gold covers, each with its confidence and whether it is right. */
export function judgementsOf(record: CaseRecord, gold: Gold): Judgements {
  return {
    diagnoses: named(gold.diagnoses, record.diagnoses, (one, other) => one.assertion === other.assertion),
    treatments: named(
      gold.treatments,
      record.treatments,
      (one, other) => one.kind === other.kind && one.status === other.status,
    ),
    disputedItems: items(record, gold),
    reasons: record.disputedItems.flatMap(item => reasons(item, gold)),
  }
}

/** Right: gold has the same code for the item. */
function reasons({ ordinal, reasons }: DisputedItem, gold: Gold): Judgement[] {
  const expected = gold.disputedItems?.find(item => item.ordinal === ordinal)?.reasons
  if (!expected) return []
  return reasons.map(({ code, confidence }) => ({ confidence, right: expected.some(one => one.code === code) }))
}

/** Right: gold has the same words with the same attributes. */
function named<G extends { text: string; also: string[] }, R extends { text: string; confidence: number }>(
  golds: readonly G[] | undefined,
  records: readonly R[],
  agree: (gold: G, record: R) => boolean,
): Judgement[] {
  if (!golds) return []
  const right = matchNamed(golds, records).filter(({ strict, gold, record }) => strict && agree(gold, record))
  return records.map(record => ({
    confidence: record.confidence,
    right: right.some(match => match.record === record),
  }))
}

const CLASS = ['category', 'subcategory', 'kind'] as const

function items(record: CaseRecord, gold: Gold): Judgement[] {
  return record.disputedItems.flatMap(item => {
    const one = gold.disputedItems?.find(({ ordinal }) => ordinal === item.ordinal)
    if (!one || CLASS.some(field => one[field] === undefined)) return []
    return [{ confidence: item.confidence, right: CLASS.every(field => one[field] === item[field]) }]
  })
}

/** Ten equal bins, lowest first, without the empty ones. */
export function binsOf(judgements: readonly Judgement[]): Bin[] {
  const groups = Map.groupBy(judgements, ({ confidence }) => Math.floor(confidence * 10))
  return Array.from(groups, ([tenth, group]) => ({
    tenth,
    entries: group.length,
    confidence: group.reduce((sum, { confidence }) => sum + confidence, 0),
    right: group.filter(({ right }) => right).length,
  })).sort((a, b) => a.tenth - b.tenth)
}

/**
 * Expected calibration error: the difference between confidence and accuracy of each bin, averaged over the entries.
 * Null without entries.
 */
export function calibrationError(bins: readonly Bin[]): number | null {
  const entries = bins.reduce((sum, bin) => sum + bin.entries, 0)
  if (entries === 0) return null
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / entries
}
