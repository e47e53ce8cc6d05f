import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { UsageError } from '../inputs/entry.ts'
import { holderIn, holds, lockedBy, thisHolder } from '../store/lock.ts'
import { addressOf } from './address.ts'
import { BucketError } from './faults.ts'
import { createObject, deleteObject, readTagged, replaceObject } from './objects.ts'

/** Others may take a lock, or give it back, at the same time. */
const MOST_TRIES = 5
const PAUSE_MS = 200

/**
 * Locks results in a bucket for this process, as `store/lock.ts` does for a folder, and returns a function that
 * releases them. A server that would let two runs have the lock is refused.
 */
export async function lockBucket(url: string): Promise<() => Promise<void>> {
  const object = `${url}/.imr/lock`
  const mine = JSON.stringify({ ...thisHolder(), run: randomUUID() })
  for (let tries = 0; !(await taken(object, mine)); tries++) {
    if (tries === MOST_TRIES) throw new UsageError(`cannot take over ${object}: if no ingest is running, remove it`)
    await sleep(PAUSE_MS)
  }
  if (await createObject(object, mine)) {
    await deleteObject(object)
    const { bucket } = addressOf(url)
    throw new BucketError('NotSupported', `the bucket ${bucket} ignores conditional writes (If-None-Match)`)
  }
  return async () => {
    if ((await readTagged(object))?.text === mine) await deleteObject(object)
  }
}

/** Tries to take a lock that is free, or whose process is gone. */
async function taken(object: string, mine: string): Promise<boolean> {
  if (await createObject(object, mine)) return true
  const found = await readTagged(object)
  if (!found) return false
  // The response to an earlier attempt was lost.
  if (found.text === mine) return true
  const holder = holderIn(found.text)
  if (holder && holds(holder)) throw new UsageError(lockedBy(holder, object))
  // Ceph compares with the tag without quotes, which most others demand.
  return (await replaceObject(object, found.tag, mine)) || replaceObject(object, found.tag.replaceAll('"', ''), mine)
}
