import type { Correction } from '../../../corrections/index.ts'

/** What a person says about a value; place, author and time are added later. */
export type Said = Pick<Correction, 'action' | 'pointer'> &
  Partial<Pick<Correction, 'value' | 'places' | 'of' | 'was' | 'entry'>>

/** The last correction of a value, or of the entry to which it belongs. */
export function wordOn(corrections: readonly Correction[], pointer: string): Correction | undefined {
  const withdrawn = new Set(corrections.flatMap(({ of }) => of ?? []))
  const entry = pointer.replace(/\/text$/, '')
  return corrections.findLast(
    one =>
      one.action !== 'withdraw' &&
      !withdrawn.has(one.id) &&
      (one.pointer === pointer || (one.action === 'delete' && one.pointer === entry)),
  )
}

/** A correction in words. */
export function spokenText({ action, value }: Correction): string {
  if (action === 'accept') return 'accepted'
  if (action === 'delete') return 'deleted'
  if (value === null || value === undefined) return 'changed to “not stated”'
  return `changed to ${typeof value === 'object' ? 'another value' : String(value)}`
}
