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

/** The headings that stand in the letter, each after the one before it. */
function headingsOf({ text, lines }: FoldedText, form: LetterForm): Headings {
  const found = new Map<Section['kind'], Span>()
  const starts = new Set(lines.map(line => line.start))
  let from = 0
  for (const { kind, heading } of form.sections) {
    const places = placesOf(text, heading).filter(place => place.start >= from)
    const place = places.find(({ start }) => starts.has(start)) ?? places[0]
    if (!place) continue
    if (places.filter(({ start }) => starts.has(start)).length > 1) throw new Rejected('E_AMBIGUOUS', 'recognize')
    found.set(kind, place)
    from = place.end
  }
  return found
}

/** Where a fixed phrase stands, blind to blanks: headings get glued to their text, and blanks get lost or doubled. */
function placesOf(text: string, phrase: string): Span[] {
  return Array.from(text.matchAll(patternOf(phrase)), match => span(match.index, match.index + match[0].length))
}

const patterns = new Map<string, RegExp>()

function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase)
  if (known) return known
  const pattern = new RegExp(phrase.split(' ').map(RegExp.escape).join(' ?'), 'g')
  patterns.set(phrase, pattern)
  return pattern
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
