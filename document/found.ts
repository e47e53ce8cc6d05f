import { type Span, shift } from './span.ts'

/** A value and the places it was read from; `rule` names what read it. Only what is `judged` has no places. */
export interface Found<T> {
  readonly value: T
  readonly spans: readonly Span[]
  readonly rule: string
  /** Whether the value is the words of its places as they stand. */
  readonly verbatim?: true
}

type Scalar = string | number | boolean

/**
 * The shape of a record in which every scalar still carries its place. Extractors give drafts with offsets
 * into the text they were handed; `placed` moves them to the document; `settle` splits a finished draft into
 * the plain record and its evidence.
 */
export type Draft<T> = [NonNullable<T>] extends [Scalar]
  ? Found<NonNullable<T>> | Extract<T, null>
  : T extends readonly (infer U)[]
    ? readonly Draft<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Draft<T[K]> }
      : T

/** A draft that names only what was found; a list that it names is whole. The schema says what the rest is. */
export type PartialDraft<T> = [NonNullable<T>] extends [Scalar | readonly unknown[]]
  ? Draft<T>
  : T extends object
    ? { readonly [K in keyof T]?: PartialDraft<T[K]> }
    : T

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

/** A value that no words of the letter say, such as how sure the program is of another: `settle` gives it no evidence. */
export const judged = <const T extends Scalar>(value: T, rule: string): Found<T> => ({ value, spans: [], rule })

export function isFound(node: unknown): node is Found<Scalar> {
  return typeof node === 'object' && node !== null && 'rule' in node && 'spans' in node
}

/** Applies `change` to every found value of a draft and leaves its shape alone. */
export function mapFound<T>(draft: T, change: (value: Found<Scalar>) => unknown): T {
  const walk = (node: unknown): unknown => {
    if (isFound(node)) return change(node)
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]))
  }
  return walk(draft) as T
}

/** The draft with all its offsets counted from a text that begins `origin` units earlier. */
export const placed = <T>(draft: T, origin: number): T =>
  mapFound(draft, value => ({ ...value, spans: value.spans.map(local => shift(local, origin)) }))
