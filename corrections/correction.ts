import { z } from 'zod'

const place = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  page: z.int().positive(),
  boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
})

const ACTIONS = ['accept', 'change', 'add', 'delete', 'withdraw'] as const

/**
 * One thing that a person said of a record. Pointers are those of the record as the program read it; `/diagnoses/-` is a
 * new entry of a list, and the empty pointer the whole record. Of two words on one pointer the last one holds.
 */
export const correction = z.object({
  /** Tells it apart from all others. */
  id: z.string().min(1).max(64),
  /** When, in ISO 8601. */
  at: z.iso.datetime(),
  /** Who. */
  by: z.string().min(1).max(100),
  /** The id of the record. */
  case: z.string().regex(/^sha256:[0-9a-f]{64}(#[1-9]\d*)?$/),
  action: z.enum(ACTIONS),
  pointer: z
    .string()
    .max(200)
    .regex(/^(\/[^/]*)*$/),
  /** The value that was looked at: what is read otherwise by now must not be changed unseen. */
  was: z.json().optional(),
  /** The text of the entry of a list that the pointer leads into, by which it is found when the list has changed. */
  entry: z.string().nullable().optional(),
  /** What it should be. */
  value: z.json().optional(),
  /** Where the letter says so. */
  places: z.array(place).max(50).optional(),
  /** The correction that is taken back. */
  of: z.string().optional(),
})

export type Correction = z.infer<typeof correction>

/** What holds of them: those that were neither taken back nor followed by another word on the same pointer. */
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
