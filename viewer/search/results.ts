import type { SearchResult } from '../api.ts'
import type { SearchIndex } from './index-file.ts'
import type { WordMatch } from './words.ts'

/** Characters of private use around what matched: no letter holds them, and markup is the browser's business. */
export const [MARK, UNMARK] = ['\uE000', '\uE001']
const CLAUSE_WORDS = 30
const WITHOUT_MATCH = 220

/** What is shown of units, in the order in which they are given. */
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
      clause: clauseOf(text, marks?.clause as string | undefined, found.rationale as string | null),
      decision: found.decision as string | null,
      category: found.category as string | null,
      subcategory: found.subcategory as string | null,
      date: found.date as string | null,
      status: String(found.status),
      confidence: found.confidence as number | null,
      specialties: JSON.parse(String(found.specialties)) as string[],
    }
  })
}

const ROW = `
  select cases.case_number, cases.decision_date as date, cases.status, cases.reviewer_specialties as specialties,
    items.item, items.text, items.decision, items.category, items.subcategory, items.confidence,
    coalesce(items.rationale, cases.clinical_case_summary) as rationale,
    case when (select count(*) from cases as other where other.case_number = cases.case_number) = 1
      then cases.case_number else cases.case_id end as ref
  from search_units join cases on cases.rowid = case_row left join items on items.rowid = item_row where unit = ?`

/** Numbers come as reals, by which FTS5 finds the first row and not the one meant. */
const MARKED = `
  select highlight(search, 0, '${MARK}', '${UNMARK}') as text,
    snippet(search, -1, '${MARK}', '${UNMARK}', '…', ${CLAUSE_WORDS}) as clause
  from search where search match ? and rowid = cast(? as integer)`

/** The place that matched best; where that is the item itself, which is shown anyway, how the rationale begins. */
function clauseOf(text: string | null, clause: string | undefined, rationale: string | null): string | null {
  const plain = clause?.replace(/[\uE000\uE001…]/g, '')
  if (clause !== undefined && plain !== undefined && !bare(text ?? '').includes(plain)) return clause
  if (rationale === null || rationale.length <= WITHOUT_MATCH) return rationale
  return `${rationale.slice(0, rationale.lastIndexOf(' ', WITHOUT_MATCH))} …`
}

const bare = (text: string): string => text.replace(/[\uE000\uE001]/g, '')
