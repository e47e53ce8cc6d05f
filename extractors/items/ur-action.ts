import { found, remembered, type Span, span, trimmed, verbatim } from '../../document/index.ts'
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { NUMBER } from '../language/numbers.ts'

/**
 * What utilization review did with the request, from the wording of the heading:
 *
 *     Physical therapy for ten visits was the original request. Physical therapy for four visits was authorized
 *     by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy
 *     for six visits
 *
 * Without that wording the whole request was denied.
 */
export const urAction: ItemExtractor = {
  name: 'items/ur-action',
  reads: 'heading',
  extract: text => {
    if (text.trim() === '') return {}
    const { requested, authorized, disputed, decided } = readRequest(text)
    const rule = authorized ? 'items/modified-wording' : 'items/whole-heading'
    return {
      urAction: found(authorized ? 'modified' : 'denied', decided, rule),
      requested: verbatim(text, requested, rule),
      authorized: authorized && verbatim(text, authorized, rule),
      disputed: verbatim(text, disputed, rule),
    } satisfies ItemDraft
  },
}

/** Headings are far shorter; the limit keeps a hostile letter from taking seconds. */
export const LONGEST = 1000

/** The phrases of a heading: what was requested, what part was approved, and what remains in dispute. */
export interface Request {
  readonly requested: Span
  readonly authorized: Span | null
  readonly disputed: Span
  /** The words that show which of the two it is. */
  readonly decided: Span
}

const BE = '(?:was|were|is|are|has been|have been)'
const ADMINISTRATOR =
  '(?:the )?(?:claims? administrator|utilization review(?:er)?(?: \\(UR\\))?|UR|claims adjuster|insurer|carrier)'
const ALLOWED = '(?:authorized|approved|certified|allowed|granted)'
// "A was the original request. ", "A were the original request, ", "A was originally requested. "
const ORIGINAL = new RegExp(` ${BE} (?:the original requests?|(?:originally |initially )?requested)[.,;:]? ?`, 'i')
// "B was authorized by the Claims Administrator. ", "B was certified. "
const AUTHORIZED = new RegExp(` ${BE} ${ALLOWED}(?: by ${ADMINISTRATOR})?(?:[.,;:] ?|(?= The | $|$) ?)`, 'i')
// "The remaining IMR eligible portion of the original request, C", "... is C", "... is for C", "The remaining portion of
// the original request: C"
const REMAINING =
  /(?:The )?remaining (?:IMR[- ]eligible portions?(?: of the (?:original )?requests?)?|portions? of the (?:original )?requests?)[,:]?(?: (?:is|are|was|were)(?: for)?\b[,:]?)? ?/i
// "The Claims Administrator authorized B, leaving the original request IMR eligible. The original request, A"; "The
// Claims Administrator authorized B, leaving the remaining visits. The remaining IMR eligible portion …, C"
const ALLOWS = new RegExp(`^${ADMINISTRATOR} (?:has )?${ALLOWED} `, 'i')
const LEFT = /[,;.]? ?(?:leaving .{0,80}?\. ?)?$/i
const LEAVING =
  /[,;.]? ?leaving the (?:original )?requests? IMR[- ]eligible[.,;]? ?(?:The original requests?,?(?: (?:is|are|was|were)(?: for)?\b,?)? ?)?/i
