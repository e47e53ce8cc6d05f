import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { MACHINE, textIfThere } from '../../disk/index.ts'
import { isBucketUrl } from '../bucket/address.ts'
import { beaconOf } from '../store/store.ts'
import type { Payload } from './queues.ts'

/**
 * The folder of a run if this machine cannot see it, or sees a different one in its place; null if all is visible. A
 * worker on a machine without the shared folder mounted must leave the work to others: it would reject sound letters.
 */
export function outOfSight({ store, folderId, machine, refs }: Payload): string | null {
  if (!isBucketUrl(store) && textIfThere(beaconOf(store)) !== folderId) return store
  if (machine === MACHINE) return null
  const folders = refs.filter(({ path }) => !isBucketUrl(path)).map(({ path }) => dirname(path))
  return folders.find(folder => !existsSync(folder)) ?? null
}
