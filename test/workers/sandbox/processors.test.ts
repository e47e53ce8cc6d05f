import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SourceDocument } from '../../../document/index.ts'
import { extractBatch, parseBatch } from '../../../workers/sandbox/processors.ts'
import { type Outcome, type Ref, sha256 } from '../../../workers/store/outcome.ts'
import type { Store } from '../../../workers/store/store.ts'
import * as stages from '../fake-stages.ts'
import { folder } from '../support.ts'

function memoryStore() {
  const sources = new Map<string, SourceDocument>()
  const outcomes = new Map<string, Outcome>()
  const store: Store = {
    temporary: '',
    source: async hash => sources.get(hash),
    hasSource: hash => sources.has(hash),
    putSource: async (hash, source) => void sources.set(hash, source),
    outcome: async hash => outcomes.get(hash),
    line: () => undefined,
    hasOutcome: hash => outcomes.has(hash),
    putOutcome: async (hash, outcome) => void outcomes.set(hash, outcome),
    dropOutcome: async hash => void outcomes.delete(hash),
    putCopy: async hash => hash,
    dropCopies: async () => {},
  }
  return { store, sources, outcomes }
}

async function letters(...texts: string[]): Promise<Ref[]> {
  const root = await folder()
  return Promise.all(
    texts.map(async (text, index) => {
      const name = `${index}.txt`
      await writeFile(join(root, name), text)
      return { hash: sha256(text), path: join(root, name), name, bytes: text.length }
    }),
  )
}

const ends = (refs: Ref[], outcomes: Map<string, Outcome>) =>
  refs.map(({ hash }) => {
    const outcome = outcomes.get(hash)
    if (!outcome) return null
    return 'records' in outcome ? 'record' : outcome.rejection.code
  })

test('parsing leaves a text or a rejection, extracting an outcome for every letter', async () => {
  const { store, sources, outcomes } = memoryStore()
  const refs = await letters('plain', 'refuse', 'throw canary', 'late canary')
  const begun: number[] = []
  await parseBatch(refs, { store, stages, begin: index => begun.push(index) })
  expect(ends(refs, outcomes)).toEqual([null, 'E_NOT_A_LETTER', 'E_INTERNAL', null])
  expect([...sources.keys()]).toEqual([refs[0]!.hash, refs[3]!.hash])
  expect(begun).toEqual([0, 1, 2, 3])
  await extractBatch(refs, { store, stages })
  expect(ends(refs, outcomes)).toEqual(['record', 'E_NOT_A_LETTER', 'E_INTERNAL', 'E_INTERNAL'])
  expect(JSON.stringify([...outcomes])).not.toContain('canary')
})

test('a file that changed, vanished or became something else is E_CHANGED', async () => {
  const { store, outcomes } = memoryStore()
  const refs = await letters('one', 'two', 'three')
  await writeFile(refs[0]!.path, 'uno')
  const gone = { ...refs[1]!, path: `${refs[1]!.path}.gone` }
  await mkdir(`${refs[2]!.path}.d`)
  const replaced = { ...refs[2]!, path: `${refs[2]!.path}.d` }
  await parseBatch([refs[0]!, gone, replaced], { store, stages })
  expect(ends(refs, outcomes)).toEqual(['E_CHANGED', 'E_CHANGED', 'E_CHANGED'])
})

test('parsing leaves a text that is there', async () => {
  const { store, sources } = memoryStore()
  const refs = await letters('plain', 'new')
  const kept = { ...(await stages.readLetter({ bytes: Buffer.from('plain'), name: '0.txt' })), text: 'kept' }
  await store.putSource(refs[0]!.hash, kept)
  const begun: number[] = []
  await parseBatch(refs, { store, stages, begin: index => begun.push(index) })
  expect(sources.get(refs[0]!.hash)).toBe(kept)
  expect(begun).toEqual([1])
})

test('letters are extracted together if they may be, and named if they are read again', async () => {
  const { store, outcomes } = memoryStore()
  const refs = await letters('one', 'late canary', 'two', 'three')
  await parseBatch(refs.slice(0, 3), { store, stages })
  const begun: (number | 'all')[] = []
  const deps = { store, stages, begin: (index: number) => begun.push(index) }
  await extractBatch(refs, { ...deps, beginAll: () => begun.push('all') })
  expect(ends(refs, outcomes)).toEqual(['record', 'E_INTERNAL', 'record', 'record'])
  expect(begun).toEqual([3, 'all'])
})

test('letters that are extracted alone are named', async () => {
  const { store, outcomes } = memoryStore()
  const refs = await letters('one', 'two')
  await parseBatch(refs, { store, stages })
  const begun: number[] = []
  await extractBatch(refs, { store, stages, begin: index => begun.push(index) })
  expect(ends(refs, outcomes)).toEqual(['record', 'record'])
  expect(begun).toEqual([0, 1])
})

test('extracting reads again what is not in the store, and does nothing twice', async () => {
  const { store, sources, outcomes } = memoryStore()
  const refs = await letters('plain')
  await extractBatch(refs, { store, stages })
  expect(sources.size).toBe(1)
  const first = outcomes.get(refs[0]!.hash)
  await parseBatch(refs, { store, stages })
  await extractBatch(refs, { store, stages })
  expect(outcomes.get(refs[0]!.hash)).toBe(first)
})
