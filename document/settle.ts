import { z } from 'zod'
import { type Found, isFound, type PartialDraft } from './found.ts'

/** A found value and the JSON Pointer of its place in the record. */
export interface Placed {
  readonly pointer: string
  readonly found: Found<string | number | boolean>
}

/**
 * Completes a draft by its schema and splits it into plain values and the places of those that were read from the
 * letter, in the order of the schema. What the draft leaves out becomes null or `[]`, as the schema allows; a required
 * value stays undefined, and the record then fails its check.
 */
export function settle<T>(schema: z.ZodType<T>, draft: PartialDraft<T>): { value: T; places: Placed[] } {
  const places: Placed[] = []
  const walk = (type: unknown, node: unknown, pointer: string): unknown => {
    if (isFound(node)) {
      if (node.spans.length > 0) places.push({ pointer, found: node })
      return node.value
    }
    if (type instanceof z.ZodNullable) return node ? walk(type.unwrap(), node, pointer) : null
    if (type instanceof z.ZodArray)
      return listOf(node).map((child, at) => walk(type.element, child, `${pointer}/${at}`))
    if (!(type instanceof z.ZodObject)) return node
    const members = (node ?? {}) as Readonly<Record<string, unknown>>
    return Object.fromEntries(
      Object.entries(type.shape).map(([key, member]) => [
        key,
        walk(member, members[key], `${pointer}/${escaped(key)}`),
      ]),
    )
  }
  return { value: walk(schema, draft, '') as T, places }
}

/** The empty value of a schema: null and `[]` wherever they are allowed. */
export const emptyOf = <T>(schema: z.ZodType<T>): T => settle(schema, {} as PartialDraft<T>).value

const listOf = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : [])

/** RFC 6901 */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
