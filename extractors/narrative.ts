import { type Span, span, verbatim } from '../document/index.ts'
import type { CaseExtractor, ItemExtractor } from './extractor.ts'

const whole = (text: string): Span => span(0, text.length)

/** The clinical case summary as one string. */
export const summary: CaseExtractor = {
  name: 'summary',
  reads: 'summary',
  extract: text => ({ clinicalCaseSummary: verbatim(text, whole(text), 'section/summary') }),
}

/** "MRI of the right shoulder without contrast" */
export const heading: ItemExtractor = {
  name: 'heading',
  reads: 'heading',
  extract: text => ({ text: verbatim(text, whole(text), 'item/heading') }),
}

/** The rationale as one string, without its label. */
export const rationale: ItemExtractor = {
  name: 'rationale',
  reads: 'rationale',
  extract: text => ({ rationale: verbatim(text, whole(text), 'item/rationale') }),
}
