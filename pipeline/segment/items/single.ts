import {
  type FoldedText,
  matchesOf,
  type Section,
  type SectionKind,
  type Span,
  span,
  trimmed,
} from '../../../document/index.ts'
import { LevenshteinDistance } from '../../../terminology/index.ts'
import { likeness } from '../bared.ts'
import type { OutcomeWords, SingleItem } from '../forms/form.ts'
import { doubtfulOutcome, unknownOutcome } from './faults.ts'
import type { ReadItems } from './labelled.ts'
import { type ItemOutcome, isContrary, outcomeIn } from './outcomes.ts'

/**
 * The items of a letter whose sections are the item's parts; usually just one. The heading of the rationale gives the
 * decision for all of them.
 */
export function singleItem(letter: FoldedText, grammar: SingleItem, sections: readonly Section[]): ReadItems {
  const section = (kind: SectionKind): Section | undefined => sections.find(one => one.kind === kind)
  const [issue, rationale] = [section('issue'), section('rationale')]
  if (!issue || !rationale || issue.body.end === issue.body.start) return { items: [], messages: [] }
  const decided = outcomeOf(letter, grammar, rationale)
  if (!decided) return { items: [], messages: [unknownOutcome(letter, rationale.heading)] }
  const { outcome, isDoubtful } = decided
  const { decision, start, end } = outcome
  const items = issuesIn(letter.text, issue.body).map(one => ({
    heading: unframed(letter.text, one, grammar.frames),
    outcome: span(start, end),
    decision,
    claimsAdministrator: null,
    reviewer: section('guideline')?.body ?? null,
    rationale: rationale.body,
  }))
  return { items, messages: isDoubtful ? items.map((_, at) => doubtfulOutcome(at)) : [] }
}

/** How many characters of the decision may be wrong: "1S/WAS N0T", but not "IS NEVER". */
const EDITS = 3

/** "FOR SIX VISITS:": the heading goes on, and what it decides is not clear. */
const REST = /^[A-Z\d /'-]{1,60}:/

/** What the heading of the rationale says; null if its wording is unknown to the form. */
function outcomeOf(
  letter: FoldedText,
  { outcomes, decidesBehind }: SingleItem,
  { heading, body }: Section,
): { readonly outcome: ItemOutcome; readonly isDoubtful: boolean } | null {
  if (REST.test(letter.text.slice(body.start, body.start + 70))) return null
  const words = bare(letter.text.slice(heading.start, heading.end))
  const verb = words.slice(likeness(bare(decidesBehind), words).end).replace(/\W$/, '')
  const editsOf = ({ says }: OutcomeWords): number => LevenshteinDistance(bare(says), verb)
  const nearest = outcomes.toSorted((one, other) => editsOf(one) - editsOf(other))[0]!
  const edits = editsOf(nearest)
  if (edits > EDITS || (edits > 0 && isContrary(verb))) return null
  const outcome = { ...outcomeIn(letter, [nearest], heading)!, decision: nearest.decision }
  return { outcome, isDoubtful: edits > 0 }
}

const bare = (words: string): string => words.replaceAll(' ', '')

// "1.", "2)", "(3)", "A.", "b)"
const NUMBER = /(?<=^|[\s;,.])\(?(\d{1,2}|[A-Ha-h])[.)] (?=\S)/g

/** What the first issue may have for a number; the others count up from it. */
const FIRST: readonly string[] = ['1', 'A', 'a']

/** "1. A cane 2. A walker", "A. A cane B. A walker": issues whose numbers count up from the start, or else the whole. */
function issuesIn(text: string, body: Span): Span[] {
  const numbers: Span[] = []
  let expected: string | null = null
  for (const { 0: words, 1: number, index } of matchesOf(text.slice(body.start, body.end), NUMBER)) {
    if (expected === null ? index > 0 || !FIRST.includes(number!) : number !== expected) continue
    numbers.push(span(body.start + index, body.start + index + words.length))
    expected = following(number!)
  }
  if (numbers.length < 2) return [body]
  return numbers.map(({ end }, at) => withoutMark(text, trimmed(text, span(end, numbers[at + 1]?.start ?? body.end))))
}

const following = (number: string): string =>
  /\d/.test(number) ? String(Number(number) + 1) : String.fromCharCode(number.charCodeAt(0) + 1)

/** Without the mark that separates it from the next. */
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
