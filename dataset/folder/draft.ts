import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { draftIn, sweep, syncFolder } from '../../disk/index.ts'
import { ExportError } from '../errors.ts'
import { MANIFEST } from './manifest.ts'
import { isDataset } from './summary.ts'

/** A dataset that is being written next to its target. */
export interface DatasetDraft {
  readonly folder: string
  /** Moves it into place at once; returns what was there before. */
  commit(): Promise<Replaced>
  /** Removes all traces of it. */
  discard(): void
}

/** `same`: a dataset with exactly the same bytes. */
export type Replaced = 'nothing' | 'other' | 'same'

/** Throws `ExportError` if the target is anything but a dataset of this program or an empty folder. */
export async function startDraft(to: string): Promise<DatasetDraft> {
  const target = resolve(to)
  if (!isFree(target) && !isDataset(target))
    throw new ExportError('E_TARGET', `${to} is not an imr dataset and is left unchanged: name another folder`)
  const drafts = join(dirname(target), `.${basename(target)}.drafts`)
  mkdirSync(drafts, { recursive: true })
  // If there is no target, a run that was killed may have left the previous one among the drafts.
  if (existsSync(target)) await sweep(drafts)
  const folder = draftIn(drafts)
  mkdirSync(folder)
  const discard = () => {
    rmSync(folder, { recursive: true, force: true })
    // Another export to the same target may have a draft there.
    if (readdirSync(drafts).length === 0) rmdirSync(drafts)
  }
  return {
    folder,
    discard,
    commit: async () => {
      const replaced = replacedBy(folder, target)
      for (const one of foldersIn(folder)) await syncFolder(one)
      swap(folder, target, draftIn(drafts))
      await sweep(drafts)
      discard()
      await syncFolder(dirname(target))
      return replaced
    },
  }
}

function isFree(target: string): boolean {
  try {
    return readdirSync(target).length === 0
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

function replacedBy(folder: string, target: string): Replaced {
  if (!isDataset(target)) return 'nothing'
  const manifest = (at: string) => (existsSync(join(at, MANIFEST)) ? readFileSync(join(at, MANIFEST), 'utf8') : '')
  return manifest(folder) === manifest(target) ? 'same' : 'other'
}

const foldersIn = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name)),
]

/** No system call exchanges two non-empty folders; if the second step fails, the first is undone. */
function swap(folder: string, target: string, aside: string): void {
  const stood = existsSync(target)
  if (stood) renameSync(target, aside)
  try {
    renameSync(folder, target)
  } catch (error) {
    if (stood) renameSync(aside, target)
    throw error
  }
  rmSync(aside, { recursive: true, force: true })
}
