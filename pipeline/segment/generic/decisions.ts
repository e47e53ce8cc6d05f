import { type DisputedItem, type FoldedText, type Span, span, textOf, trimmed } from '../../../document/index.ts'
import { bareName } from '../items/listed.ts'

/** A decision in words that letters of any form use, and the name of the item. */
export interface StatedDecision {
  readonly name: Span
  readonly outcome: Span
  readonly decision: DisputedItem['decision']
  /** Start of the words that name and decide it. */
  readonly start: number
}

const NECESSARY = '(?:is|are|was|were) ?(?:not ?)?(?:considered |deemed )?medically ?necessary(?: ?and ?appropriate)?'

/**
 * Each begins a line, so that a passing remark in a rationale does not count:
 *
 *     Disputed treatment: Physical therapy, six visits
 *     Decision: Upheld
 *     Physical therapy, six visits: Upheld
 *     1. Physical therapy is not medically necessary and appropriate.
 *     The reviewer has determined that the request for physical therapy is not medically necessary.
 */
const WORDINGS: readonly RegExp[] = [
  /^(?:\d{1,2}[.)] ?)?(?:disputed |requested )?(?:treatment|service|item|request|issue)(?: (?:in|at) dispute)?(?: \d{1,2})?: ?(?<item>[^\n]{2,400}?) (?:final |imr )?(?:decision|determination|outcome): ?(?<outcome>upheld|overturned)\.?$/i,
  /^(?:\d{1,2}[.)] ?)?(?<item>[^\n]{2,400}?)(?: (?:is|are))? ?[:–—-] ?(?<outcome>upheld|overturned)\.?$/i,
  new RegExp(
    String.raw`^(?:\d{1,2}[.)] ?)?[A-Z][^\n]{0,80}? (?:determined|decided|found|concluded)(?: that)? (?:the )?(?:requests? for )?(?<item>[^\n]{2,400}?) (?<outcome>${NECESSARY})\.?`,
    'i',
  ),
  new RegExp(String.raw`^\d{1,2}[.)] ?(?<item>[^\n]{2,400}?) (?<outcome>${NECESSARY})\.?`, 'i'),
]

/** Names that do not name a treatment: "Decision: Upheld". */
const NO_NAME = /^(?:the )?(?:final |imr )?(?:decision|determination|outcome|result|status)$/i

/** No letter read so far has more than 21 items; this limits the work on hostile input. */
const MOST_DECISIONS = 400

/** How many lines a name may wrap over. */
const MOST_LINES = 6

/** The decisions of a letter of unknown form, each once; they begin after a heading or a sentence end. */
export function decisionsIn({ text, lines }: FoldedText, titles: readonly Span[]): StatedDecision[] {
  const found = new Map<string, StatedDecision>()
  let from = 0
  const headed = new Set(lines.flatMap((line, at) => (titles.some(title => isWhole(title, line)) ? [at] : [])))
  const ended = (at: number) =>
    at < 0 || headed.has(at) || /(?:[.:;!?]|upheld|overturned)$/i.test(textOf(text, lines[at]!))
  for (let at = 0; at < lines.length && found.size < MOST_DECISIONS; at++) {
    if (headed.has(at) || !ended(at - 1)) continue
    const decision = decisionAt(text, lines, at, from)
    if (!decision) continue
    from = decision.outcome.end
    const name = bareName(text, decision.name)
    if (!found.has(name)) found.set(name, decision)
  }
  return [...found.values()]
}

const isWhole = (title: Span, line: Span): boolean => title.start === line.start && title.end >= line.end

function decisionAt(text: string, lines: readonly Span[], at: number, from: number): StatedDecision | null {
  for (let last = at; last < Math.min(lines.length, at + MOST_LINES); last++) {
    const start = lines[at]!.start
    if (start < from) return null
    const words = text.slice(start, lines[last]!.end)
    for (const wording of WORDINGS) {
      const match = wording.exec(words)
      if (match) return NO_NAME.test(match.groups!.item!) ? null : readingOf(text, start, match)
    }
    // A sentence that ends without a decision is no decision, and the next lines belong to something else.
    if (/[.:]$/.test(words)) return null
  }
  return null
}

function readingOf(text: string, start: number, match: RegExpExecArray): StatedDecision {
  const { item, outcome } = match.groups as { item: string; outcome: string }
  const outcomeAt = start + match.index + match[0].lastIndexOf(outcome)
  const itemAt = text.lastIndexOf(item, outcomeAt)
  const isUpheld = /^upheld$|\bnot/i.test(outcome)
  return {
    start,
    name: trimmed(text, span(itemAt, itemAt + item.length)),
    outcome: span(outcomeAt, outcomeAt + outcome.length),
    decision: isUpheld ? 'upheld' : 'overturned',
  }
}
