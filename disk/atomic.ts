import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MACHINE } from './machine.ts'

/**
 * Makes a file appear whole or not at all: it is written to `temporary`, a folder on the same file system, flushed to
 * disk, then renamed.
 */
export async function publish(
  temporary: string,
  target: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const draft = draftIn(temporary)
  try {
    const file = await open(draft, 'wx')
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    renameInto(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** The same for writers that need a path instead of a handle, such as a database. */
export async function publishAt(
  temporary: string,
  target: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = draftIn(temporary)
  try {
    await write(draft)
    const file = await open(draft, 'r+')
    await file.sync().finally(() => file.close())
    renameInto(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/**
 * The same for one of millions of small files. Synchronous calls cost a fifth of the CPU of promises, and the process
 * that writes an outcome has nothing else to do. Only a file that a power failure may tear can do without `sync`.
 */
export function publishText(temporary: string, target: string, text: string | Uint8Array, { sync = true } = {}): void {
  const draft = draftIn(temporary)
  try {
    const file = openSync(draft, 'wx')
    try {
      writeFileSync(file, text)
      if (sync) fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameInto(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** A path for a file or folder that this process is writing; `sweep` removes it if the process dies. */
export const draftIn = (temporary: string): string => join(temporary, `${process.pid}-${MACHINE}-${randomUUID()}`)

/** Longer than any file takes to write. */
const ABANDONED_MS = 24 * 3600 * 1000

/** Removes what dead processes left in `temporary`; a living one may still be about to rename its own. */
export async function sweep(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const [pid, machine] = name.split('-')
    const path = join(temporary, name)
    if (machine === MACHINE ? !isAlive(Number(pid)) : await isOld(path))
      await rm(path, { recursive: true, force: true })
  }
}

/** Flushes a folder's directory entries to disk; without this a power failure may undo a rename. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Whether a process is running on this machine. */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isOld = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS
}

/** Shards are created on first use: calling mkdir for each of two million files would be wasteful. */
function renameInto(draft: string, target: string): void {
  if (!existsSync(dirname(target))) mkdirSync(dirname(target), { recursive: true })
  renameSync(draft, target)
}
