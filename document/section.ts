import type { FoldedText } from './folded.ts'
import type { PlacedMessage } from './message.ts'
import type { Form } from './record.ts'
import type { SourceDocument } from './source.ts'
import type { Span } from './span.ts'

/** A part of a letter's body: what stands under one heading. Offsets count in the folded text. */
export interface Section {
  readonly kind: 'header' | 'determination' | 'summary' | 'issues'
  readonly heading: Span
  readonly body: Span
}

/** One disputed item: its heading, the word of its outcome, and what follows each label. Null: the label is missing. */
export interface ItemSpans {
  readonly heading: Span
  readonly outcome: Span
  readonly claimsAdministrator: Span | null
  readonly reviewer: Span | null
  readonly rationale: Span | null
}

/** A letter cut into its parts. */
export interface SectionedDocument {
  readonly source: SourceDocument
  readonly folded: FoldedText
  readonly form: Form
  readonly sections: readonly Section[]
  readonly items: readonly ItemSpans[]
  readonly messages: readonly PlacedMessage[]
}
