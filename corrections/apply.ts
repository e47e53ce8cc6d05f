import { isDeepStrictEqual } from 'node:util'
import { type CaseRecord, caseRecord } from '../document/index.ts'
import { type Correction, inForce } from './correction.ts'
import { type Json, pointerOf, putAt, stepsOf, valueAt } from './pointer.ts'

/** A record with its corrections applied. */
export interface Corrected {
  readonly record: CaseRecord
  readonly applied: readonly Correction[]
  /** Those that no longer fit, because the program reads the value differently by now. */
  readonly lost: readonly Correction[]
}

/** The rule name in the evidence of a corrected value. */
const RULE = 'correction'

/**
 * Applies corrections to a record. Corrected values have evidence with the rule `correction`, and a message. A value
 * that is invalid in a record throws `TypeError`; the given record is not modified.
 */
export function applyCorrections(record: CaseRecord, corrections: readonly Correction[]): Corrected {
  const draft = structuredClone(record) as unknown as Json
  const applied: Correction[] = []
  const lost: Correction[] = []
  const gone: string[] = []
  for (const one of inForce(corrections)) {
    const pointer = placed(record, one)
    if (pointer !== undefined && applyOne(draft, record, { ...one, pointer }, gone)) applied.push(one)
    else lost.push(one)
  }
  for (const pointer of gone.sort(byPlaceDown)) removeEntry(draft as Record<string, Json>, pointer)
  const parsed = caseRecord.safeParse(derived(draft as unknown as CaseRecord))
  if (!parsed.success) throw new TypeError(`no such value: ${parsed.error.issues[0]?.path.join('.')}`)
  return { record: parsed.data, applied, lost }
}

/** The pointer of the value that the correction is about; undefined if it no longer exists or has changed. */
function placed(record: CaseRecord, { action, pointer, was, entry }: Correction): string | undefined {
  const [list, index, ...rest] = stepsOf(pointer)
  if (action === 'accept' && pointer === '') return pointer
  let found = pointer
  if (entry !== undefined && entry !== null && index !== '-') {
    const entries = valueAt(record, pointerOf([list!])) as readonly { readonly text?: string }[]
    const at = entries[Number(index)]?.text === entry ? Number(index) : entries.findIndex(({ text }) => text === entry)
    if (at < 0) return undefined
    found = pointerOf([list!, at, ...rest])
  }
  if (action === 'add') return found
  return was === undefined || isDeepStrictEqual(valueAt(record, found), was) ? found : undefined
}

function applyOne(draft: Json, record: CaseRecord, one: Correction, gone: string[]): boolean {
  const { action, pointer, value = null } = one
  if (action === 'accept') return true
  if (action === 'delete' && Array.isArray(valueAt(record, pointerOf(stepsOf(pointer).slice(0, -1))))) {
    gone.push(pointer)
    return true
  }
  if (!putAt(draft, pointer, action === 'delete' ? null : (value as Json))) return false
  const at = action === 'add' ? newEntry(draft, pointer) : pointer
  recordChange(draft as unknown as CaseRecord, at, one)
  return true
}

/** The pointer to the entry just appended to a list. */
function newEntry(draft: Json, pointer: string): string {
  const list = pointerOf(stepsOf(pointer).slice(0, -1))
  return pointerOf([...stepsOf(list), (valueAt(draft, list) as unknown[]).length - 1])
}

/** Replaces the evidence and messages of the old value by those of the new one. */
function recordChange(draft: CaseRecord, pointer: string, { action, places = [] }: Correction): void {
  const target = action === 'add' && typeof valueAt(draft, `${pointer}/text`) === 'string' ? `${pointer}/text` : pointer
  for (const other of Object.keys(draft.evidence))
    if (other === pointer || other.startsWith(`${pointer}/`)) delete draft.evidence[other]
  if (places.length > 0) draft.evidence[target] = places.map(place => ({ ...place, rule: RULE }))
  draft.messages.push({ code: 'value/corrected', severity: 'info', pointer: target, reason: 'corrected by a person' })
}

/** Later entries of a list first, so that no index shifts before it is used. */
function byPlaceDown(a: string, b: string): number {
  const [stepsA, stepsB] = [stepsOf(a), stepsOf(b)]
  for (const [at, step] of stepsA.entries())
    if (step !== stepsB[at]) return Number(stepsB[at]) - Number(step) || (step < (stepsB[at] ?? '') ? 1 : -1)
  return stepsB.length - stepsA.length
}

function removeEntry(draft: Record<string, Json>, pointer: string): void {
  const steps = stepsOf(pointer)
  const at = Number(steps.pop())
  const list = pointerOf(steps)
  ;(valueAt(draft, list) as Json[]).splice(at, 1)
  const shifted = (other: string) => shiftedPointer(other, list, at)
  const { evidence, messages } = draft as unknown as CaseRecord
  draft.evidence = Object.fromEntries(
    Object.entries(evidence).flatMap(([other, places]) => {
      const to = shifted(other)
      return to === undefined ? [] : [[to, places as unknown as Json]]
    }),
  )
  draft.messages = messages.flatMap(message => {
    const to = message.pointer === null ? null : shifted(message.pointer)
    return to === undefined ? [] : [{ ...message, pointer: to }]
  })
}

/** A pointer after entry `at` of a list was removed; undefined for one into that entry. */
function shiftedPointer(pointer: string, list: string, at: number): string | undefined {
  if (!pointer.startsWith(`${list}/`)) return pointer
  const [index, ...rest] = stepsOf(pointer.slice(list.length))
  if (Number(index) === at) return undefined
  return Number(index) > at ? `${list}${pointerOf([Number(index) - 1, ...rest])}` : pointer
}

/** What is derived from decisions is derived from corrected ones, too. */
function derived(record: CaseRecord): CaseRecord {
  const disputedItems = record.disputedItems.map((item, at) => ({
    ...item,
    ordinal: at + 1,
    medicallyNecessary: item.decision === 'overturned',
  }))
  const overturned = disputedItems.filter(({ medicallyNecessary }) => medicallyNecessary).length
  const all = disputedItems.length
  const outcome =
    all === 0
      ? record.outcome
      : overturned === 0
        ? 'upheld'
        : overturned === all
          ? 'overturned'
          : 'partially-overturned'
  return { ...record, disputedItems, outcome }
}
