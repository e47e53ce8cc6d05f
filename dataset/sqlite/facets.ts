import type { Cell, TableHead } from '../table.ts'

/** A property by which decisions are counted and filtered. */
export interface Facet {
  readonly name: string
  readonly label: string
  /** Where its values are: columns of one table, of which the first that exists is used. */
  readonly table: string
  readonly columns: readonly string[]
  /** Only rows with this value in the column count. */
  readonly where?: readonly [column: string, value: string]
  /** Makes one value from the cells of a row; by default it is the cell of the column. */
  readonly value?: (cell: (column: string) => Cell | undefined) => string | null
}

/** The value to filter by so that the letters of a case count once. */
export const FIRST_LETTER = 'first'

/**
 * The facets in display order. A table with a column `item` describes one item, any other all items of its letter.
 * Facets whose table or column does not exist are left out.
 */
const ALL_FACETS: readonly Facet[] = [
  { name: 'decision', label: 'Decision', table: 'items', columns: ['decision'] },
  { name: 'category', label: 'Category', table: 'items', columns: ['category'] },
  { name: 'subcategory', label: 'Sub-category', table: 'items', columns: ['subcategory'] },
  { name: 'drug', label: 'Drug ingredient', table: 'items', columns: ['drug_ingredients'] },
  {
    name: 'diagnosis',
    label: 'Diagnosis (ICD-10-CM)',
    table: 'diagnoses',
    columns: ['icd10_category'],
    where: ['assertion', 'present'],
  },
  { name: 'part', label: 'Body part', table: 'items', columns: ['body_parts'] },
  { name: 'reason', label: 'Reason', table: 'reasons', columns: ['code'] },
  {
    name: 'guideline',
    label: 'Guideline cited by the reviewer',
    table: 'citations',
    columns: ['source', 'chapter', 'title'],
    where: ['side', 'reviewer'],
    value: cell => [cell('source'), cell('chapter') || cell('title')].filter(Boolean).join(': '),
  },
  { name: 'specialty', label: "Reviewer's specialty", table: 'certifications', columns: ['specialty'] },
  { name: 'year', label: 'Year', table: 'items', columns: ['decision_year'] },
  { name: 'form', label: 'Form of letter', table: 'cases', columns: ['form'] },
  { name: 'status', label: 'Status', table: 'cases', columns: ['status'] },
  {
    name: 'confidence',
    label: 'Confidence',
    table: 'items',
    columns: ['confidence'],
    value: cell => band(cell('confidence')),
  },
  {
    name: 'rank',
    label: 'Letter of its case',
    table: 'cases',
    columns: ['case_rank'],
    value: cell => (cell('case_rank') === 1 ? FIRST_LETTER : 'further'),
  },
  { name: 'message', label: 'Message', table: 'messages', columns: ['code'] },
]

/** The facets that these tables offer, each with the column or columns of its value. */
export function facetsOf(tables: readonly TableHead[]): readonly Facet[] {
  return ALL_FACETS.flatMap(facet => {
    const table = tables.find(({ name }) => name === facet.table)
    const columns = facet.columns.filter(name => table?.columns.some(column => column.name === name))
    if (columns.length === 0) return []
    return [{ ...facet, columns: facet.value ? columns : columns.slice(0, 1) }]
  })
}

const BANDS = [
  [0.9, '0.9 and above'],
  [0.75, '0.75 to 0.9'],
  [0.5, '0.5 to 0.75'],
  [0, 'below 0.5'],
] as const

const band = (confidence: Cell | undefined): string | null =>
  typeof confidence === 'number' ? (BANDS.find(([least]) => confidence >= least)?.[1] ?? null) : null
