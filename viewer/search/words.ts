import type { SearchField } from '../api.ts'

/** A query for FTS5: what must and must not occur. Null matches everything. */
export interface WordMatch {
  readonly wanted: string | null
  readonly unwanted: string | null
}

/**
 * Turns what a person typed into a query that FTS5 always accepts. All words must occur; "several words" are a phrase,
 * `epid*` is a prefix, `-word` must not occur, and `this OR that` needs one of the two. Case numbers are left to
 * `caseNumbersIn`.
 *
 *     lumbar "epidural steroid" -cervical  →  "lumbar" AND "epidural steroid", but not "cervical"
 */
export function matchOf(typed: string, field: SearchField): WordMatch {
  const terms = termsOf(typed).filter(term => !isCaseNumber(term))
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

/** The case numbers that a person typed, as letters print them; those of early 2013 have no "CM". */
export const caseNumbersIn = (typed: string): readonly string[] =>
  termsOf(typed)
    .filter(isCaseNumber)
    .flatMap(({ text }) => {
      const [, mark, year, number] = CASE_NUMBER.exec(text)!
      return [`CM${year}-${number}`, ...(mark ? [] : [`${year}-${number}`])]
    })

const CASE_NUMBER = /^(CM)?(\d\d)-?(\d{7})$/i

const isCaseNumber = ({ text, excluded }: QueryTerm): boolean => !excluded && CASE_NUMBER.test(text)

interface QueryTerm {
  readonly text: string
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
    terms.push({ text, fts: prefix ? `${quoted} *` : quoted, excluded: minus === '-', or })
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
