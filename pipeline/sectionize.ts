import {
  type FoldedText,
  type Form,
  type PlacedMessage,
  Rejected,
  type Section,
  type SectionedDocument,
  type SourceDocument,
  type Span,
  span,
  trimmed,
} from '../document/index.ts'
import { fold } from './fold.ts'
import { formD } from './forms/d.ts'
import type { LetterForm } from './forms/form.ts'
import { findItems } from './items.ts'
import { placesOf } from './places.ts'

/** All known forms; a letter is read by the one most of whose headings it has. */
const FORMS: readonly LetterForm[] = [formD]

/**
 * Cuts a letter into its sections and items. What a form promises and the letter lacks becomes a message.
 * Throws `Rejected` with E_NOT_A_LETTER or E_AMBIGUOUS.
 */
export function sectionize(source: SourceDocument): SectionedDocument {
  const folded = fold(source)
  const [form, headings] = recognize(folded)
  const sections = sectionsOf(folded.text, form, headings)
  const issues = sections.find(section => section.kind === 'issues')
  const { items, messages } = findItems(folded, form, issues?.body ?? span(0, folded.text.length))
  if (headings.size < 2 && !items.some(item => item.rationale !== null))
    throw new Rejected('E_NOT_A_LETTER', 'recognize')
  return {
    source,
    folded,
    form: variantOf(folded.text, form),
    sections,
    items,
    messages: [...missing(form, headings), ...messages],
  }
}

type Headings = ReadonlyMap<Section['kind'], Span>

function recognize(folded: FoldedText): [LetterForm, Headings] {
  const readings = FORMS.map(form => [form, headingsOf(folded, form)] as const)
  const [form, headings] = readings.reduce((best, next) => (next[1].size > best[1].size ? next : best))
  return [form, headings]
}

/**
 * The headings that stand in the letter, each after the one before it. A phrase that its fixed sentence follows is a
 * heading wherever it stands; two of those are two letters.
 */
function headingsOf({ text, lines }: FoldedText, form: LetterForm): Headings {
  const found = new Map<Section['kind'], Span>()
  const starts = new Set(lines.map(line => line.start))
  let from = 0
  for (const { kind, heading, opening } of form.sections) {
    const places = placesOf(text, heading)
    const certain = places.filter(place => opening === null || afterOpening(text, place.end, opening) > place.end)
    if (certain.length > 1) throw new Rejected('E_AMBIGUOUS', 'recognize')
    const later = places.filter(place => place.start >= from)
    const place = later.find(one => certain.includes(one)) ?? later.find(({ start }) => starts.has(start)) ?? later[0]
    if (!place) continue
    found.set(kind, place)
    from = place.end
  }
  return found
}

/** Header and sections; each body runs from its heading, past the fixed sentence, to the next heading. */
function sectionsOf(text: string, form: LetterForm, headings: Headings): Section[] {
  const present = form.sections.filter(({ kind }) => headings.has(kind))
  const starts = [...present.map(({ kind }) => headings.get(kind)!.start), text.length]
  const bodies = present.map(({ kind, opening }, at): Section => {
    const heading = headings.get(kind)!
    return { kind, heading, body: trimmed(text, span(afterOpening(text, heading.end, opening), starts[at + 1]!)) }
  })
  const header: Section = { kind: 'header', heading: span(0, 0), body: trimmed(text, span(0, starts[0]!)) }
  return [header, ...bodies]
}

function afterOpening(text: string, from: number, opening: string | null): number {
  const place =
    opening === null ? undefined : placesOf(text, opening).find(({ start }) => start - from <= 1 && start >= from)
  return place?.end ?? from
}

const variantOf = (text: string, form: LetterForm): Form =>
  form.variants.find(({ sign }) => sign.test(text))?.form ?? 'unknown'

const missing = (form: LetterForm, headings: Headings): PlacedMessage[] =>
  form.sections
    .filter(({ kind }) => !headings.has(kind))
    .map(({ kind }) => ({
      code: 'section/missing',
      severity: 'error',
      pointer: kind === 'summary' ? '/clinicalCaseSummary' : null,
      reason: `the ${kind} section was not found`,
    }))
