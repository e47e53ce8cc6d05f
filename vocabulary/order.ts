/**
 * The lists that are kept in order, by file: the name of the list, or none where the whole file is one, and the property
 * that its entries are sorted by, or the index in a pair; entries without one are words.
 */
export const SORTED: Readonly<Record<string, readonly SortedList[]>> = {
  'terms/body-parts.json': [{ by: 'term' }],
  'terms/condition-edges.json': [{ list: 'qualifiers' }],
  'terms/conditions.json': [{ by: 'term' }],
  'terms/drugs.json': [{ by: 'term' }],
  'terms/guidelines.json': [{ list: 'sectionsWithCommas' }],
  'terms/icd10.json': [{ list: 'codes', by: '0' }],
  'terms/intervention-edges.json': [{ list: 'attributes' }, { list: 'anatomy' }],
  'terms/occupations.json': [{ list: 'titles', by: 'title' }, { list: 'aside' }, { list: 'ends' }],
  'terms/services.json': [
    { list: 'concepts', by: 'concept' },
    { list: 'weak' },
    { list: 'broad' },
    { list: 'specialists', by: 'term' },
    { list: 'terms', by: 'term' },
  ],
  'wordings/eponyms.json': [{ list: 'eponyms' }, { list: 'notNames' }],
  'wordings/word-forms.json': [{ by: 'word' }],
}

interface SortedList {
  readonly list?: string
  readonly by?: string
}

/** What an entry is sorted by: its term in lower case. */
const keyOf = (entry: unknown, by: string | undefined): string =>
  String(by === undefined ? entry : (entry as Record<string, unknown>)[by]).toLowerCase()

/** The vocabulary with its lists in order; `file` is its path in `vocabulary/`. */
export function sortVocabulary(file: string, vocabulary: object): object {
  let sorted: object = vocabulary
  for (const { list, by } of SORTED[file] ?? []) {
    const entries = list === undefined ? sorted : (sorted as Record<string, unknown>)[list]
    const ordered = (entries as unknown[]).toSorted((a, b) => compare(keyOf(a, by), keyOf(b, by)))
    sorted = list === undefined ? ordered : { ...sorted, [list]: ordered }
  }
  return sorted
}

/** Terms that come before their predecessor, each with the list that it is in. */
export const outOfPlace = (file: string, vocabulary: object): string[] =>
  (SORTED[file] ?? []).flatMap(({ list, by }) => {
    const entries = (list === undefined ? vocabulary : (vocabulary as Record<string, unknown>)[list]) as unknown[]
    const keys = entries.map(entry => keyOf(entry, by))
    const wrong = keys.filter((key, at) => at > 0 && compare(keys[at - 1]!, key) > 0)
    return wrong.map(key => (list === undefined ? key : `${list}: ${key}`))
  })

/** By code units, on every machine alike. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
