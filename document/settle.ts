import { type Draft, type Found, isFound } from './found.ts'

/** A found value and the JSON Pointer of its place in the record. */
export interface Placed {
  readonly pointer: string
  readonly found: Found<string | number | boolean>
}

/** Splits a draft into plain values and, in the order of the record, the places of those that were read from the letter. */
export function settle<T>(draft: Draft<T>): { value: T; places: Placed[] } {
  const places: Placed[] = []
  const walk = (node: unknown, pointer: string): unknown => {
    if (isFound(node)) {
      if (node.spans.length > 0) places.push({ pointer, found: node })
      return node.value
    }
    if (Array.isArray(node)) return node.map((child, at) => walk(child, `${pointer}/${at}`))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, walk(child, `${pointer}/${escaped(key)}`)]),
    )
  }
  return { value: walk(draft, '') as T, places }
}

/** RFC 6901 */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
