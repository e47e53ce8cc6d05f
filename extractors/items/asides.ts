import { spacesFor } from '../../document/index.ts'

const DATE = String.raw`\d{1,2}[/-]\d{1,2}[/-]\d{2,4}`
const DATES = `${DATE}(?:(?:,| and| to| through| -|;| &) ?${DATE}){0,9}`

/**
 * What a heading says beside the request: when, by which order, how it was coded and where it is given. Its figures count
 * nothing, and without it the amount is the last word of the request.
 */
const ASIDES = [
  // "per 12/07/2016 order", "per RFA dated 3/4/2016", "per the PR-2 of 1/2/2017"
  String.raw`\bper (?:the )?(?:${DATES} )?(?:RFA|orders?|requests?|reports?|PR-?2)\b(?:(?: (?:dated|of|from))? ${DATES})?`,
  // "(DOS: 11/14/2016)", "date of service 1-2-17", "DOS 1/2/2017 and 1/9/2017", "dispensed on 2/3/2017", "per 1/2/17"
  String.raw`\(?(?:\b(?:DOS|date of service|dispensed|provided|performed|dated|Rx|on|from|of|per)\b[\s:]{1,3}){0,3}\b${DATES}\)?`,
  // "retrospective", "prospectively"
  String.raw`\b(?:retro|(?:retro|pro)spective(?:ly)?)\b`,
  // "as an outpatient", "(outpatient)"
  String.raw`\(?\b(?:as (?:an )?)?out-?patient\)?(?= ?$|[,;.)])`,
  // "as related to the lumbar injury"
  String.raw`\b(?:as )?related to (?:the )?(?:[a-z]{3,20} )?injur(?:y|ies)\b`,
  // "(unspecified)", "(CPT 97110, 97140)", "(ICD-10 M54.5)", "with Dr. Zyx"
  String.raw`\((?:unspecified|unknown|CPT|HCPCS|ICD)\b[^()]{0,60}\)`,
  String.raw`\b(?:with|by) Dr\.? [A-Z][a-z]{1,20}`,
]
const ASIDE = new RegExp(`[,;]? ?(?:${ASIDES.join('|')})`, 'gi')
const QUOTE = /["“”]/g

/** The text with such words replaced by spaces, so that all offsets stay, and without the spaces at its end. */
export const withoutAsides = (text: string): string => text.replace(QUOTE, ' ').replace(ASIDE, spacesFor).trimEnd()
