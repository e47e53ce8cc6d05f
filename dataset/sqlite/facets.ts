import type { Cell, TableHead } from '../table.ts'

/** A property by which decisions are counted and narrowed down. */
export interface Facet {
  readonly name: string
  readonly label: string
  /** Where its values stand: columns of one table, the first of which that exists is taken. */
  readonly table: string
  readonly columns: readonly string[]
  /** Only rows whose column has this value count. */
  readonly where?: readonly [column: string, value: string]
  /** Makes one value of the cells of a row; without it the cell of the column is the value. */
  readonly value?: (cell: (column: string) => Cell | undefined) => string | null
}

/** What counts where the letters of a case are to be counted once. */
export const FIRST_LETTER = 'first'

/**
 * The facets, in the order in which they are shown. A table with a column `item` speaks of one item, any other of all
 * items of its letter. Facets whose table or column is not there yet are left out.
 */
const ALL_FACETS: readonly Facet[] = [
  { name: 'decision', label: 'Decision', table: 'items', columns: ['decision'] },
  { name: 'category', label: 'Category', table: 'items', columns: ['category'] },
  { name: 'subcategory', label: 'Sub-category', table: 'items', columns: ['subcategory'] },
  { name: 'drug', label: 'Drug', table: 'items', columns: ['drug_ingredients', 'ingredients', 'drug_name'] },
  { name: 'diagnosis', label: 'Diagnosis (ICD-10-CM)', table: 'diagnoses', columns: ['icd10_category'] },
  { name: 'part', label: 'Body part', table: 'items', columns: ['body_parts'] },
  { name: 'reason', label: 'Reason', table: 'reasons', columns: ['code'] },
  {
    name: 'guideline',
    label: 'Guideline cited by the reviewer',
    table: 'citations',
    columns: ['source', 'title'],
    where: ['side', 'reviewer'],
    value: cell => [cell('source'), cell('title')].filter(Boolean).join(': '),
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

/** The facets that these tables offer; each knows the one column, or the columns, that its value is made of. */
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
