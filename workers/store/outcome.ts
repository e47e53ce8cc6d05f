import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { type CaseRecord, Rejected, type Rejection, type RejectionCode, type Stage } from '../../document/index.ts'

/**
 * A letter by reference. Queues, messages between processes and logs hold nothing else of it: its text stays in the
 * file and in the store.
 */
export interface Ref {
  /** Hex SHA-256 of the bytes. */
  readonly hash: string
  /** Absolute path. */
  readonly path: string
  /** Base name. */
  readonly name: string
  /** Size of the file. */
  readonly bytes: number
}

/** What became of an input: one record, or several if it holds several letters. */
export type Outcome = { readonly records: readonly CaseRecord[] } | { readonly rejection: Rejection }

/** What is known about a rejected input; `hash` is null if its bytes were not read. */
export interface Origin {
  readonly hash: string | null
  readonly name: string
  readonly relative: string
  readonly bytes: number | null
}

/** Codes that depend on the moment rather than the bytes: the next run retries such an input. */
const PASSING: ReadonlySet<RejectionCode> = new Set(['E_CHANGED', 'E_UNREADABLE', 'E_INTERNAL'])

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a rejection needs to know of a letter. */
export const originOf = (ref: Ref): Origin => ({ hash: ref.hash, name: ref.name, relative: ref.name, bytes: ref.bytes })

/** The rejection for an error. For an unexpected one it names the type only: the message might quote the letter. */
export function rejectionOf(error: unknown, origin: Origin, stage: Stage): Rejection {
  const { code, stage: where, reason } = error instanceof Rejected ? named(error) : internal(error, stage)
  const id = origin.hash === null ? `path:${sha256(origin.relative)}` : `sha256:${origin.hash}`
  return { id, source: { name: origin.name, bytes: origin.bytes }, code, stage: where, reason }
}

/** The part of an outcome that most callers need; the rest is a hundred times as long. */
export interface Head {
  /** Of the input; the id of one of several records has a number appended. */
  readonly id: string
  readonly name: string
  readonly kind: 'record' | 'partial' | 'rejection'
  readonly code: RejectionCode | null
}

/** The head of an outcome. */
export function headOf(outcome: Outcome): Head {
  if ('rejection' in outcome) {
    const { id, source, code } = outcome.rejection
    return { id, name: source.name, kind: 'rejection', code }
  }
  const { id, source } = outcome.records[0]!
  const partial = outcome.records.some(({ status }) => status === 'partial')
  return { id: id.replace(/#\d+$/, ''), name: source.name, kind: partial ? 'partial' : 'record', code: null }
}

/** The same outcome under another name, for the first of several byte-equal inputs. */
export function renamed(outcome: Outcome, name: string): Outcome {
  const named = <T extends CaseRecord | Rejection>(end: T): T => ({ ...end, source: { ...end.source, name } })
  return 'records' in outcome ? { records: outcome.records.map(named) } : { rejection: named(outcome.rejection) }
}

/**
 * Whether an earlier outcome is still valid for `name`, whose extension also determines a letter's type. `retry` are
 * codes that the user wants to retry.
 */
export function settles(head: Head, name: string, retry: ReadonlySet<RejectionCode> = NONE): boolean {
  if (head.code !== null && (PASSING.has(head.code) || retry.has(head.code))) return false
  return sameEnding(head.name, name)
}

const NONE: ReadonlySet<RejectionCode> = new Set()

/** Whether two names have the same extension. */
export const sameEnding = (a: string, b: string): boolean => extname(a).toLowerCase() === extname(b).toLowerCase()

const named = (error: Rejected) => ({ code: error.code, stage: error.stage, reason: error.message })

function internal(error: unknown, stage: Stage) {
  const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'unknown error'
  return { code: 'E_INTERNAL' as const, stage, reason: `unexpected ${name}` }
}
