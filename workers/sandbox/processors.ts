import { Rejected, type SourceDocument, type Stage } from '../../document/index.ts'
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

interface ExtractDeps extends Deps {
  /** Called before all letters are extracted together, and every second from then on; absent if each is to be alone. */
  readonly beginAll?: (() => void) | undefined
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
export async function extractBatch(refs: readonly Ref[], deps: ExtractDeps): Promise<void> {
  const texts: Text[] = []
  for (const [index, ref] of refs.entries()) {
    const source = settled(ref, deps) ? undefined : await textOf(ref, index, deps)
    if (source === undefined) continue
    texts.push({ index, ref, source: { ...source, name: ref.name } })
    if (!deps.beginAll) await extract(texts.splice(0), deps)
  }
  if (texts.length > 0) await extract(texts, deps)
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

/** A letter whose text was read. */
interface Text {
  /** In the batch. */
  readonly index: number
  readonly ref: Ref
  readonly source: SourceDocument
}

async function textOf(ref: Ref, index: number, deps: Deps): Promise<SourceDocument | undefined> {
  const stored = await deps.store.source(ref.hash)
  return stored && sameEnding(stored.name, ref.name) ? stored : parse(ref, begin(index, deps))
}

async function extract(texts: readonly Text[], deps: ExtractDeps): Promise<void> {
  const { store, stages, beginAll } = deps
  const alive = texts.length > 1 && beginAll ? beginAll : () => deps.begin?.(texts[0]!.index)
  alive()
  const ends = stages.extractTogether(
    texts.map(({ source }) => source),
    everySecond(alive),
  )
  for (const [at, end] of ends.entries()) {
    const { ref } = texts[at]!
    if (end.status === 'rejected') await reject(store, ref, end.reason, 'extract')
    else await store.putOutcome(ref.hash, { records: end.value })
  }
}

/** Calls a function once a second if it is called more often. */
function everySecond(act: () => void): () => void {
  let last = performance.now()
  return () => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    act()
  }
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
