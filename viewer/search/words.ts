import type { SearchField } from '../api.ts'

/** A query for FTS5: what must and must not occur. Null matches everything. */
export interface WordMatch {
  readonly wanted: string | null
  readonly unwanted: string | null
}

/**
 * Turns what a person typed into a query that FTS5 always accepts. All words must occur; "several words" are a phrase,
 * `epid*` is a prefix, `-word` must not occur, and `this OR that` needs one of the two.
 *
 *     lumbar "epidural steroid" -cervical  →  "lumbar" AND "epidural steroid", but not "cervical"
 */
export function matchOf(typed: string, field: SearchField): WordMatch {
  const terms = termsOf(typed)
  const wanted = terms.filter(({ excluded }) => !excluded)
  const unwanted = terms.filter(({ excluded }) => excluded)
  const limited = (query: string) => (query === '' ? null : field === 'all' ? query : `{${field}} : (${query})`)
  return {
    wanted: limited(
      groups(wanted)
        .map(group => `(${group.join(' OR ')})`)
        .join(' AND '),
    ),
    unwanted: limited(unwanted.map(({ fts }) => fts).join(' OR ')),
  }
}

interface QueryTerm {
  readonly fts: string
  readonly excluded: boolean
  /** Whether it is an alternative to the term before. */
  readonly or: boolean
}

/** An unclosed quote extends to the end of the text. */
const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/g

function termsOf(typed: string): QueryTerm[] {
  const terms: QueryTerm[] = []
  let or = false
  for (const [, minus, phrase, word] of typed.normalize('NFC').matchAll(TERM)) {
    if (word === 'OR' && minus === '') {
      or = terms.length > 0
      continue
    }
    const prefix = word?.endsWith('*') ?? false
    const text = phrase ?? (prefix ? word!.slice(0, -1) : word!)
    // FTS5 drops everything but letters and digits, and refuses a phrase in which nothing is left.
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const quoted = `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`
    terms.push({ fts: prefix ? `${quoted} *` : quoted, excluded: minus === '-', or })
    or = false
  }
  return terms
}

function groups(terms: readonly QueryTerm[]): string[][] {
  const all: string[][] = []
  for (const { fts, or } of terms) {
    if (or && all.length > 0) all.at(-1)!.push(fts)
    else all.push([fts])
  }
  return all
}
