import { type Span, shift } from './span.ts'

/** A value and the places it was read from; `rule` names the rule that read it. Only a `judged` value has no places. */
export interface Found<T> {
  readonly value: T
  readonly spans: readonly Span[]
  readonly rule: string
  /** Whether the value is exactly the text at its places. */
  readonly verbatim?: true
}

/** A value of a record that is neither an object nor a list. */
export type Scalar = string | number | boolean

/**
 * The shape of a record in which every scalar still carries its place. Extractors return drafts with offsets into the
 * text they were given; `shiftedDraft` moves them to the document; `settle` splits a finished draft into the plain record and
 * its evidence.
 */
export type Draft<T> = [NonNullable<T>] extends [Scalar]
  ? Found<NonNullable<T>> | Extract<T, null>
  : T extends readonly (infer U)[]
    ? readonly Draft<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Draft<T[K]> }
      : T

/** A draft that holds only what was found; a list that is present is complete. The schema supplies the rest. */
export type PartialDraft<T> = [NonNullable<T>] extends [Scalar | readonly unknown[]]
  ? Draft<T>
  : T extends object
    ? { readonly [K in keyof T]?: PartialDraft<T[K]> }
    : T

/**
 * A value and where it was read, as extractors return it.
 *
 * @param value - the value for the record
 * @param at - its place, or all of its places, in the text that the extractor was given
 * @param rule - name of the rule, which the evidence will carry: "demographics/age"
 */
export const found = <const T extends Scalar>(value: T, at: Span | readonly Span[], rule: string): Found<T> => ({
  value,
  spans: 'start' in at ? [at] : at,
  rule,
})

/** The words of `text` at `at`, as a found value. */
export const verbatim = (text: string, at: Span, rule: string): Found<string> => ({
  ...found<string>(text.slice(at.start, at.end), at, rule),
  verbatim: true,
})

/** A value that is not stated in the letter, such as a confidence: `settle` gives it no evidence. */
export const judged = <const T extends Scalar>(value: T, rule: string): Found<T> => ({ value, spans: [], rule })

/** Whether a node of a draft is a found value rather than an object or a list. */
export function isFound(node: unknown): node is Found<Scalar> {
  return typeof node === 'object' && node !== null && 'rule' in node && 'spans' in node
}

/** Applies `change` to every found value of a draft and keeps its shape. */
export function mapFound<T>(draft: T, change: (value: Found<Scalar>) => unknown): T {
  const walk = (node: unknown): unknown => {
    if (isFound(node)) return change(node)
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    const changed: Record<string, unknown> = {}
    for (const key of Object.keys(node)) changed[key] = walk((node as Record<string, unknown>)[key])
    return changed
  }
  return walk(draft) as T
}

/** The draft with all offsets counted from a text that begins `origin` units earlier. */
export const shiftedDraft = <T>(draft: T, origin: number): T =>
  mapFound(draft, value => ({ ...value, spans: value.spans.map(local => shift(local, origin)) }))
