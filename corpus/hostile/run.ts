import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox, processOne, type Sandbox } from '../../workers/index.ts'
import { HOSTILE } from './entries.ts'
import type { HostileEntry } from './entry.ts'
import { type CleanRecords, ended, expectation, fits, type Got } from './judge.ts'
import { asNobody, CLEAN_ENTRIES, clearEntry, placeEntry } from './place.ts'
import { watchReaders } from './processes.ts'

/**
 * Brings every entry of the hostile corpus to its outcome, in a sandbox as ingest does, and prints the results; exits
 * with 1 if an entry did not have its required result, a process died without a code that accounts for it, or a limit
 * was exceeded.
 */
const BOUNDS = { seconds: 20, megabytes: 800 } as const
/** Codes that mean that a process was killed. */
const FATAL = new Set(['E_TIMEOUT', 'E_MEMORY'])

interface Row {
  readonly entry: HostileEntry
  readonly got: Got
  readonly seconds: number
  readonly megabytes: number
  /** How many reading processes died. */
  readonly deaths: number
}

async function main(words: readonly string[]): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'imr-hostile-'))
  const sandbox = openSandbox()
  try {
    return await asNobody(root, async () => {
      const clean = await cleanRecords(root, sandbox)
      const entries = HOSTILE.filter(({ name }) => words.every(word => name.includes(word)))
      const rows: Row[] = []
      for (const [at, entry] of entries.entries()) {
        rows.push(await rowOf(entry, root, at, sandbox))
        print(rows.at(-1)!, clean)
      }
      return total(rows, clean)
    })
  } finally {
    await sandbox.close()
    rmSync(root, { recursive: true, force: true })
  }
}

async function cleanRecords(root: string, sandbox: Sandbox): Promise<CleanRecords> {
  const [text, pdf] = await cleanEnds(root, sandbox)
  if (!text || !pdf || !('records' in text) || !('records' in pdf)) throw new Error('the clean letter gives no record')
  return { text: text.records[0]!, pdf: pdf.records[0]! }
}

async function cleanEnds(root: string, sandbox: Sandbox): Promise<Got[]> {
  const ends: Got[] = []
  for (const [at, entry] of CLEAN_ENTRIES.entries()) ends.push((await rowOf(entry, root, 900 + at, sandbox)).got)
  return ends
}

async function rowOf(entry: HostileEntry, root: string, at: number, sandbox: Sandbox): Promise<Row> {
  const path = await placeEntry(entry, root, at)
  const out = join(root, `out-${at}`)
  const watch = watchReaders()
  const began = performance.now()
  const got = await processOne(path, out, sandbox)
  const seconds = (performance.now() - began) / 1000
  const { peaks, deaths } = watch.end()
  rmSync(out, { recursive: true, force: true })
  clearEntry(path)
  return { entry, got, seconds, megabytes: Math.max(0, ...peaks.values()), deaths }
}

const isFatal = (got: Got): boolean => got !== undefined && 'rejection' in got && FATAL.has(got.rejection.code)

function print({ entry, got, seconds, megabytes }: Row, clean: CleanRecords): void {
  const mark = fits(entry.expected, got, clean) ? '  ' : 'NO'
  const cells = [mark, entry.name.padEnd(48), expectation(entry.expected).padEnd(24), ended(got).padEnd(32)]
  say([...cells, `${seconds.toFixed(1).padStart(5)} s`, `${megabytes.toFixed(0).padStart(4)} MB`].join(' '))
}

function total(rows: readonly Row[], clean: CleanRecords): number {
  const right = rows.filter(({ entry, got }) => fits(entry.expected, got, clean)).length
  const stray = rows.filter(({ got, deaths }) => deaths > 0 && !isFatal(got)).length
  const seconds = Math.max(...rows.map(row => row.seconds))
  const megabytes = Math.max(...rows.map(row => row.megabytes))
  say(`${right} of ${rows.length} as expected; deaths not accounted for: ${stray}`)
  say(`longest ${seconds.toFixed(1)} s, largest process ${megabytes.toFixed(0)} MB`)
  const held = seconds <= BOUNDS.seconds && megabytes <= BOUNDS.megabytes
  return right === rows.length && stray === 0 && held ? 0 : 1
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
