import { type CaseRecord, Rejected, type SourceDocument, type Stage } from '../../document/index.ts'
import { readInput } from '../inputs/read.ts'
import { originOf, type Ref, rejectionOf, sameEnding, sha256 } from '../store/outcome.ts'
import type { Store } from '../store/store.ts'
import type { Stages } from './stages.ts'

interface Deps {
  readonly store: Store
  readonly stages: Stages
  /** Called with the index of each letter before it begins, so that a letter that hangs or kills can be identified. */
  readonly begin?: (index: number) => void
}

interface LetterDeps extends Deps {
  /** Restarts the clock of the current letter: one page of a scan takes as long as many letters. */
  readonly alive: () => void
}

/**
 * Reads each letter into the store, or writes its rejection. Whatever a letter does ends in its outcome; an exception
 * from here is a fault of the disk or the machine. Repeating a batch does no harm. A text that is there is left for
 * `extractBatch` to judge.
 */
export async function parseBatch(refs: readonly Ref[], deps: Deps): Promise<void> {
  for (const [index, ref] of refs.entries()) {
    if (settled(ref, deps) || deps.store.hasSource(ref.hash)) continue
    await parse(ref, begin(index, deps))
  }
}

/** Makes the outcome of each letter from its stored text, or reads it again if that is gone. */
export async function extractBatch(refs: readonly Ref[], deps: Deps): Promise<void> {
  for (const [index, ref] of refs.entries()) {
    if (!settled(ref, deps)) await extract(ref, begin(index, deps))
  }
}

function begin(index: number, deps: Deps): LetterDeps {
  const alive = () => deps.begin?.(index)
  alive()
  return { ...deps, alive }
}

/** Outcomes that are no longer valid were removed when the run began. */
const settled = (ref: Ref, { store }: Deps): boolean => store.hasOutcome(ref.hash)

async function parse(ref: Ref, { store, stages, alive }: LetterDeps): Promise<SourceDocument | undefined> {
  let source: SourceDocument
  try {
    source = await stages.readLetter({ bytes: await readUnchanged(ref), name: ref.name, onPicture: alive })
  } catch (error) {
    await reject(store, ref, error, 'read')
    return undefined
  }
  await store.putSource(ref.hash, source)
  return source
}

async function extract(ref: Ref, deps: LetterDeps): Promise<void> {
  const { store, stages } = deps
  const stored = await store.source(ref.hash)
  const source = stored && sameEnding(stored.name, ref.name) ? stored : await parse(ref, deps)
  if (source === undefined) return
  let records: readonly CaseRecord[]
  try {
    records = stages.extractRecords({ ...source, name: ref.name })
  } catch (error) {
    return reject(store, ref, error, 'extract')
  }
  await store.putOutcome(ref.hash, { records })
}

/** Running out of memory says nothing about the letter: the error is rethrown to end the process. */
async function reject(store: Store, ref: Ref, error: unknown, stage: Stage): Promise<void> {
  if (isOutOfMemory(error)) throw error
  await store.putOutcome(ref.hash, { rejection: rejectionOf(error, originOf(ref), stage) })
}

/** Whether the kernel refused an array: V8 has collected its garbage before it says so. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Rejected
    ? error.code === 'E_MEMORY'
    : error instanceof RangeError && /allocat|^Invalid string length/.test(error.message)

/** A file that was listed and cannot be read now has changed, whatever else happened to it. */
async function readUnchanged(ref: Ref): Promise<Uint8Array> {
  const bytes = await readInput(ref).catch(() => undefined)
  if (bytes && sha256(bytes) === ref.hash) return bytes
  throw new Rejected('E_CHANGED', 'read')
}
