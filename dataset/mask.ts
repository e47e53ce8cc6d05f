import type { CaseRecord, Rejection } from '../document/index.ts'

/** What a letter may have failed to redact. */
export const IDENTIFIERS = ['birth-date', 'social-security', 'phone', 'claim-number', 'email', 'name'] as const
export type Identifier = (typeof IDENTIFIERS)[number]
export type IdentifierCounts = Record<Identifier, number>

/** A way of writing an identifier; its group `value` is what reveals a person. */
interface Wording {
  readonly kind: Identifier
  readonly pattern: RegExp
}

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
const WRITTEN_DATE = [
  String.raw`\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
  String.raw`\d{1,2} ${MONTH},? \d{4}`,
].join('|')
/** ": ", " is ", " #: ", " of ": what may stand between a cue and its value. */
const LINK = String.raw`(?: ?(?:number|num|no)\b\.?)?(?: ?#)? ?(?:(?::|is|was|of|on|-)? ){0,2}`

/**
 * The wordings, in the order in which they are looked for: what the first has masked the next cannot find. Dates,
 * doses, codes and case numbers look alike, so that most of them need a cue.
 */
const WORDINGS: readonly Wording[] = [
  // "DOB: 04/17/1961", "date of birth of April 17, 1961", "born on 4-17-61"
  cued('birth-date', String.raw`(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born)`, WRITTEN_DATE),
  // "SSN 123-45-6789", "Social Security number: xxx-xx-6789"
  cued('social-security', '(?:ssn|ss#|social security)', String.raw`(?:[\dx*]{3}[- ]?[\dx*]{2}[- ]?)?\d{4}`),
  // "123-45-6789" by itself: no date, code or dose is written so
  bare('social-security', String.raw`(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}`),
  // "(415) 555-0134", "415-555-0134", "+1 415.555.0134"
  bare('phone', String.raw`(?:\+?1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-.]\d{4}`),
  // "phone 555-0134", "fax: 4155550134"
  cued('phone', String.raw`(?:tele)?(?:phone|fax|cell|tel)\b\.?`, String.raw`(?:\d{3}[-. ]?)?\d{3}[-. ]?\d{4}`),
  // "claim number: 05-123456-001", "Claim #ABC12345", "MRN 00123456", "ADJ9876543"
  cued('claim-number', '(?:claim|policy|wcab|medical record|mrn|patient id|employee id)', numbered(5)),
  bare('claim-number', String.raw`ADJ ?\d{6,9}`),
  bare('email', String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}`),
  // "Mr. Doe", "Ms. Jane Doe"; a physician is no secret, and "MS Contin" is no lady
  {
    kind: 'name',
    pattern: /(?<![\w.])(?:Mr|Mrs|Ms|Miss)\. (?<value>[A-Z][a-z'-]{1,30}(?: [A-Z][a-z'-]{1,30}){0,2})/dg,
  },
  // "Patient name: Jane Doe", "Employee's Name: John Q. Public"
  {
    kind: 'name',
    pattern:
      /\b(?:[Pp]atient|[Ee]mployee|[Cc]laimant|[Aa]pplicant|[Ww]orker)(?:'s)? [Nn]ame(?: is)?:? (?<value>[A-Z][a-z'-]{1,30},?(?: [A-Z](?:\.|[a-z'-]{1,30})){1,2})/dg,
  },
]

const COVER = '█'

/**
 * A text with the identifiers in it covered, unit by unit, so that its length stays; and how often each kind was met.
 *
 * "born on 4-17-61" → "born on ███████"
 */
export function mask(text: string): { readonly text: string; readonly found: readonly Identifier[] } {
  const found: Identifier[] = []
  let masked = text
  for (const { kind, pattern } of WORDINGS)
    for (const { indices } of masked.matchAll(pattern)) {
      const [start, end] = indices!.groups!.value!
      masked = masked.slice(0, start) + COVER.repeat(end - start) + masked.slice(end)
      found.push(kind)
    }
  return { text: masked, found }
}

/** Members of a record that are no words of a letter. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', 'schemaVersion', 'caseNumber', 'dates', 'evidence', 'extractor'])

/** Masks every text of a record or rejection, its file's name included; calls `onFound` for each identifier. */
export function maskTexts<T extends CaseRecord | Rejection>(value: T, onFound: (kind: Identifier) => void): T {
  const masked = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const { text, found } = mask(value)
      for (const kind of found) onFound(kind)
      return text
    }
    if (Array.isArray(value)) return value.map(masked)
    return typeof value === 'object' && value !== null ? mapMembers(value, masked) : value
  }
  return masked(value) as T
}

const mapMembers = (value: object, map: (member: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, NO_WORDS.has(name) ? member : map(member)]))

/** How often each kind was met: none so far. */
export const noIdentifiers = (): IdentifierCounts =>
  Object.fromEntries(IDENTIFIERS.map(kind => [kind, 0])) as IdentifierCounts

function cued(kind: Identifier, cue: string, value: string): Wording {
  return { kind, pattern: new RegExp(String.raw`(?<![a-z])${cue}${LINK}(?<value>${value})(?![\w-])`, 'dgi') }
}

function bare(kind: Identifier, value: string): Wording {
  return { kind, pattern: new RegExp(String.raw`(?<![\w.#/-])(?<value>${value})(?![\w-]|\.\d)`, 'dg') }
}

/** So many signs at least, a digit among them, that are neither a date nor a case number: "05-123456", "ABC12345". */
function numbered(least: number): string {
  return String.raw`(?!CM\d\d-|(?:${WRITTEN_DATE})(?![\w-]))(?=[a-z-]{0,12}\d)[a-z\d][a-z\d-]{${least - 1},24}`
}
