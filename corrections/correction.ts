import { z } from 'zod'

const place = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  page: z.int().positive(),
  boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
})

const ACTIONS = ['accept', 'change', 'add', 'delete', 'withdraw'] as const

/**
 * One statement of a person about a record. Pointers are those of the record as the program read it; `/diagnoses/-` is
 * a new entry of a list, and the empty pointer the whole record. Of several corrections with one pointer the last one
 * applies.
 */
export const correction = z.object({
  /** Unique id. */
  id: z.string().min(1).max(64),
  /** Time in ISO 8601. */
  at: z.iso.datetime(),
  /** Author. */
  by: z.string().min(1).max(100),
  /** The id of the record. */
  case: z.string().regex(/^sha256:[0-9a-f]{64}(#[1-9]\d*)?$/),
  action: z.enum(ACTIONS),
  pointer: z
    .string()
    .max(200)
    .regex(/^(\/[^/]*)*$/),
  /** The value the person saw: a value that is read differently by now must not be changed unseen. */
  was: z.json().optional(),
  /** The text of the list entry that contains the value, by which the entry is found if the list has changed. */
  entry: z.string().nullable().optional(),
  /** The right value. */
  value: z.json().optional(),
  /** Where the letter states it. */
  places: z.array(place).max(50).optional(),
  /** The correction that is revoked. */
  of: z.string().optional(),
})

/** A correction as it is logged. */
export type Correction = z.infer<typeof correction>

/** The corrections that apply: neither revoked nor superseded by a later one with the same pointer. */
export function inForce(corrections: readonly Correction[]): readonly Correction[] {
  const withdrawn = new Set(corrections.flatMap(({ of }) => of ?? []))
  const last = new Map<string, Correction>()
  for (const one of corrections) {
    if (one.action === 'withdraw' || withdrawn.has(one.id)) continue
    const key = one.action === 'add' ? one.id : one.pointer
    last.delete(key)
    last.set(key, one)
  }
  return [...last.values()]
}
