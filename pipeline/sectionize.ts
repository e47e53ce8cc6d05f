import { type PlacedMessage, Rejected, type SectionedDocument, type SourceDocument } from '../document/index.ts'
import { fold } from './fold.ts'
import type { LetterForm } from './forms/form.ts'
import { type Heading, headingsOf, sectionsOf } from './headings.ts'
import { findItems } from './items/index.ts'
import { type Sought, sought } from './places.ts'
import { recognize } from './recognize.ts'

/**
 * Cuts a letter into its sections and items, as its form says. What the form promises and the letter lacks becomes a
 * message. Throws `Rejected` with E_NOT_A_LETTER or E_AMBIGUOUS.
 */
export function sectionize(source: SourceDocument, letter = sought(fold(source))): SectionedDocument {
  const { form, name, messages } = recognize(letter)
  if (form === null) throw new Rejected('E_NOT_A_LETTER', 'recognize')
  const { headings, ...parts } = readBy(letter, form)
  return {
    source,
    folded: letter,
    form: name,
    promises: form.promises,
    ...parts,
    messages: [...messages, ...missing(form, headings), ...parts.messages],
  }
}

function readBy(letter: Sought, form: LetterForm) {
  const headings = headingsOf(letter, form)
  const sections = sectionsOf(letter.text, headings)
  return { headings, sections, ...findItems(letter, form, sections) }
}

const missing = ({ sections }: LetterForm, headings: readonly Heading[]): PlacedMessage[] =>
  sections
    .filter(({ kind, optional }) => !optional && !headings.some(heading => heading.kind === kind))
    .map(({ kind }) => ({
      code: 'section/missing',
      severity: 'error',
      pointer: kind === 'summary' ? '/clinicalCaseSummary' : null,
      reason: `the ${kind} section was not found`,
    }))
