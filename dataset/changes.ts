import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readLines } from '../disk/index.ts'
import type { CaseRecord } from '../document/index.ts'
import type { RecordChange } from './tables/index.ts'

/** What a dataset keeps of each record, so that a later one can report changes. */
export interface RecordDigest {
  readonly id: string
  readonly caseNumber: string | null
  /** Hex, of the record without its extractor: another version with the same result is no change. */
  readonly sha256: string
  readonly version: string
}

/** The digest of a record. */
export function contentOf({ extractor, ...record }: CaseRecord): RecordDigest {
  const sha256 = createHash('sha256').update(JSON.stringify(record)).digest('hex')
  return { id: record.id, caseNumber: record.caseNumber, sha256, version: extractor.version }
}

/** Enough buckets that each fits in memory, for any realistic number of letters. */
const BUCKETS = 64
const BUFFER = 2 ** 16

/**
 * The letters whose records differ, ordered by id. Neither side is in that order, and neither may be held in memory as
 * a whole: both are distributed by id over buckets in `folder` and joined bucket by bucket.
 */
export async function* changesBetween(
  before: AsyncIterable<RecordDigest>,
  after: AsyncIterable<RecordDigest>,
  folder: string,
): AsyncGenerator<RecordChange> {
  mkdirSync(folder)
  await deal(before, join(folder, 'before'))
  await deal(after, join(folder, 'after'))
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const [old, now] = [await gather(join(folder, `before-${bucket}`)), await gather(join(folder, `after-${bucket}`))]
    for (const id of [...new Set([...old.keys(), ...now.keys()])].sort()) yield* changeOf(old.get(id), now.get(id))
  }
  rmSync(folder, { recursive: true })
}

function changeOf(before: RecordDigest | undefined, after: RecordDigest | undefined): RecordChange[] {
  const { id, caseNumber } = (after ?? before)!
  if (before?.sha256 === after?.sha256) return []
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [{ id, caseNumber, change, versionBefore: before?.version ?? null, versionAfter: after?.version ?? null }]
}

async function deal(contents: AsyncIterable<RecordDigest>, prefix: string): Promise<void> {
  const buffers = Array.from({ length: BUCKETS }, () => '')
  const flush = (bucket: number) => {
    appendFileSync(`${prefix}-${bucket}`, buffers[bucket]!)
    buffers[bucket] = ''
  }
  for await (const content of contents) {
    const bucket = bucketOf(content.id)
    buffers[bucket] += `${JSON.stringify(content)}\n`
    if (buffers[bucket]!.length >= BUFFER) flush(bucket)
  }
  for (const bucket of buffers.keys()) flush(bucket)
}

/** By the first byte of the hash, so that buckets are in the order of ids. */
const bucketOf = (id: string): number => Number.parseInt(id.slice(id.indexOf(':') + 1).slice(0, 2), 16) >> 2

async function gather(path: string): Promise<Map<string, RecordDigest>> {
  const contents = new Map<string, RecordDigest>()
  for await (const content of readLines<RecordDigest>(path)) contents.set(content.id, content)
  return contents
}
