import type { DisputedItem, Form, ItemSpans, Promised, SectionKind } from '../../../document/index.ts'

/**
 * The layout of a kind of letter, as data. Phrases are looked up in the folded text regardless of spaces and with a few
 * wrong characters allowed: a heading that wraps, or runs into the text after it, is still found.
 */
export interface LetterForm {
  readonly name: Exclude<Form, 'unknown'>
  /** What distinguishes this form from the others, besides its headings. */
  readonly markers: readonly Marker[]
  /** Wordings of its head, above the first heading, that no other document has: a letterhead, a title, labels. */
  readonly head: readonly string[]
  /**
   * The labels of its header, which other documents may share; a letter with one of them keeps what the form promises.
   */
  readonly headerLabels: readonly string[]
  /** In the order of the letter. */
  readonly sections: readonly SectionRule[]
  readonly items: ItemGrammar
  /** Fields that the opening of every letter of this form states, so that a missing one is a fault. */
  readonly promises: readonly Promised[]
}

/**
 * A wording and its weight for or, if negative, against a form; a heading shared with other kinds of letter weighs 1.
 */
export interface Marker {
  readonly says: string | RegExp
  readonly weight: number
}

/** How a section is recognized. */
export interface SectionRule {
  readonly kind: Exclude<SectionKind, 'header'>
  /** The heading's usual wording, then its variants. */
  readonly headings: readonly string[]
  /** Fixed sentences after the heading, which are not content; a pattern if they contain a date. */
  readonly openings?: readonly (string | RegExp)[]
  readonly weight: number
  /** Not every letter of the form has it. */
  readonly optional?: true
  /** It precedes every item, or comes in several wordings; the section begins at the first. */
  readonly repeats?: true
}

type LabelledPart = keyof Pick<ItemSpans, 'claimsAdministrator' | 'reviewer' | 'rationale'>

/** Words that state how an item was decided. */
export interface OutcomeWords {
  readonly says: string
  readonly decision: DisputedItem['decision']
}

/** How a label of an item is recognized. */
export interface LabelRule {
  /** The part that follows the label; null if it is not part of an item. */
  readonly part: LabelledPart | null
  readonly says: readonly string[]
  /** Whether the label is the beginning of a sentence of that part. */
  readonly opensSentence?: true
}

/** How the decided items are written. */
export type ItemGrammar = LabelledItems | ListedItems | SingleItem

/** "MRI of the neck: Upheld", followed by the labels of the item's parts. */
export interface LabelledItems {
  readonly kind: 'labelled'
  readonly outcomes: readonly OutcomeWords[]
  readonly labels: readonly LabelRule[]
  /** Whether item names are numbered: "2. MRI of the neck". */
  readonly numbered: boolean
  /** Sentences of a name that spells out what utilization review allowed: its first one, and one of the later ones. */
  readonly modified?: { readonly opens: RegExp; readonly goesOn: RegExp }
}

/**
 * A list of sentences, printed once or twice: "… has determined the request for X is …"; the parts of each item follow
 * further down.
 */
export interface ListedItems {
  readonly kind: 'listed'
  /** Words before the name in the list. */
  readonly opens: readonly string[]
  readonly outcomes: readonly OutcomeWords[]
  /** Words before the name at the start of the item's parts. */
  readonly reopens: readonly string[]
  readonly labels: readonly LabelRule[]
}

/** A single item per letter, whose parts are sections; the heading of its rationale states the decision. */
export interface SingleItem {
  readonly kind: 'single'
  readonly outcomes: readonly OutcomeWords[]
  /** The words of that heading before those that decide. */
  readonly decidesBehind: string
  /** Wordings around the name of the item, as its group `item`. */
  readonly frames: readonly RegExp[]
}
