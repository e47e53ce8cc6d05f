import type { CaseRecord, DisputedItem, Rejection } from '../../document/index.ts'
import type { DecisionCounts } from '../quality/rate.ts'
import { count, type Sum, sumOf } from '../quality/sum.ts'
import { startTally, UNKNOWN } from '../quality/tally.ts'
import { guidelineOf } from './guideline.ts'
import { type Interval, interval } from './intervals.ts'
import { decisions, type Rate, rates } from './rates.ts'
import { type ReasonStatistics, reasons } from './reasons.ts'

/** What the report says about a dataset: counts of letters and decisions. Plain JSON, the same for the same records. */
export interface Statistics extends RecordStatistics {
  readonly refused: readonly Refused[]
}

interface RecordStatistics {
  readonly letters: number
  readonly items: DecisionCounts
  readonly outcomes: readonly NamedCount[]
  /** First and last date of a decision, if any letter states one. */
  readonly period: { readonly first: string; readonly last: string } | null
  readonly categories: readonly Rate[]
  readonly drugClasses: readonly Rate[]
  /** Drugs by ingredient, so that brands count with their generics. */
  readonly ingredients: readonly Rate[]
  /** An item counts under each specialty of its reviewer. */
  readonly specialties: readonly Rate[]
  readonly reviewers: readonly NamedCount[]
  readonly administratorCited: readonly Rate[]
  readonly reviewerCited: readonly Rate[]
  readonly agreement: readonly Rate[]
  readonly reasons: ReasonStatistics
  readonly denialToDecision: Interval
  readonly denialToApplication: Interval
  readonly applicationToAssignment: Interval
  readonly assignmentToDecision: Interval
}

/** Letters that share a name. */
export interface NamedCount {
  readonly name: string
  readonly letters: number
}

/** Inputs that became no record for the same reason. */
export interface Refused extends Pick<Rejection, 'code' | 'reason'> {
  readonly inputs: number
}

interface StatisticsSums {
  addRecord(record: CaseRecord): void
  addRejection(rejection: Rejection): void
  statistics(): Statistics
}

/** Grows by one record or rejection at a time, in any order. */
export function startStatistics(): StatisticsSums {
  const records = sumOf<RecordStatistics>({
    letters: count(() => 1),
    items: decisions(),
    outcomes: lettersBy(({ outcome }) => [outcome ?? UNKNOWN]),
    period: period(),
    categories: rates(({ category }) => [category ?? UNKNOWN]),
    drugClasses: rates(drugClass),
    ingredients: rates(({ drug }) => drug?.ingredients ?? []),
    specialties: rates((_item, record) => specialtiesOf(record)),
    reviewers: lettersBy(specialtiesOf),
    administratorCited: rates(({ claimsAdministrator }) => claimsAdministrator.citations.map(guidelineOf)),
    reviewerCited: rates(({ reviewer }) => reviewer.citations.map(guidelineOf)),
    agreement: rates(item => [agreementOf(item)]),
    reasons: reasons(item => drugClass(item)[0] ?? null),
    denialToDecision: interval('urDenial', 'decision'),
    denialToApplication: interval('urDenial', 'applicationReceived'),
    applicationToAssignment: interval('applicationReceived', 'assigned'),
    assignmentToDecision: interval('assigned', 'decision'),
  })
  const refusals = startTally(() => ({ inputs: 0 }))
  return {
    addRecord: records.add,
    addRejection: ({ code, reason }) => {
      refusals.of(`${code} ${reason}`).inputs++
    },
    statistics: () => ({
      ...records.total(),
      refused: refusals
        .entries()
        .map(refused)
        .sort((a, b) => b.inputs - a.inputs),
    }),
  }
}

function lettersBy(namesOf: (record: CaseRecord) => readonly string[]): Sum<readonly NamedCount[]> {
  const sums = startTally(() => ({ letters: 0 }))
  return {
    add: record => {
      for (const name of new Set(namesOf(record))) sums.of(name).letters++
    },
    total: () =>
      sums
        .entries()
        .map(([name, { letters }]) => ({ name, letters }))
        .sort((a, b) => b.letters - a.letters),
  }
}

function period(): Sum<RecordStatistics['period']> {
  let range: RecordStatistics['period'] = null
  return {
    add: ({ dates: { decision } }) => {
      if (decision === null) return
      const dates = [decision, ...(range ? [range.first, range.last] : [])].sort()
      range = { first: dates[0]!, last: dates.at(-1)! }
    },
    total: () => range,
  }
}

/** In the DWC index, classes of drugs are the sub-categories of one category. */
const drugClass = ({ category, subcategory }: DisputedItem): string[] =>
  category === 'Pharmaceuticals' ? [subcategory ?? UNKNOWN] : []

/** Specialties that the index does not have are free text, and are counted together. */
function specialtiesOf({ reviewer }: CaseRecord): string[] {
  if (reviewer.certifications.length === 0) return [UNKNOWN]
  return reviewer.certifications.map(({ specialty }) => specialty ?? 'not in the index')
}

/** Whether both sides rely on the same guideline: one common chapter is enough. */
function agreementOf({ claimsAdministrator, reviewer }: DisputedItem): string {
  const theirs = new Set(claimsAdministrator.citations.map(guidelineOf))
  const ours = reviewer.citations.map(guidelineOf)
  if (theirs.size > 0 && ours.length > 0)
    return ours.some(name => theirs.has(name)) ? 'both cite the same guideline' : 'they cite different guidelines'
  if (ours.length > 0) return 'only the reviewer cites one'
  return theirs.size > 0 ? 'only the claims administrator cites one' : 'neither cites one'
}

function refused([name, { inputs }]: [name: string, sum: { inputs: number }]): Refused {
  const [code, ...reason] = name.split(' ')
  return { code: code as Rejection['code'], reason: reason.join(' '), inputs }
}
