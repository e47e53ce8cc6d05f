import type { FoldedText } from './folded.ts'
import type { PlacedMessage } from './message.ts'
import type { CaseRecord, DisputedItem, Form } from './record.ts'
import type { SourceDocument } from './source.ts'
import type { Span } from './span.ts'

/**
 * What a part of a letter is about, whatever its form calls it: the header table, a cover letter or a notice; how the
 * determination was made and by whom; the documents reviewed; the clinical summary; the decided items, in the older
 * forms one issue with its guideline and its rationale; and what closes the letter, which says nothing of the case.
 */
export type SectionKind =
  | 'header'
  | 'notice'
  | 'determination'
  | 'documents'
  | 'summary'
  | 'issues'
  | 'issue'
  | 'guideline'
  | 'rationale'
  | 'closing'

/** A part of a letter's body: what stands under one heading. Offsets count in the folded text. */
export interface Section {
  readonly kind: SectionKind
  readonly heading: Span
  readonly body: Span
}

/** One disputed item: its heading, the words of its outcome, and what follows each label. Null: the label is missing. */
export interface ItemSpans {
  readonly heading: Span
  readonly outcome: Span
  /** What the words of the outcome mean. */
  readonly decision: DisputedItem['decision']
  readonly claimsAdministrator: Span | null
  readonly reviewer: Span | null
  readonly rationale: Span | null
}

/** A field of the record, as far as the opening of a letter can promise it. */
export type Promised = 'caseNumber' | 'priority' | `dates/${keyof CaseRecord['dates']}`

/** A letter cut into its parts. */
export interface SectionedDocument {
  readonly source: SourceDocument
  readonly folded: FoldedText
  readonly form: Form
  /** Fields of the record that the opening of every letter of its form tells. */
  readonly promises: readonly Promised[]
  readonly sections: readonly Section[]
  readonly items: readonly ItemSpans[]
  readonly messages: readonly PlacedMessage[]
}
