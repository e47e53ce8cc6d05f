import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** The rooms whose files decide what a letter becomes. */
const ROOMS = ['document', 'extractors', 'pipeline', 'vocabulary']

/**
 * A short hash of the rules as they are on disk: a changed rule or word makes earlier outcomes stale even where the
 * version of the program stayed the same, as it does between releases. Taken once: what runs is what was loaded.
 */
export function fingerprint(): string {
  known ??= ofRooms()
  return known
}

let known: string | undefined

function ofRooms(): string {
  const hash = createHash('sha256')
  for (const room of ROOMS)
    for (const name of readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:[jt]s|json)$/.test(name)) hash.update(`${room}/${name}\n`).update(readFileSync(join(ROOT, room, name)))
  return hash.digest('hex').slice(0, 12)
}
