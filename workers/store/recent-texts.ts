import type { SourceDocument } from '../../document/index.ts'
import type { Store } from './store.ts'

/** Characters of text, some two batches. With its runs and boxes, a text takes about ten bytes for each. */
const MOST = 1_000_000

/**
 * Keeps the texts that a process has read, from letters or from the disk, until it has extracted from them, usually a few
 * seconds later, so that it need not read them again. They are on the disk all the same, for other processes and later runs.
 *
 * @returns the store of a results folder, with texts that are at hand
 */
export function openRecentTexts(most = MOST): (out: string, store: Store) => Store {
  const texts = new Map<string, SourceDocument>()
  let characters = 0
  const forget = (key: string) => {
    characters -= texts.get(key)?.text.length ?? 0
    texts.delete(key)
  }
  const keep = (key: string, source: SourceDocument) => {
    forget(key)
    texts.set(key, source)
    characters += source.text.length
    for (const oldest of texts.keys()) if (characters > most) forget(oldest)
  }
  return (out, store) => ({
    ...store,
    source: async hash => {
      const key = `${out} ${hash}`
      const known = texts.get(key)
      if (known) return known
      const source = await store.source(hash)
      if (source) keep(key, source)
      return source
    },
    putSource: async (hash, source) => {
      await store.putSource(hash, source)
      keep(`${out} ${hash}`, source)
    },
    putOutcome: async (hash, outcome) => {
      await store.putOutcome(hash, outcome)
      forget(`${out} ${hash}`)
    },
  })
}
