import type { CaseRecord, DisputedItem, PartialDraft } from '../document/index.ts'

/** The sections of a letter that an extractor can ask for, as folded text. */
export type CaseSection = 'header' | 'notice' | 'determination' | 'documents' | 'summary'

/** The parts of one disputed item, as folded text; `heading` comes without its outcome. */
export type ItemSection = 'heading' | 'claimsAdministrator' | 'reviewer' | 'rationale'

export type CaseDraft = PartialDraft<CaseRecord>
export type ItemDraft = PartialDraft<DisputedItem>

/**
 * One kind of fact, read from one section. `extract` is a pure function of the section's text: it gets a string in
 * which lines are joined, and gives the record's fields with offsets into that string. Where two extractors give the
 * same field, the one that comes first in the registry wins, value by value.
 */
export interface CaseExtractor {
  readonly name: string
  readonly reads: CaseSection
  /** `lineStarts`: where the lines of the letter began, for what only their layout tells. */
  readonly extract: (text: string, lineStarts?: readonly number[]) => CaseDraft
}

/** The same for a part of a disputed item. */
export interface ItemExtractor {
  readonly name: string
  readonly reads: ItemSection
  /** `about`: what one section does not tell of its item; an item that stands alone has been upheld. */
  readonly extract: (text: string, about?: ItemSurroundings) => ItemDraft
}

/** What is run on a letter: extractors of the case, and of each disputed item. */
export interface Extractors {
  readonly ofCase: readonly CaseExtractor[]
  readonly ofItem: readonly ItemExtractor[]
}

/** An item as its section table has it, and the items of its letter, itself among them. */
export interface ItemSurroundings {
  readonly ordinal: number
  readonly decision: DisputedItem['decision']
  readonly heading: string
  readonly items: readonly Omit<ItemSurroundings, 'items'>[]
}

export const ALONE: ItemSurroundings = { ordinal: 1, decision: 'upheld', heading: '', items: [] }
