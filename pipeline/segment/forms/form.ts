import type { DisputedItem, Form, ItemSpans, Promised, SectionKind } from '../../../document/index.ts'

/**
 * The layout of a kind of letter, as data. Phrases are looked up in the folded text, blind to blanks and with a few wrong
 * signs forgiven: a heading that wraps, or is glued to the text after it, is still the same phrase.
 */
export interface LetterForm {
  readonly name: Exclude<Form, 'unknown'>
  /** What tells this form from the others, besides its headings. */
  readonly markers: readonly Marker[]
  /** How its head is worded, above its first heading, where no other paper is worded so: a letterhead, a title, labels. */
  readonly head: readonly string[]
  /** The labels of its header, which other papers may have too; a letter with one of them keeps what the form promises. */
  readonly headerLabels: readonly string[]
  /** In the letter's order. */
  readonly sections: readonly SectionRule[]
  readonly items: ItemGrammar
  /** What the opening of every letter of this form tells, so that its lack is a fault. */
  readonly promises: readonly Promised[]
}

/** A wording and how much it speaks for a form, or against it; a heading that other kinds of letter share weighs 1. */
export interface Marker {
  readonly says: string | RegExp
  readonly weight: number
}

export interface SectionRule {
  readonly kind: Exclude<SectionKind, 'header'>
  /** How the heading is worded, and how else. */
  readonly headings: readonly string[]
  /** Fixed sentences after the heading, which are no content; where one has a date in it, its pattern. */
  readonly openings?: readonly (string | RegExp)[]
  readonly weight: number
  /** Not every letter of the form has it. */
  readonly optional?: true
  /** It stands above every item, or in several wordings; the section begins at the first. */
  readonly repeats?: true
}

type LabelledPart = keyof Pick<ItemSpans, 'claimsAdministrator' | 'reviewer' | 'rationale'>

/** Words that say how an item was decided. */
export interface OutcomeWords {
  readonly says: string
  readonly decision: DisputedItem['decision']
}

export interface LabelRule {
  /** What stands behind the label; null where that is none of an item's parts. */
  readonly part: LabelledPart | null
  readonly says: readonly string[]
  /** Whether the label is the beginning of the part's own sentence. */
  readonly opensSentence?: true
}

/** How the decided items are written. */
export type ItemGrammar = LabelledItems | ListedItems | SingleItem

/** "MRI of the neck: Upheld", and behind it the labels of the item's parts. */
export interface LabelledItems {
  readonly kind: 'labelled'
  readonly outcomes: readonly OutcomeWords[]
  readonly labels: readonly LabelRule[]
  /** Whether the names of items are numbered: "2. MRI of the neck". */
  readonly numbered: boolean
  /** Sentences of a name that spells out what utilization review allowed: its first, and one of its later ones. */
  readonly modified?: { readonly opens: RegExp; readonly goesOn: RegExp }
}

/** Sentences in a list, once or twice: "… has determined the request for X is …"; further down the parts of each item. */
export interface ListedItems {
  readonly kind: 'listed'
  /** Words before the name in the list. */
  readonly opens: readonly string[]
  readonly outcomes: readonly OutcomeWords[]
  /** Words before the name where the item's parts begin. */
  readonly reopens: readonly string[]
  readonly labels: readonly LabelRule[]
}

/** One item a letter, whose parts are sections; the heading of its rationale says how it was decided. */
export interface SingleItem {
  readonly kind: 'single'
  readonly outcomes: readonly OutcomeWords[]
  /** The words of that heading before those that decide. */
  readonly decidesBehind: string
  /** Wordings around the name of the item, as its group `item`. */
  readonly frames: readonly RegExp[]
}
