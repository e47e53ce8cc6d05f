import type { CaseRecord, DisputedItem, PartialDraft } from '../document/index.ts'

/** The sections of a letter that an extractor can ask for, as folded text. */
export type CaseSection = 'header' | 'notice' | 'determination' | 'documents' | 'summary'

/** The parts of one disputed item, as folded text; `heading` excludes the outcome. */
export type ItemSection = 'heading' | 'claimsAdministrator' | 'reviewer' | 'rationale'

/** What one extractor found of a case. Fields that it does not name are left to others. */
export type CaseDraft = PartialDraft<CaseRecord>
/** The same of a disputed item. */
export type ItemDraft = PartialDraft<DisputedItem>

/**
 * One kind of fact, read from one section. `extract` is a pure function of the section's text: it gets a string in
 * which lines are joined, and returns the record's fields with offsets into that string. If two extractors give the
 * same field, the one that comes first in the registry wins, value by value.
 */
export interface CaseExtractor {
  readonly name: string
  readonly reads: CaseSection
  /** `lineStarts`: offsets at which the letter's lines began, for facts that depend on layout. */
  readonly extract: (text: string, lineStarts?: readonly number[]) => CaseDraft
}

/** The same for a part of a disputed item. */
export interface ItemExtractor {
  readonly name: string
  readonly reads: ItemSection
  /** `about`: context from outside the section; without it the item is taken to be upheld and alone in its letter. */
  readonly extract: (text: string, about?: ItemSurroundings) => ItemDraft
}

/** The extractors to run on a letter: those of the case, and those of each disputed item. */
export interface Extractors {
  readonly ofCase: readonly CaseExtractor[]
  readonly ofItem: readonly ItemExtractor[]
}

/** An item as its section table has it, and all items of its letter, itself included. */
export interface ItemSurroundings {
  readonly ordinal: number
  readonly decision: DisputedItem['decision']
  readonly heading: string
  readonly items: readonly Omit<ItemSurroundings, 'items'>[]
}

/** The surroundings of an upheld item that is alone in its letter. */
export const ALONE: ItemSurroundings = { ordinal: 1, decision: 'upheld', heading: '', items: [] }
