import { type FoldedText, type ItemSpans, type PlacedMessage, type Span, span, trimmed } from '../document/index.ts'
import type { LetterForm } from './forms/form.ts'
import { headingStart } from './heading-start.ts'
import { placesOf } from './places.ts'

type Part = keyof LetterForm['labels']

interface Label extends Span {
  readonly part: Part
}

/**
 * Finds the disputed items of `range`: an outcome that a label follows is the anchor of an item; its heading stands
 * before it, its parts behind the labels after it.
 */
export function findItems(
  folded: FoldedText,
  form: LetterForm,
  range: Span,
): { items: ItemSpans[]; messages: PlacedMessage[] } {
  const labels = labelsOf(folded.text, form, range)
  const outcomes = outcomesOf(folded.text, form, range, labels)
  const laidOut = isLaidOut(folded, labels)
  const items: ItemSpans[] = []
  let from = range.start
  for (const [at, outcome] of outcomes.entries()) {
    const own = labels.filter(
      label => label.start >= outcome.end && label.start < (outcomes[at + 1]?.start ?? range.end),
    )
    const before = labels.findLast(label => label.end <= outcome.start)
    const region = span(Math.max(from, before?.end ?? from), outcome.start)
    // Before the first item stands nothing but the form's fixed sentence.
    const start = at === 0 && !before ? region.start : headingStart(folded, form, region, laidOut)
    const heading = withoutOutcomeCue(folded.text, trimmed(folded.text, span(start, region.end)))
    items.push({ heading, outcome, ...partsOf(own, range.end) })
    from = outcome.end
  }
  const closed = items.map((item, at) => closeAt(folded.text, item, items[at + 1]?.heading.start ?? range.end))
  const named = closed.filter(({ heading }) => heading.end > heading.start)
  return { items: named, messages: [...nameless(closed), ...complaints(named, labels)] }
}

function labelsOf(text: string, form: LetterForm, range: Span): Label[] {
  const parts = Object.entries(form.labels) as [Part, string][]
  return parts
    .flatMap(([part, label]) => placesOf(text, label, 'gi').map(place => ({ part, ...place })))
    .filter(label => label.start >= range.start && label.end <= range.end)
    .sort((a, b) => a.start - b.start)
}

/** "MRI of the neck: Upheld", "… is: Overturned", with a label next; a label without an outcome is a complaint. */
function outcomesOf(text: string, form: LetterForm, range: Span, labels: readonly Label[]): Span[] {
  const pattern = new RegExp(`(?::|\\b(?:is|are)) ?(${form.outcomes.join('|')})\\.?`, 'gi')
  const starts = new Set(labels.map(label => label.start))
  const found: Span[] = []
  for (const match of text.slice(range.start, range.end).matchAll(pattern)) {
    const end = range.start + match.index + match[0].length
    const after = text[end] === ' ' ? end + 1 : end
    const start = range.start + match.index + match[0].indexOf(match[1]!)
    if (starts.has(after) || after >= range.end) found.push(span(start, start + match[1]!.length))
  }
  return found
}

/** Labels open lines in every letter seen; where they do not, lines were wrapped anew and say nothing. */
function isLaidOut({ lines }: FoldedText, labels: readonly Label[]): boolean {
  const starts = new Set(lines.map(line => line.start))
  return labels.filter(label => starts.has(label.start)).length >= labels.length * 0.9
}

/** "… two visits is:" names two visits. */
function withoutOutcomeCue(text: string, heading: Span): Span {
  const cue = /(?: (?:is|are))? ?:? ?$/.exec(text.slice(heading.start, heading.end))
  return span(heading.start, heading.end - (cue?.[0].length ?? 0))
}

/** What follows each label, up to the next label; of doubled labels the first counts. */
function partsOf(labels: readonly Label[], end: number): Pick<ItemSpans, Part> {
  const part = (name: Part): Span | null => {
    const at = labels.findIndex(label => label.part === name)
    return at < 0 ? null : span(labels[at]!.end, labels[at + 1]?.start ?? end)
  }
  return { claimsAdministrator: part('claimsAdministrator'), reviewer: part('reviewer'), rationale: part('rationale') }
}

/** The last part of an item ends where the next item's heading begins. */
function closeAt(text: string, item: ItemSpans, end: number): ItemSpans {
  const close = (part: Span | null) =>
    part && trimmed(text, span(part.start, Math.max(part.start, Math.min(part.end, end))))
  return {
    ...item,
    claimsAdministrator: close(item.claimsAdministrator),
    reviewer: close(item.reviewer),
    rationale: close(item.rationale),
  }
}

/** An outcome whose heading is gone cannot be an item: nobody could say what was decided. */
const nameless = (items: readonly ItemSpans[]): PlacedMessage[] =>
  items
    .filter(({ heading }) => heading.end === heading.start)
    .map(({ outcome }) => ({
      code: 'item/heading-missing',
      severity: 'error',
      pointer: '/disputedItems',
      reason: 'an outcome stands without the name of an item',
      span: outcome,
    }))

function complaints(items: readonly ItemSpans[], labels: readonly Label[]): PlacedMessage[] {
  const messages: PlacedMessage[] = []
  if (items.length === 0)
    messages.push({
      code: 'item/none',
      severity: 'error',
      pointer: '/disputedItems',
      reason: 'no decided item was found',
    })
  for (const [at, item] of items.entries())
    for (const part of ['claimsAdministrator', 'reviewer', 'rationale'] as const)
      if (!item[part] || item[part].end === item[part].start)
        messages.push({
          code: 'item/label-missing',
          severity: 'error',
          pointer: `/disputedItems/${at}/${part}`,
          reason: `item ${at + 1} has no ${part === 'rationale' ? 'rationale' : 'guideline'} under its label`,
        })
  const rationales = labels.filter(label => label.part === 'rationale').length
  if (rationales > items.length)
    messages.push({
      code: 'item/label-missing',
      severity: 'error',
      pointer: '/disputedItems',
      reason: `${rationales} rationales but ${items.length} outcomes`,
    })
  return messages
}
