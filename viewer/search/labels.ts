import { spokenCode } from '../../dataset/index.ts'
import type { SearchIndex } from './index-file.ts'

/** Display texts for the values of a facet that are codes. */
export function labelsOf({ database, columns }: SearchIndex): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const coded = columns.filter(({ name }) => CODED.includes(name))
  return new Map([
    ['diagnosis', diagnosisLabels(database)],
    ...coded.map(({ name, words }) => [name, new Map(words.map(word => [word, spokenCode(word)]))] as const),
  ])
}

/** Facets whose values are words joined by hyphens. */
const CODED: readonly string[] = ['part', 'reason']

/** A category is named by the most frequent title among its diagnoses. */
function diagnosisLabels(database: SearchIndex['database']): Map<string, string> {
  const rows = database
    .prepare(
      `select icd10_category as code, icd10_display as title from diagnoses where icd10_category is not null
       group by icd10_category, icd10_display order by icd10_category, count(*) desc, icd10_display`,
    )
    .all()
  const labels = new Map<string, string>()
  const several = new Set<string>()
  for (const { code, title } of rows) {
    const known = labels.has(String(code))
    if (known) several.add(String(code))
    else labels.set(String(code), `${code} ${title}`)
  }
  for (const code of several) labels.set(code, `${labels.get(code)}, …`)
  return labels
}
