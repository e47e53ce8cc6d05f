import type { Form, Section } from '../../document/index.ts'

/**
 * The layout of a family of letters, as data. Phrases are matched in the folded text, where lines are joined: a wrapped
 * heading, or one glued to the text after it, is still the same phrase.
 */
export interface LetterForm {
  readonly name: string
  readonly sections: readonly {
    readonly kind: Exclude<Section['kind'], 'header'>
    readonly heading: string
    /** The fixed sentence after the heading, which is no content. */
    readonly opening: string | null
  }[]
  /** Labels of an item's parts, in the letter's order. */
  readonly labels: {
    readonly claimsAdministrator: string
    readonly reviewer: string
    readonly rationale: string
  }
  /** Words that close an item's heading after a colon. */
  readonly outcomes: readonly string[]
  /** Sentences of a heading that spells out what utilization review allowed: its first, and one of its later ones. */
  readonly modified: { readonly opens: RegExp; readonly goesOn: RegExp }
  /** Variants of the form, most telling first; the first whose sign stands in the letter names it. */
  readonly variants: readonly { readonly form: Exclude<Form, 'unknown'>; readonly sign: RegExp }[]
}
