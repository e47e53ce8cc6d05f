import type { FoldedText } from './folded.ts'
import type { PlacedMessage } from './message.ts'
import type { CaseRecord, DisputedItem, Form } from './record.ts'
import type { SourceDocument } from './source.ts'
import type { Span } from './span.ts'

/**
 * What a part of a letter is about, whatever its form calls it: the header table, a cover letter or a notice; how and
 * by whom the determination was made; the documents reviewed; the clinical summary; the decided items (in the older
 * forms a single issue with its guideline and rationale); and the closing, which says nothing about the case.
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

/** A part of a letter's body: the text under one heading. Offsets count in the folded text. */
export interface Section {
  readonly kind: SectionKind
  readonly heading: Span
  readonly body: Span
}

/** One disputed item: its heading, its outcome, and the text after each label. Null means that the label is missing. */
export interface ItemSpans {
  readonly heading: Span
  readonly outcome: Span
  /** What the outcome means. */
  readonly decision: DisputedItem['decision']
  readonly claimsAdministrator: Span | null
  readonly reviewer: Span | null
  readonly rationale: Span | null
}

/** A field of the record that the opening of a letter can promise. */
export type Promised = 'caseNumber' | 'priority' | `dates/${keyof CaseRecord['dates']}`

/** A letter cut into its parts. */
export interface SectionedDocument {
  readonly source: SourceDocument
  readonly folded: FoldedText
  readonly form: Form
  /** Fields of the record that the opening of every letter of this form states. */
  readonly promises: readonly Promised[]
  readonly sections: readonly Section[]
  readonly items: readonly ItemSpans[]
  readonly messages: readonly PlacedMessage[]
}
