import {
  type FoldedText,
  type ItemSpans,
  type Section,
  type SectionKind,
  type Span,
  span,
  trimmed,
} from '../../../document/index.ts'
import type { SingleItem } from '../forms/form.ts'
import { outcomeIn } from './outcomes.ts'

/**
 * The items of a letter whose sections are the items' parts; the heading of the rationale says what was decided, of all of
 * them. Mostly there is one.
 */
export function singleItem(letter: FoldedText, grammar: SingleItem, sections: readonly Section[]): ItemSpans[] {
  const section = (kind: SectionKind): Section | undefined => sections.find(one => one.kind === kind)
  const [issue, rationale] = [section('issue'), section('rationale')]
  const outcome = rationale && outcomeIn(letter, grammar.outcomes, rationale.heading)
  if (!issue || !outcome || issue.body.end === issue.body.start) return []
  const { decision, start, end } = outcome
  return issuesIn(letter.text, issue.body).map(one => ({
    heading: unframed(letter.text, one, grammar.frames),
    outcome: span(start, end),
    decision,
    claimsAdministrator: null,
    reviewer: section('guideline')?.body ?? null,
    rationale: rationale.body,
  }))
}

/** "1. A cane 2. A walker": issues whose numbers count up from 1, or else the whole. */
function issuesIn(text: string, body: Span): Span[] {
  const numbers: Span[] = []
  for (const { 0: words, 1: number, index } of text
    .slice(body.start, body.end)
    .matchAll(/(?<=^|[\s;,.])(\d{1,2})[.)] (?=\S)/g))
    if (Number(number) === numbers.length + 1) numbers.push(span(body.start + index, body.start + index + words.length))
  if (numbers.length < 2 || numbers[0]!.start > body.start) return [body]
  return numbers.map(({ end }, at) => withoutMark(text, trimmed(text, span(end, numbers[at + 1]?.start ?? body.end))))
}

/** Without the mark that parts it from the next. */
const withoutMark = (text: string, { start, end }: Span): Span =>
  /[;,.]/.test(text[end - 1] ?? '') ? trimmed(text, span(start, end - 1)) : span(start, end)

/** "Whether the request for a cane is medically necessary" names a cane. */
function unframed(text: string, issue: Span, frames: readonly RegExp[]): Span {
  const words = text.slice(issue.start, issue.end)
  for (const frame of frames) {
    const item = frame.exec(words)?.groups?.item
    if (item)
      return trimmed(text, span(issue.start + words.indexOf(item), issue.start + words.indexOf(item) + item.length))
  }
  return issue
}
