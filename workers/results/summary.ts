import { type CaseRecord, type Citation, caseRankOf, type DisputedItem, type Rejection } from '../../document/index.ts'
import { chapterOf } from './guideline-chapters.ts'

/** The content of `summary.json`: totals of a run, the same for the same inputs and version. */
export interface Summary {
  readonly inputs: number
  /**
   * Inputs equal records plus rejections plus duplicates, minus the records that share their input with an earlier one.
   */
  readonly records: number
  /** Records after the first from inputs with several letters. */
  readonly further: number
  readonly rejections: number
  readonly duplicates: number
  readonly partial: number
  readonly items: number
  /** Records of cases that an earlier record already has, from a different file. */
  readonly repeated: number
  /** Decisions, not counting cases that are there already; likewise for citations. */
  readonly byCategory: Readonly<Record<string, DecisionTally>>
  /** The guidelines cited most, by chapter if one is known, with the side that cited them. */
  readonly citations: readonly CitationCount[]
  readonly rejectionCodes: Readonly<Record<string, number>>
  readonly rejectionReasons: readonly ReasonCount[]
  readonly extractor: CaseRecord['extractor']
  /**
   * Version under which the store keeps the outcomes: that of the program, with fingerprints of the rules and of the
   * reader.
   */
  readonly version: string
}

/** The program and the rules that made the records of a run. */
export type RunOrigin = Pick<Summary, 'extractor' | 'version'>

interface DecisionTally {
  upheld: number
  overturned: number
}

interface CitationCount {
  readonly source: Citation['source']
  readonly title: string | null
  count: number
  claimsAdministrator: number
  reviewer: number
}

interface ReasonCount extends Pick<Rejection, 'code' | 'stage' | 'reason'> {
  count: number
}

/** Totals that grow by one outcome at a time. */
interface Sums {
  /** The records of one input. */
  addRecords(records: readonly CaseRecord[]): void
  addRejection(rejection: Rejection): void
  addDuplicate(): void
  summary(): Summary
}

const MOST_CITED = 25
const UNCATEGORIZED = 'uncategorized'

/** Starts the totals of a run. */
export function startSums(origin: RunOrigin): Sums {
  const counts = { records: 0, further: 0, rejections: 0, duplicates: 0, partial: 0, items: 0, repeated: 0 }
  const categories = new Map<string, DecisionTally>()
  const citations = new Map<string, CitationCount>()
  const codes = new Map<string, number>()
  const reasons = new Map<string, ReasonCount>()
  return {
    addRecords: records => {
      counts.records += records.length
      counts.further += records.length - 1
      counts.partial += records.filter(({ status }) => status === 'partial').length
      counts.items += records.reduce((sum, { disputedItems }) => sum + disputedItems.length, 0)
      const firsts = records.filter(record => caseRankOf(record) === 1)
      counts.repeated += records.length - firsts.length
      for (const item of firsts.flatMap(record => record.disputedItems)) addItem(item, categories, citations)
    },
    addRejection: ({ code, stage, reason }) => {
      counts.rejections++
      codes.set(code, (codes.get(code) ?? 0) + 1)
      const key = JSON.stringify([code, stage, reason])
      reasons.set(key, { code, stage, reason, count: (reasons.get(key)?.count ?? 0) + 1 })
    },
    addDuplicate: () => {
      counts.duplicates++
    },
    summary: () => ({
      inputs: counts.records - counts.further + counts.rejections + counts.duplicates,
      ...counts,
      byCategory: inKeyOrder(categories),
      citations: mostCited(citations),
      rejectionCodes: inKeyOrder(codes),
      rejectionReasons: Object.values(inKeyOrder(reasons)),
      ...origin,
    }),
  }
}

function addItem(
  item: DisputedItem,
  categories: Map<string, DecisionTally>,
  citations: Map<string, CitationCount>,
): void {
  const name = item.category ?? UNCATEGORIZED
  const decisions = categories.get(name) ?? { upheld: 0, overturned: 0 }
  decisions[item.decision]++
  categories.set(name, decisions)
  for (const side of ['claimsAdministrator', 'reviewer'] as const)
    for (const citation of item[side].citations) addCitation(citation, side, citations)
}

function addCitation(
  citation: Citation,
  side: 'claimsAdministrator' | 'reviewer',
  citations: Map<string, CitationCount>,
): void {
  const { source } = citation
  const title = chapterOf(citation) ?? citation.title
  const key = JSON.stringify([source, title])
  const sum = citations.get(key) ?? { source, title, count: 0, claimsAdministrator: 0, reviewer: 0 }
  sum.count++
  sum[side]++
  citations.set(key, sum)
}

/** Ties are broken by code units, never by locale or order of arrival. */
const mostCited = (citations: ReadonlyMap<string, CitationCount>): CitationCount[] =>
  [...citations]
    .sort(([a, { count: m }], [b, { count: n }]) => n - m || compare(a, b))
    .slice(0, MOST_CITED)
    .map(([, count]) => count)

const inKeyOrder = <T>(map: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => compare(a, b)))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
