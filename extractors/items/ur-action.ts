import { found, remembered, type Span, span, trimmed, verbatim } from '../../document/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(wordings)

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

const ORIGINAL = wording('original')
const AUTHORIZED = wording('authorized')
// "The remaining IMR eligible portion of the original request, C", "... is C", "... is for C", "The remaining portion of
// the original request: C"
const REMAINING = wording('remaining')
// "The Claims Administrator authorized B, leaving the original request IMR eligible. The original request, A"; "The
// Claims Administrator authorized B, leaving the remaining visits. The remaining IMR eligible portion …, C"
const ALLOWS = wording('allows')
const LEFT = wording('left-over')
const LEAVING = wording('leaving')
const MODIFIED = [
  wording('modified-in-brackets'),
  wording('modified-to'),
  wording('part-allowed-in-brackets'),
  wording('allowed-part-in-brackets'),
  wording('with-part-allowed'),
  wording('administrator-allowed'),
].map(pattern => new RegExp(pattern, 'di'))

/** The places of the heading's parts, for all who ask; without the wording of a modification it is a single phrase. */
export const readRequest: (text: string) => Request = remembered(requestIn, 500)

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
  const match = MODIFIED.map(pattern => pattern.exec(words)).find(one => one !== null && one.index > whole.start)
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
