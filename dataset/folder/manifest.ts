import type { FileEntry } from '../writers/file.ts'

export const MANIFEST = 'manifest-sha256.txt'

/** Every other file with its hash, ordered by name, in the format of `sha256sum --check`. */
export const manifestText = (files: readonly FileEntry[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')
