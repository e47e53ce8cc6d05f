import type { Promised } from '../../document/index.ts'
import type { OutcomeWords } from './form.ts'

/** What several forms share. */

/** What the table at the head of a letter tells. */
export const HEADER_TABLE: readonly Promised[] = [
  'caseNumber',
  'dates/injury',
  'dates/urDenial',
  'dates/applicationReceived',
  'dates/assigned',
  'dates/decision',
  'priority',
]

export const DOCUMENTS_OPENING =
  'The following relevant documents received from the interested parties and the documents provided with the ' +
  'application were reviewed and considered. These documents included:'

export const NECESSARY_AND_APPROPRIATE: readonly OutcomeWords[] = [
  { says: 'is not medically necessary and appropriate', decision: 'upheld' },
  { says: 'are not medically necessary and appropriate', decision: 'upheld' },
  { says: 'is medically necessary and appropriate', decision: 'overturned' },
  { says: 'are medically necessary and appropriate', decision: 'overturned' },
]