// An amount of this request: "(if approved)", "(not certified)" and "(6 previously approved)" say nothing of what was allowed.
const SOME = `(?<part>(?=[^()]*(?:\\d|\\b${NUMBER}\\b))(?![^()]*\\b(?:not|non|never|previously|already|prior|another)\\b)[^()]{1,80}?)`
const BY = `(?: by ${ADMINISTRATOR})?`
const MODIFIED = [
  // "A (modified to B)", "A was modified by the Claims Administrator to B", "A, modified to B by UR"
  ` ?\\(modified${BY} to (?<part>[^()]{1,80})\\)`,
  `[ ,;:–-]+(?:(?:which )?was )?modified${BY} to ${SOME}${BY}`,
  // "A (B certified)", "A (B was authorized by the Claims Administrator)", "A (certified B)", "A, with B approved"
  ` \\((?:UR |but )?${SOME} (?:${BE} )?${ALLOWED}${BY}\\)`,
  ` \\(${ALLOWED}:? ${SOME}\\)`,
  `,? with ${SOME} (?:${BE} )?${ALLOWED}${BY}`,
  // "A; UR approved B", "A. The Claims Administrator modified the request to B"
  `[.,;] ${ADMINISTRATOR} (?:has )?(?:${ALLOWED}|modified (?:the|this) request to) ${SOME}`,
].map(wording => new RegExp(`${wording}\\.?$`, 'di'))

/** The places of the heading's parts, for all who ask; without the wording of a modification it is a single phrase. */
export const readRequest: (text: string) => Request = remembered(requestIn, 100)

function requestIn(text: string): Request {
  const whole = tidied(text, span(0, text.length))
  const original = at(ORIGINAL, text, 0)
  const parts =
    original && (remaining(text, original.end) ?? leaving(text, original.end) ?? unremaining(text, original))
  if (!original || !parts)
    return modified(text, whole) ?? { requested: whole, authorized: null, disputed: whole, decided: whole }
  const requested = tidied(text, span(0, original.start))
  const authorized = tidied(text, parts.authorized)
  const rest = tidied(text, parts.disputed)
  const decided = tidied(text, parts.cue)
  return { requested, authorized, disputed: rest.end > rest.start ? rest : requested, decided }
}

/** What is left of "A (modified to B)" is not stated, so all of A remains in dispute. */
function modified(text: string, whole: Span): Request | null {
  const words = text.slice(0, Math.min(whole.end, LONGEST))
  const match = MODIFIED.map(wording => wording.exec(words)).find(one => one !== null && one.index > whole.start)
  if (!match) return null
  const requested = tidied(text, span(whole.start, match.index))
  const [start, end] = match.indices!.groups!.part!
  const decided = tidied(text, span(match.index, whole.end))
  return { requested, authorized: tidied(text, span(start, end)), disputed: requested, decided }
}

interface Parts {
  readonly authorized: Span
  readonly cue: Span
  readonly disputed: Span
}

function remaining(text: string, from: number): Parts | null {
  const cue = at(AUTHORIZED, text, from)
  const rest = cue && at(REMAINING, text, cue.end)
  return rest ? { authorized: span(from, cue.start), cue, disputed: span(rest.end, text.length) } : null
}

/** "A was the original request. B was authorized.": all of A remains in dispute, as the rest is not stated. */
function unremaining(text: string, original: Span): Parts | null {
  const cue = at(AUTHORIZED, text, original.end)
  const isLast = cue && text.slice(cue.end).trim() === ''
  return isLast ? { authorized: span(original.end, cue.start), cue, disputed: span(0, original.start) } : null
}

function leaving(text: string, from: number): Parts | null {
  const cue = ALLOWS.exec(text.slice(from))
  if (!cue) return null
  const start = from + cue[0].length
  const leaving = at(LEAVING, text, start)
  const rest = leaving ?? at(REMAINING, text, start)
  if (!rest) return null
  const end = leaving ? rest.start : start + text.slice(start, rest.start).search(LEFT)
  return { authorized: span(start, end), cue: span(from, start), disputed: span(rest.end, text.length) }
}

function at(pattern: RegExp, text: string, from: number): Span | null {
  const match = pattern.exec(text.slice(from))
  return match && span(from + match.index, from + match.index + match[0].length)
}

/** Without surrounding spaces and without the comma, full stop or colon that closes the phrase. */
function tidied(text: string, range: Span): Span {
  let { start, end } = trimmed(text, range)
  while (end > start && /[,;:\s]/.test(text[end - 1]!)) end--
  if (text[end - 1] === '.' && !/\b[a-z]\.[a-z]$/i.test(text.slice(start, end - 1))) end--
  return { start, end }
}
