import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { MACHINE } from '../../disk/index.ts'
import { beaconOf } from '../store/store.ts'
import type { Payload } from './queues.ts'

/**
 * The folder of a run that this machine does not see, or sees another in its place; null where all is in sight. A worker
 * on a machine where a shared folder is not mounted must leave the work to others: it would reject sound letters.
 */
export function outOfSight({ store, run, machine, refs }: Payload): string | null {
  if (textAt(beaconOf(store)) !== run) return store
  if (machine === MACHINE) return null
  return refs.map(({ path }) => dirname(path)).find(folder => !existsSync(folder)) ?? null
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
