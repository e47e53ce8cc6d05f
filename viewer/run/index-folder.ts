import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isFresh } from './viewed-run.ts'

/** Where the search index of results is while they are viewed. */
export interface IndexFolder {
  readonly path: string
  /** Whether it is removed after the view. */
  readonly temporary: boolean
  remove(): void
}

/** The folder of the results, or a temporary one if they have no index and may not be changed. */
export function indexFolder(results: string): IndexFolder {
  if (isFresh(results) || mayChange(results)) return { path: results, temporary: false, remove: () => {} }
  const path = mkdtempSync(join(tmpdir(), 'imr-index-'))
  return { path, temporary: true, remove: () => rmSync(path, { recursive: true, force: true }) }
}

function mayChange(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
