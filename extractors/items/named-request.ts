import { type BodyPart, span } from '../../document/index.ts'
import { classified } from './classify.ts'
import { placesNamed } from './item-sites.ts'

/** A request that prose names: "an MRI of the lumbar spine". */
export interface NamedRequest {
  readonly category: string
  readonly subcategory: string
  readonly parts: readonly BodyPart[]
}

/** Only terms of services and drugs decide; the form of a word alone does not. */
const CERTAIN: ReadonlySet<string> = new Set(['items/service', 'items/drug'])

/** The class and the places of a request, or null if its words name none for certain. */
export function namedRequest(text: string): NamedRequest | null {
  const { category, subcategory, rule } = classified(text, span(0, text.length))
  if (category === null || subcategory === null || !CERTAIN.has(rule)) return null
  return { category, subcategory, parts: placesNamed(text).map(({ part }) => part) }
}
