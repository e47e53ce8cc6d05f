/**
 * The lists that are kept sorted, by file: the name of the list (none if the whole file is one), and the property by
 * which its entries are sorted, or the index in a pair; without it the entries are words.
 */
export const SORTED: Readonly<Record<string, readonly SortedList[]>> = {
  'terms/body-parts.json': [{ by: 'term' }],
  'terms/condition-edges.json': [
    { list: 'qualifiers' },
    { list: 'links' },
    { list: 'causes' },
    { list: 'aftermath' },
    { list: 'vague' },
    { list: 'notConditions' },
  ],
  'terms/conditions.json': [{ by: 'term' }],
  'terms/drug-purposes.json': [{ by: 'purpose' }],
  'terms/drugs.json': [{ by: 'term' }],
  'terms/guidelines.json': [{ list: 'sectionsWithCommas' }],
  'terms/icd10.json': [{ list: 'codes', by: '0' }],
  'terms/intervention-edges.json': [
    { list: 'attributes' },
    { list: 'anatomy' },
    { list: 'behind' },
    { list: 'unspecific' },
  ],
  'wordings/intervention-patterns.json': [{ by: 'id' }],
  'terms/not-interventions.json': [{}],
  'terms/occupations.json': [{ list: 'titles', by: 'title' }, { list: 'aside' }, { list: 'ends' }],
  'terms/services.json': [
    { list: 'concepts', by: 'concept' },
    { list: 'weak' },
    { list: 'broad' },
    { list: 'courses' },
    { list: 'acronyms', by: 'acronym' },
    { list: 'capitals' },
    { list: 'synonyms', by: 'word' },
    { list: 'fillers' },
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

/** The sort key of an entry: its term in lower case. */
const keyOf = (entry: unknown, by: string | undefined): string =>
  String(by === undefined ? entry : (entry as Record<string, unknown>)[by]).toLowerCase()

/** The vocabulary with its lists sorted; `file` is its path relative to `vocabulary/`. */
export function sortVocabulary(file: string, vocabulary: object): object {
  let sorted: object = vocabulary
  for (const { list, by } of SORTED[file] ?? []) {
    const entries = list === undefined ? sorted : (sorted as Record<string, unknown>)[list]
    const ordered = (entries as unknown[]).toSorted((a, b) => compare(keyOf(a, by), keyOf(b, by)))
    sorted = list === undefined ? ordered : { ...sorted, [list]: ordered }
  }
  return sorted
}

/** Terms that should come before their predecessor, each with its list. */
export const outOfPlace = (file: string, vocabulary: object): string[] =>
  (SORTED[file] ?? []).flatMap(({ list, by }) => {
    const entries = (list === undefined ? vocabulary : (vocabulary as Record<string, unknown>)[list]) as unknown[]
    const keys = entries.map(entry => keyOf(entry, by))
    const wrong = keys.filter((key, at) => at > 0 && compare(keys[at - 1]!, key) > 0)
    return wrong.map(key => (list === undefined ? key : `${list}: ${key}`))
  })

/** By code units, the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
