import {
  type FoldedText,
  type PlacedMessage,
  Rejected,
  type Section,
  type SectionedDocument,
  type SourceDocument,
} from '../../document/index.ts'
import { fold } from '../fold/index.ts'
import type { LetterForm } from './forms/form.ts'
import { type Heading, headingsOf, sectionsOf } from './forms/headings.ts'
import { recognize } from './forms/recognize.ts'
import { readGeneric } from './generic/index.ts'
import { findItems } from './items/index.ts'

/**
 * Cuts a letter into its sections and items by its form, or as well as possible if it fits no known form. What the form
 * promises and the letter lacks becomes a message. Throws `Rejected` with E_NOT_A_LETTER or E_AMBIGUOUS.
 */
export function sectionize(source: SourceDocument, letter = fold(source)): SectionedDocument {
  const { form, name, messages } = recognize(letter)
  const reading = form ? readBy(letter, form) : readGeneric(letter)
  if (reading === null) throw new Rejected('E_NOT_A_LETTER', 'recognize')
  return { source, folded: letter, form: name, ...reading, messages: [...messages, ...reading.messages] }
}

type Reading = Pick<SectionedDocument, 'promises' | 'sections' | 'items' | 'messages'>

/** Null for an empty form, or a text that merely mentions it. */
function readBy(letter: FoldedText, form: LetterForm): Reading | null {
  const headings = headingsOf(letter, form)
  const sections = sectionsOf(letter.text, headings)
  const { items, messages } = findItems(letter, form, sections)
  if (items.length === 0 && !describesCase(letter, sections)) return null
  return {
    promises: form.promises,
    sections,
    items,
    messages: [...missing(form, headings), ...withoutOpening(form, headings), ...messages],
  }
}

/** A letter whose items are lost is still one if it describes the reviewer and has a case number or a worker. */
const describesCase = ({ text }: FoldedText, sections: readonly Section[]): boolean =>
  sections.some(({ kind }) => kind === 'determination') &&
  /\bCase Number: ?CM\d{2}-\d{7}\b|\b\d{1,3}[ -]{0,2}year[ -]{0,2}old\b/i.test(text)

const missing = ({ sections }: LetterForm, headings: readonly Heading[]): PlacedMessage[] =>
  sections
    .filter(({ kind, optional }) => !optional && !headings.some(heading => heading.kind === kind))
    .map(({ kind }) => ({
      code: 'section/missing',
      severity: 'error',
      pointer: kind === 'summary' ? '/clinicalCaseSummary' : null,
      reason: `the ${kind} section was not found`,
    }))

/** The fixed sentence that follows a heading in every letter of the form. A list of documents may have another. */
const withoutOpening = ({ sections }: LetterForm, headings: readonly Heading[]): PlacedMessage[] =>
  headings
    .filter(({ kind, at, bodyStart }) => {
      const rule = sections.find(one => one.kind === kind)
      return kind !== 'documents' && rule?.openings !== undefined && bodyStart <= at.end
    })
    .map(({ kind }) => ({
      code: 'section/opening-missing',
      severity: 'warning',
      pointer: kind === 'summary' ? '/clinicalCaseSummary' : null,
      reason: `the fixed sentence above the ${kind} is missing or damaged: words behind it may be lost as well`,
    }))
