import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { HOSTILE } from '../corpus/hostile/entries.ts'
import type { HostileEntry } from '../corpus/hostile/entry.ts'
import { ended, expectation, fits, type Got } from '../corpus/hostile/judge.ts'
import { pdfBombs } from '../corpus/hostile/pdf/bombs.ts'
import { asNobody, CLEAN_ENTRIES, clearEntry, placeEntry } from '../corpus/hostile/place.ts'
import { foundAt, ingest, inspect } from '../workers/index.ts'
import { openSandbox } from '../workers/sandbox/sandbox.ts'
import { loadStages, PIPELINE } from '../workers/sandbox/stages.ts'
import { sha256 } from '../workers/store/outcome.ts'
import { prepareStore } from '../workers/store/store.ts'
import { folder, lines } from './workers/support.ts'

/** Heavy entries are left to `npm run hostile`, which runs all. */
const ENTRIES = [...CLEAN_ENTRIES, ...HOSTILE.filter(entry => !entry.heavy)]

/** Equal files share one outcome, so an entry with the same bytes as an earlier one is left to the next round. */
async function rounds(): Promise<HostileEntry[][]> {
  const all: { seen: Set<string>; entries: HostileEntry[] }[] = []
  for (const entry of ENTRIES) {
    const key = entry.bytes ? sha256(await entry.bytes()) : entry.name
    const round = all.find(({ seen }) => !seen.has(key)) ?? { seen: new Set(), entries: [] }
    if (round.entries.length === 0) all.push(round)
    round.seen.add(key)
    round.entries.push(entry)
  }
  return all.map(({ entries }) => entries)
}

/** By the file on disk: an encrypted file differs each time it is made, and a link has no bytes. */
async function idOf(path: string, inputs: string): Promise<string> {
  for await (const entry of foundAt(path, basename(path))) {
    const { hash } = await inspect(entry)
    if (hash !== null) return `sha256:${hash}`
  }
  return `path:${sha256(path.slice(inputs.length + 1))}`
}

async function endsOf(root: string, entries: readonly HostileEntry[]): Promise<Map<string, Got>> {
  const inputs = join(root, 'in')
  const out = join(root, 'out')
  await mkdir(inputs, { recursive: true })
  const ids = new Map<string, string>()
  const paths: string[] = []
  for (const [at, entry] of entries.entries()) {
    const path = await placeEntry(entry, inputs, at)
    paths.push(path)
    ids.set(await idOf(path, inputs), entry.name)
  }
  await ingest({ inputs: [inputs], out, queue: false })
  for (const path of paths) clearEntry(path)
  const got = new Map<string, Got>()
  for (const [file, key] of [
    ['records.ndjson', 'records'],
    ['rejections.ndjson', 'rejection'],
  ] as const) {
    const ends = lines(await readFile(join(out, file), 'utf8')) as { id: string }[]
    for (const [id, of] of Map.groupBy(ends, end => end.id.replace(/#\d+$/, '')))
      got.set(ids.get(id) ?? id, { [key]: key === 'records' ? of : of[0] } as Got)
  }
  return got
}

describe('the hostile corpus', () => {
  const got = new Map<string, Got>()
  let root = ''

  afterAll(() => rm(root, { recursive: true, force: true }))

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'imr-hostile-'))
    await asNobody(root, async () => {
      for (const [at, entries] of (await rounds()).entries())
        for (const [name, end] of await endsOf(join(root, String(at)), entries)) got.set(name, end)
    })
  }, 180_000)

  it('has a hundred entries or more, each with a unique name', () => {
    expect(HOSTILE.length).toBeGreaterThan(100)
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length)
  })

  it('brings each file to one outcome', () => {
    expect(got.size).toBe(ENTRIES.length)
  })

  it.each(ENTRIES.map(entry => [entry.name, expectation(entry.expected), entry] as const))(
    '%s: %s',
    (name, _, entry) => {
      const [text, pdf] = CLEAN_ENTRIES.map(clean => got.get(clean.name)) as [Got, Got]
      if (!text || !pdf || !('records' in text) || !('records' in pdf))
        throw new Error('the clean letter gives no record')
      const clean = { text: text.records[0]!, pdf: pdf.records[0]! }
      expect(fits(entry.expected, got.get(name), clean), `ended as ${ended(got.get(name))}`).toBe(true)
    },
  )
})

it('a PDF that never ends is stopped', async () => {
  const out = await folder()
  const stages = await loadStages(PIPELINE)
  const store = await prepareStore(out, stages.PIPELINE_VERSION)
  const entry = pdfBombs.find(({ name }) => name.startsWith('contents of'))!
  const bytes = await entry.bytes!()
  const path = await placeEntry(entry, out, 0)
  const sandbox = openSandbox({ seconds: 2 })
  onTestFinished(() => sandbox.close())
  const ref = { hash: sha256(bytes), path, name: entry.file, bytes: bytes.length }
  await sandbox.run({ stage: 'parse', out, refs: [ref] })
  expect(await store.outcome(ref.hash)).toMatchObject({ rejection: { code: 'E_TIMEOUT' } })
})
