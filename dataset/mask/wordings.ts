/** Identifiers that a letter may have failed to redact. Physicians' names are only included on request. */
export const IDENTIFIERS = [
  'birth-date',
  'social-security',
  'phone',
  'address',
  'record-number',
  'email',
  'link',
  'name',
  'physician',
] as const
/** A kind of identifier. */
export type Identifier = (typeof IDENTIFIERS)[number]

/** A way of writing an identifier; its group `value` is what reveals the person. */
export interface IdentifierWording {
  readonly kind: Identifier
  readonly pattern: RegExp
  /** What every match contains, where looking for that is faster than trying the pattern. */
  readonly needs?: RegExp
}

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
const YEAR = String.raw`(?:\d{4}|['’]?\d{2})`
const WRITTEN_DATE = [
  String.raw`\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`${MONTH} \d{1,2}(?:st|nd|rd|th)?,? ${YEAR}`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of|-)? ?${MONTH}-?,? ?${YEAR}`,
].join('|')
/** ": ", " is ", " #: ", " of ", " ending in ": what may come between a cue and its value. */
const LINK = String.raw`(?: ?(?:number|numbers|num|nos?)\b\.?)?(?: ?#)?(?: ?(?::|-|–|\bis\b|\bwas\b|\bare\b|\bof\b|\bon\b|\bas\b|\bends?\b|\bending\b|\bin\b|\bwith\b)){0,3} ?#?`

/** A full stop is only part of an abbreviation; elsewhere it ends the sentence. */
const STREET = String.raw`(?:Street|Avenue|Boulevard|Road|Drive|Lane|Court|Way|Place|Circle|Parkway|Highway|Terrace|Loop|Trail|Square)\b|(?:St|Ave|Blvd|Rd|Dr|Ln|Ct|Pl|Cir|Pkwy|Hwy|Ter|Sq)\b\.?`
const PLACE = String.raw`[A-Z][\p{L}'’.-]{1,20}(?: [A-Z][\p{L}'’.-]{1,20}){0,2}`

/**
 * The wordings, in the order in which they apply: what one has masked, later ones cannot find. Dates, doses, codes and
 * case numbers look alike, so most wordings need a cue.
 */
