import {
  type FoldedLine,
  type FoldedText,
  type ItemSpans,
  type PlacedMessage,
  type Span,
  span,
  trimmed,
} from '../document/index.ts'
import type { LetterForm } from './forms/form.ts'
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
  const items: ItemSpans[] = []
  let from = range.start
  for (const [at, outcome] of outcomes.entries()) {
    const own = labels.filter(
      label => label.start >= outcome.end && label.start < (outcomes[at + 1]?.start ?? range.end),
    )
    const before = labels.findLast(label => label.end <= outcome.start)
    const region = span(Math.max(from, before?.end ?? from), outcome.start)
    // Before the first item stands nothing but the form's fixed sentence.
    const start = at === 0 && !before ? region.start : firstLine(folded, form, region)
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

/** Start of the heading that ends at `range.end`, walked back to from its last line. */
function firstLine({ text, lines }: FoldedText, form: LetterForm, range: Span): number {
  const inside = lines.filter(line => line.start >= range.start && line.start < range.end)
  if (inside.length === 0) return range.start
  const isBold = inside.some(line => line.bold === true)
  const full = inside.reduce((longest, line) => Math.max(longest, line.end - line.start), 0)
  const last = inside.length - 1
  let at = last
  while (
    at > Math.max(0, last - MOST_LINES) &&
    (isBold ? continuesBold : continuesPlain)(text, inside, at, { form, full })
  )
    at--
  return inside[at]!.start
}

/** No heading seen has more than six lines; it bounds what a hostile letter can ask for. */
const MOST_LINES = 40

interface Walk {
  readonly form: LetterForm
  /** Length of the longest line: a much shorter one ends a paragraph. */
  readonly full: number
}

/** Headings are bold and prose is not; an outcome on a line of its own is not bold either. */
const continuesBold = (text: string, lines: readonly FoldedLine[], at: number): boolean =>
  lines[at - 1]!.bold === true || (lines[at]!.bold !== true && isOutcomeOnly(text, lines[at]!))

/**
 * Without fonts: the line above belongs to the heading unless it ends a paragraph, which is seen from its end of a
 * sentence or its shortness; but a heading that spells out a modification goes on over its own full stops.
 */
function continuesPlain(text: string, lines: readonly FoldedLine[], at: number, { form, full }: Walk): boolean {
  const above = text.slice(lines[at - 1]!.start, lines[at - 1]!.end)
  const heading = text.slice(lines[at]!.start, lines.at(-1)!.end)
  if (isOutcomeOnly(text, lines[at]!)) return true
  if (insideModified(heading, form)) return true
  return !/[.!?]["”’')\]]*$/.test(above) && above.length >= full * 0.58
}

/** Whether `heading` has a later sentence of the formula but not yet its first. */
function insideModified(heading: string, form: LetterForm): boolean {
  const sentences = heading.split(/(?<=\.) /)
  return (
    sentences.some(sentence => form.modified.goesOn.test(sentence)) &&
    !sentences.some(sentence => form.modified.opens.test(sentence))
  )
}

const isOutcomeOnly = (text: string, line: Span): boolean =>
  /^(?:(?:is|are)? ?:? ?)?(?:Upheld|Overturned)?\.?$/i.test(text.slice(line.start, line.end))

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
