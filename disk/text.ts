import { readFileSync } from 'node:fs'

/** The text of a file; undefined if it is not there or cannot be read. */
export function textIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
