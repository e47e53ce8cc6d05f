import type { SearchResult } from '../api.ts'
import type { SearchIndex } from './index-file.ts'
import type { WordMatch } from './words.ts'

/** Private-use characters around matches: no letter contains them, and markup is the browser's business. */
export const [MARK, UNMARK] = ['\uE000', '\uE001']
const CLAUSE_WORDS = 30
/** Where a clause is taken from, and its number in the index, starting with the field that gives the reasons. */
const CLAUSE_FIELDS = [
  ['rationale', 1],
  ['summary', 2],
  ['diagnoses', 3],
  ['treatments', 4],
] as const
const WITHOUT_MATCH = 220

/** The data to display for units, in the given order. */
export function resultsOf({ database }: SearchIndex, units: readonly number[], match: WordMatch): SearchResult[] {
  const row = database.prepare(ROW)
  const marked = database.prepare(MARKED)
  return units.map(unit => {
    const found = row.get(unit + 1)!
    const marks = match.wanted === null ? undefined : marked.get(match.wanted, unit + 1)
    const text = (marks?.text ?? found.text) as string | null
    return {
      ref: String(found.ref),
      caseNumber: found.case_number as string | null,
      item: found.item as number | null,
      text,
      ...clauseOf(text, marks, found.rationale as string | null),
      decision: found.decision as string | null,
      category: found.category as string | null,
      subcategory: found.subcategory as string | null,
      date: found.date as string | null,
      status: String(found.status),
      confidence: found.confidence as number | null,
      doubts: Number(found.doubts),
      specialties: JSON.parse(String(found.specialties)) as string[],
    }
  })
}

const ROW = `
  select cases.case_number, cases.decision_date as date, cases.status, cases.reviewer_specialties as specialties,
    items.item, items.text, items.decision, items.category, items.subcategory, items.confidence, doubts,
    coalesce(items.rationale, cases.clinical_case_summary) as rationale,
    case when (select count(*) from cases as other where other.case_number = cases.case_number) = 1
      then cases.case_number else cases.case_id end as ref
  from search_units join cases on cases.rowid = case_row left join items on items.rowid = item_row where unit = ?`

/** JSON numbers arrive as reals, for which FTS5 finds the first row instead of the right one. */
const MARKED = `
  select highlight(search, 0, '${MARK}', '${UNMARK}') as text,
    ${CLAUSE_FIELDS.map(([name, at]) => `snippet(search, ${at}, '${MARK}', '${UNMARK}', '…', ${CLAUSE_WORDS}) as ${name}`).join(', ')}
  from search where search match ? and rowid = cast(? as integer)`

type Clause = Pick<SearchResult, 'clause' | 'clauseField'>

/**
 * The match in the rationale; or, if the item itself matches, the beginning of the rationale; or else a match
 * elsewhere.
 */
function clauseOf(
  text: string | null,
  marks: Readonly<Record<string, unknown>> | undefined,
  rationale: string | null,
): Clause {
  const matching = CLAUSE_FIELDS.map(([name]) => name).filter(name => isMarked(marks?.[name]))
  const field = isMarked(text) ? matching.find(name => name === 'rationale') : matching[0]
  if (field !== undefined) return { clause: String(marks![field]), clauseField: field }
  if (rationale === null || rationale.length <= WITHOUT_MATCH) return { clause: rationale, clauseField: null }
  return { clause: `${rationale.slice(0, rationale.lastIndexOf(' ', WITHOUT_MATCH))} …`, clauseField: null }
}

const isMarked = (text: unknown): boolean => typeof text === 'string' && text.includes(MARK)