export const WORDINGS: readonly IdentifierWording[] = [
  // "DOB: 04/17/1961", "date of birth of April 17, 1961", "born in Fresno on April 17th 1961", "Birthdate - 17 Apr 61",
  // "born in April 1961"; a year by itself does not reveal a person
  cued(
    'birth-date',
    String.raw`(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born(?: in [a-z][\w' ]{1,30}?)?)`,
    String.raw`${WRITTEN_DATE}|\d{8}|${MONTH},? (?:of )?\d{4}|\d{1,2}/\d{4}`,
  ),
  // "SSN 123-45-6789", "Social Security number: xxx-xx-6789", "last four of the social security are 6789"
  cued('social-security', '(?:ssn|ss ?#|social security)', String.raw`(?:[\dx*]{3}[- ]?[\dx*]{2}[- ]?)?\d{4}`),
  // "123-45-6789" by itself: no date, code or dose is written like this
  bare('social-security', String.raw`(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}`),
  // "claim number: 05-123456-001", "Claim #ABC12345", "MRN 00123456", "patient ID: 77-1234"
  cued(
    'record-number',
    String.raw`(?:claim|policy|wcab|medical records?|m\.?r\.?n\b\.?|(?:patient|employee|member|subscriber) ?id)`,
    numbered(5),
  ),
  // "File No. 4471-A", "chart number 0012", "account # 99-1234": only with a word for number, since "file" means many
  // things
  cued(
    'record-number',
    String.raw`(?:file|chart|account|acct|reference|ref|employer|carrier|insurance|member|patient|eams|docket)\b\.? ?(?=(?:number|num|no|id)\b|#)(?:id\b)?`,
    numbered(4),
  ),
  bare('record-number', String.raw`ADJ ?\d{6,9}`),
  // "(415) 555-0134", "415-555-0134", "+1 415.555.0134", "415 555 0134", "4155550134"
  bare(
    'phone',
    String.raw`(?:\+?1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}|[2-9]\d{2}[2-9]\d{6}`,
  ),
  // "phone 555-0134", "fax: 4155550134"
  cued('phone', String.raw`(?:tele)?(?:phone|fax|cell|tel|mobile)\b\.?`, String.raw`(?:\d{3}[-. ]?)?\d{3}[-. ]?\d{4}`),
  { ...bare('email', String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}`), needs: /@/ },
  // "jane.doe [at] example.com", "jane dot doe at example dot com"
  {
    kind: 'email',
    needs: /dot/i,
    pattern:
      /(?<value>[\w+-]{1,40}(?:(?:\.| dot | \(dot\) | \[dot\] )[\w+-]{1,40}){0,3} ?(?:\[at\]|\(at\)|\bat\b|@) ?[\w-]{1,40}(?: ?(?:\[dot\]|\(dot\)|\bdot\b) ?[a-z]{2,12}){1,3})\b/dgi,
  },
  {
    kind: 'email',
    needs: /[[(]at[\])]/i,
    pattern: /(?<value>[\w.+-]{1,64} ?(?:\[at\]|\(at\)) ?[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})/dgi,
  },
  // Links to people, not to guidelines
  {
    kind: 'link',
    pattern:
      /(?<value>\bmailto:[^\s,;)]{1,200}|\b(?:https?:\/\/)?(?:www\.)?(?:facebook|linkedin|instagram|twitter|x|tiktok)\.com\/[^\s,;)]{1,200}|\bhttps?:\/\/[^\s,;)]{1,200}[?&](?:name|patient|email|mrn|ssn|dob|id)=[^\s,;)]{1,200})/dgi,
  },
  // "P.O. Box 1234", "PO Box 99, Fresno, CA 93650"
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`(?<value>\b(?:P\.? ?O\.?|Post Office) ?Box \d{1,8}(?:,? ${PLACE},? (?:CA|California),? 9\d{4}(?:-\d{4})?)?)\b`,
      'dgu',
    ),
  },
  // "1200 W. Elm Tree Road, Apt 4, Fresno, CA 93650"; but "10 mg Dr. Smith" and "3 Physical Therapy"
  {
    kind: 'address',
    pattern: new RegExp(
      String.raw`(?<![\w.,/-])(?<value>\d{1,6} (?:[NSEW]\.? |North |South |East |West )?(?:(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\p{L}'’-]{1,20}) ){1,3}(?:${STREET})(?! [A-Z][a-z]+ (?:noted|stated|found|saw|recommended|reported))(?:,? (?:Apt|Apartment|Unit|Suite|Ste|#)\.? ?[\w-]{1,6})?(?:,? ${PLACE},? (?:CA|California)(?:,? 9\d{4}(?:-\d{4})?)?)?)(?![\w])`,
      'dgu',
    ),
  },
  // "Fresno, CA 93650"
  {
    kind: 'address',
    pattern: new RegExp(String.raw`(?<value>\b${PLACE}, (?:CA|California),? 9[0-6]\d{3}(?:-\d{4})?)\b`, 'dgu'),
  },
]

function cued(kind: Identifier, cue: string, value: string): IdentifierWording {
  return { kind, pattern: new RegExp(String.raw`(?<![a-z])${cue}${LINK}(?<value>${value})(?![\w-])`, 'dgi') }
}

function bare(kind: Identifier, value: string): IdentifierWording {
  return { kind, pattern: new RegExp(String.raw`(?<![\w.#/-])(?<value>${value})(?![\w-]|\.\d)`, 'dg') }
}

/** At least this many characters including a digit, and neither a date nor a case number: "05-123456". */
function numbered(least: number): string {
  return String.raw`(?!CM\d\d-|(?:${WRITTEN_DATE})(?![\w-]))(?=[a-z-]{0,12}\d)[a-z\d][a-z\d-]{${least - 1},24}`
}
