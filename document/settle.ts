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
  const walk = ({ isNullable, element, members }: Shape, node: unknown, pointer: string): unknown => {
    if (isFound(node)) {
      if (node.spans.length > 0) places.push({ pointer, found: node })
      return node.value
    }
    if (isNullable && !node) return null
    if (element) return listOf(node).map((child, at) => walk(element, child, `${pointer}/${at}`))
    if (!members) return node
    const drafts = (node ?? {}) as Readonly<Record<string, unknown>>
    const value: Record<string, unknown> = {}
    for (const { key, step, shape } of members) value[key] = walk(shape, drafts[key], pointer + step)
    return value
  }
  return { value: walk(shapeOf(schema), draft, '') as T, places }
}

/** What `settle` needs to know of a schema. */
interface Shape {
  readonly isNullable: boolean
  readonly element?: Shape
  /** In the order of the schema; `step` leads to a member in a JSON Pointer. */
  readonly members?: readonly { readonly key: string; readonly step: string; readonly shape: Shape }[]
}

const shapes = new WeakMap<z.ZodType, Shape>()

/** Kept, since asking a schema for its type takes longer than what is done with the answer. */
function shapeOf(schema: z.ZodType): Shape {
  const shape = shapes.get(schema) ?? madeShape(schema)
  shapes.set(schema, shape)
  return shape
}

function madeShape(type: unknown): Shape {
  if (type instanceof z.ZodNullable) return { ...madeShape(type.unwrap()), isNullable: true }
  if (type instanceof z.ZodArray) return { isNullable: false, element: madeShape(type.element) }
  if (!(type instanceof z.ZodObject)) return { isNullable: false }
  const members = Object.entries(type.shape).map(([key, member]) => ({
    key,
    step: `/${escaped(key)}`,
    shape: madeShape(member),
  }))
  return { isNullable: false, members }
}

/** The empty value of a schema: null and `[]` wherever they are allowed. */
export const emptyOf = <T>(schema: z.ZodType<T>): T => settle(schema, {} as PartialDraft<T>).value

const listOf = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : [])

/** RFC 6901 */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
