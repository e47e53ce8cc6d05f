import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Makes a file appear whole or not at all: it is written in `temporary`, a folder of the same file system,
 * brought to disk, then renamed. Only a file that may be torn by a loss of power needs no `sync`.
 */
export async function publish(
  temporary: string,
  target: string,
  write: (file: FileHandle) => Promise<void>,
  { sync = true } = {},
): Promise<void> {
  const draft = draftIn(temporary)
  try {
    const file = await open(draft, 'wx')
    try {
      await write(file)
      if (sync) await file.sync()
    } finally {
      await file.close()
    }
    await renameInto(draft, target)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

/** A path for a file that this process is still writing; `sweep` clears it away if the process dies. */
export const draftIn = (temporary: string): string => join(temporary, `${process.pid}-${randomUUID()}`)

/** Removes what processes that are gone left in `temporary`; a living one may still be about to rename its own. */
export async function sweep(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    if (!alive(Number.parseInt(name, 10))) await rm(join(temporary, name), { force: true })
  }
}

/** Brings a folder's list of names to disk, without which a renamed file may be lost with the power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Shards are made when first needed: a call for each of two million files would be wasted. */
async function renameInto(draft: string, target: string): Promise<void> {
  try {
    await rename(draft, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(dirname(target), { recursive: true })
    await rename(draft, target)
  }
}

function alive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
