import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './atomic.ts'
import { MACHINE } from './machine.ts'

/** Creates a folder of this process for temporary files, and removes those of processes that were killed. */
export async function openScratch(prefix = 'imr-scratch-', parent = tmpdir()): Promise<string> {
  for (const name of await readdir(parent)) {
    const [machine, pid] = name.startsWith(prefix) ? name.slice(prefix.length).split('-') : []
    if (machine === MACHINE && !isAlive(Number(pid))) await rm(join(parent, name), { recursive: true, force: true })
  }
  return mkdtemp(join(parent, `${prefix}${MACHINE}-${process.pid}-`))
}
