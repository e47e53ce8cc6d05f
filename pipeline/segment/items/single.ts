import { type ItemSpans, type Section, type SectionKind, type Span, span, trimmed } from '../../../document/index.ts'
import type { SingleItem } from '../forms/form.ts'
import type { Sought } from '../places.ts'
import { outcomeIn } from './outcomes.ts'

/** The one item of a letter whose sections are the item's parts; the heading of the rationale says what was decided. */
export function singleItem(letter: Sought, grammar: SingleItem, sections: readonly Section[]): ItemSpans[] {
  const section = (kind: SectionKind): Section | undefined => sections.find(one => one.kind === kind)
  const [issue, rationale] = [section('issue'), section('rationale')]
  const outcome = rationale && outcomeIn(letter, grammar.outcomes, rationale.heading)
  if (!issue || !outcome || issue.body.end === issue.body.start) return []
  const { decision, ...place } = outcome
  return [
    {
      heading: unframed(letter.text, issue.body, grammar.frames),
      outcome: place,
      decision,
      claimsAdministrator: null,
      reviewer: section('guideline')?.body ?? null,
      rationale: rationale.body,
    },
  ]
}

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
