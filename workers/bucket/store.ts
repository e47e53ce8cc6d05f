import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishText } from '../../disk/index.ts'
import { COPIES, copyName, outcomeName, outcomesName, prepareStore, type Store, textName } from '../store/store.ts'
import { addressOf } from './address.ts'
import { groupsOf, inGroups } from './groups.ts'
import { createObject, deleteObject, listObjects, putObject, readObject } from './objects.ts'

/**
 * A store in a bucket, and the part of it that this process needs in a folder of its own. Objects have the names and
 * contents that files have in a results folder. A letter is done when its outcome is in the bucket.
 */
export interface BucketStore extends Store {
  /**
   * Fetches outcomes that are in the bucket by now. The letters of a batch are done together, so it asks for the others
   * only if it finds the first.
   */
  recall(hashes: readonly string[]): Promise<void>
  /** Fetches the outcomes that earlier runs left. */
  recallAll(): Promise<void>
  /** Fetches what the bucket has of each letter: its outcome, or else its text. */
  fetchState(hashes: readonly string[]): Promise<void>
  /** Writes what is new in the folder to the bucket. */
  sendState(hashes: readonly string[]): Promise<void>
}

/** Opens the store of the results at a URL; `out` is a folder of this process. */
export async function openBucketStore(url: string, out: string, version: string): Promise<BucketStore> {
  const local = await prepareStore(out, version)
  const { fetch, send, forget } = copier(url, out, local.temporary)
  const outcomeOf = (hash: string) => outcomeName(version, hash)
  const textOf = (hash: string) => textName(version, hash)
  return {
    ...local,
    recall: async ([first, ...rest]) => {
      if (first !== undefined && (await fetch(outcomeOf(first)))) await inGroups(rest, hash => fetch(outcomeOf(hash)))
    },
    recallAll: async () => {
      for await (const names of groupsOf(namesBelow(url, outcomesName(version)))) await inGroups(names, fetch)
    },
    fetchState: async hashes => {
      await inGroups(hashes, async hash => (await fetch(outcomeOf(hash))) || fetch(textOf(hash)))
    },
    sendState: async hashes => {
      await inGroups(hashes, async hash => {
        await send(textOf(hash), putObject)
        // Written once: what another worker was first to find out remains.
        await send(outcomeOf(hash), createObject)
      })
    },
    putOutcome: async (hash, outcome) => {
      await local.putOutcome(hash, outcome)
      await send(outcomeOf(hash), createObject)
    },
    dropOutcome: async hash => {
      await deleteObject(`${url}/${outcomeOf(hash)}`)
      forget(outcomeOf(hash))
      await local.dropOutcome(hash)
    },
    putCopy: async (hash, content) => {
      const copy = `${url}/${copyName(hash)}`
      await putObject(copy, content)
      return copy
    },
    dropCopies: async () => {
      for await (const names of groupsOf(namesBelow(url, COPIES)))
        await inGroups(names, name => deleteObject(`${url}/${name}`))
    },
  }
}

/** Copies files between the bucket and the folder; what came from the bucket is not sent back. */
function copier(url: string, out: string, temporary: string) {
  const fetched = new Set<string>()
  const has = (name: string) => existsSync(join(out, name))
  return {
    fetch: async (name: string) => {
      if (has(name)) return true
      const bytes = await readObject(`${url}/${name}`)
      if (!bytes) return false
      publishText(temporary, join(out, name), bytes, { sync: false })
      fetched.add(name)
      return true
    },
    send: async (name: string, write: (url: string, bytes: Uint8Array) => Promise<unknown>) => {
      if (has(name) && !fetched.has(name)) await write(`${url}/${name}`, await readFile(join(out, name)))
    },
    forget: (name: string) => fetched.delete(name),
  }
}

/** Names of the objects in a folder, relative to the results. */
async function* namesBelow(url: string, folder: string): AsyncGenerator<string> {
  const { bucket, key } = addressOf(`${url}/`)
  for await (const object of listObjects({ bucket, key: `${key}${folder}/` })) yield object.key.slice(key.length)
}
