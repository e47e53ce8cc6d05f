import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openScratch } from '../../disk/index.ts'
import { MAX_BYTES } from '../../document/index.ts'
import type { Task } from '../sandbox/stage-main.ts'
import { type Ref, sameEnding } from '../store/outcome.ts'
import { openStore, type Store } from '../store/store.ts'
import { isBucketUrl } from './address.ts'
import { inGroups } from './groups.ts'
import { readObject } from './objects.ts'
import { openBucketStore } from './store.ts'

type Perform = (task: Task) => Promise<void>

/**
 * Runs a task whose letters or results are in buckets on copies in a folder of this machine. So the process that opens
 * untrusted files needs neither the network nor credentials.
 */
export async function runAtHand(run: Perform, task: Task, version: string): Promise<void> {
  if (!isBucketUrl(task.out) && !task.refs.some(({ path }) => isBucketUrl(path))) return run(task)
  const scratch = await openScratch()
  try {
    if (isBucketUrl(task.out)) await runInCopy(run, task, version, scratch)
    else await run(await withLetters(task, scratch, await openStore(task.out, version)))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function runInCopy(run: Perform, task: Task, version: string, scratch: string): Promise<void> {
  const hashes = task.refs.map(({ hash }) => hash)
  const store = await openBucketStore(task.out, scratch, version)
  await store.fetchState(hashes)
  await run(await withLetters({ ...task, out: scratch }, scratch, store))
  await store.sendState(hashes)
}

/**
 * The task with its letters in files of this machine. The file of an object that is gone is missing: whoever opens it
 * finds that the letter has changed.
 */
async function withLetters(task: Task, scratch: string, store: Store): Promise<Task> {
  const refs = await inGroups(task.refs, async ref => {
    if (!isBucketUrl(ref.path)) return ref
    const path = join(scratch, ref.hash)
    const bytes = (await isNeeded(ref, store)) ? await readObject(ref.path, MAX_BYTES) : undefined
    if (bytes) await writeFile(path, bytes)
    return { ...ref, path }
  })
  return { ...task, refs }
}

/** Whether the letter itself will be read: not if its outcome is known, or its text. */
async function isNeeded({ hash, name }: Ref, store: Store): Promise<boolean> {
  if (store.hasOutcome(hash)) return false
  const text = await store.source(hash)
  return !text || !sameEnding(text.name, name)
}
