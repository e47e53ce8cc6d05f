/** Mutable JSON: a copy of a record. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The steps of a JSON Pointer (RFC 6901). */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The JSON Pointer (RFC 6901) with these steps. */
export const pointerOf = (steps: readonly (string | number)[]): string =>
  steps.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The value at a pointer; undefined if there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value: unknown = root
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}

/** Sets the value at a pointer, or appends to a list for `-`. False if there is no such place. */
export function putAt(root: Json, pointer: string, value: Json): boolean {
  const steps = stepsOf(pointer)
  const last = steps.pop()
  const holder = valueAt(root, pointerOf(steps)) as Json | undefined
  if (last === undefined || typeof holder !== 'object' || holder === null) return false
  if (Array.isArray(holder) && last === '-') return holder.push(value) > 0
  if (!Object.hasOwn(holder, last)) return false
  ;(holder as Record<string, Json>)[last] = value
  return true
}
