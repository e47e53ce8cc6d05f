import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** The rooms whose files determine the outcome of a letter. */
const ROOMS = ['document', 'extractors', 'pipeline', 'terminology', 'vocabulary']

/** The files that determine its text, and the library that reads it. */
const READER = /^(?:pipeline\/read\/[\w/-]+|terminology\/lexicon|document\/(?:source|span|widths))\.[jt]s$/
const LIBRARY = 'pdfjs-dist'

/** The word lists that correct recognized text. */
const WORDS = /^(?:vocabulary\/[\w/-]+\.json|terminology\/term-words\.[jt]s)$/

/**
 * Short hashes of the rules and the reader as they are on disk. Between releases the version stays the same, but a
 * changed rule or word makes earlier outcomes stale. The text stays valid, unless it was recognized and word lists have
 * changed. Computed once: what runs is what was loaded.
 */
export function fingerprints(): { readonly rules: string; readonly reader: string; readonly words: string } {
  known ??= {
    rules: hashOf(files()),
    reader: hashOf(files().filter(isReader), libraryVersion()),
    words: hashOf(files().filter(path => WORDS.test(path))),
  }
  return known
}

let known: ReturnType<typeof fingerprints> | undefined

/** Whether a change in this file may change the text that is read. */
export const isReader = (path: string): boolean => READER.test(path)

const files = (): string[] =>
  ROOMS.flatMap(room =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:[jt]s|json)$/.test(name))
      .map(name => `${room}/${name}`),
  ).sort()

function hashOf(paths: readonly string[], more = ''): string {
  const hash = createHash('sha256').update(more)
  for (const path of paths) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex').slice(0, 12)
}

const libraryVersion = (): string =>
  (createRequire(import.meta.url)(`${LIBRARY}/package.json`) as { version: string }).version
