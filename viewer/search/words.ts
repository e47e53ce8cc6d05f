import { caseNumbersMeant } from '../../dataset/index.ts'
import type { SearchField } from '../api.ts'

/** A query for FTS5: what must and must not occur. Null matches everything. */
export interface WordMatch {
  readonly wanted: string | null
  readonly unwanted: string | null
}

/**
 * Turns what a person typed into a query that FTS5 always accepts. All words must occur; "several words" are a phrase,
 * `epid*` is a prefix, `-word` and `NOT word` must not occur, and `this OR that` needs one of the two; `AND` changes
 * nothing. Case numbers are left to `caseNumbersIn`.
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

/** The case numbers that a person typed, as letters print them. */
export const caseNumbersIn = (typed: string): readonly string[] =>
  termsOf(typed)
    .filter(isCaseNumber)
    .flatMap(({ text }) => caseNumbersMeant(text))

const isCaseNumber = ({ text, excluded }: QueryTerm): boolean => !excluded && caseNumbersMeant(text).length > 0

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
  let operators: string[] = []
  for (const [, minus, phrase, word] of typed.normalize('NFC').matchAll(TERM)) {
    if (minus === '' && isOperator(word)) {
      operators.push(word)
      continue
    }
    const prefix = word?.endsWith('*') ?? false
    const text = phrase ?? (prefix ? word!.slice(0, -1) : word!)
    // FTS5 drops everything but letters and digits, and refuses a phrase in which nothing is left.
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const quoted = `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`
    const [or, not] = [operators.includes('OR'), operators.includes('NOT')]
    terms.push({ text, fts: prefix ? `${quoted} *` : quoted, excluded: minus === '-' || not, or })
    operators = []
  }
  return terms
}

/** In capitals only, as in the databases of case law: "and", "or" and "not" are words of letters. */
const isOperator = (word: string | undefined): word is string => /^(?:AND|OR|NOT)$/.test(word ?? '')

function groups(terms: readonly QueryTerm[]): string[][] {
  const all: string[][] = []
  for (const { fts, or } of terms) {
    if (or && all.length > 0) all.at(-1)!.push(fts)
    else all.push([fts])
  }
  return all
}
