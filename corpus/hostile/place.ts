import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CLEAN, cleanPdf } from './clean.ts'
import type { HostileEntry } from './entry.ts'

/** Puts an entry into a folder of its own below `root` and returns its path. */
export async function placeEntry(entry: HostileEntry, root: string, number: number): Promise<string> {
  const folder = join(root, folderOf(number))
  mkdirSync(folder, { recursive: true })
  const path = join(folder, entry.file)
  if (entry.bytes) writeFileSync(path, await entry.bytes())
  await entry.place?.(path)
  return path
}

const folderOf = (number: number): string => String(number).padStart(3, '0')

/** Removes an entry; an unreadable folder is made readable first. */
export function clearEntry(path: string): void {
  if (lstatSync(path).isDirectory()) chmodSync(path, 0o700)
  rmSync(dirname(path), { recursive: true, force: true })
}

/** The clean letter in both kinds of file, distinguished from entries by their names. */
export const CLEAN_ENTRIES: readonly HostileEntry[] = [
  { name: 'clean text', file: 'clean.txt', expected: { sameAs: 'text' }, bytes: () => Buffer.from(CLEAN) },
  { name: 'clean PDF', file: 'clean.pdf', expected: { sameAs: 'pdf' }, bytes: () => cleanPdf() },
]

const NOBODY = 65534

/** For root every file is readable, so this acts as a user who owns nothing but `root`. */
export async function asNobody<T>(root: string, act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act()
  chownSync(root, NOBODY, NOBODY)
  process.seteuid?.(NOBODY)
  try {
    return await act()
  } finally {
    process.seteuid?.(0)
  }
}
