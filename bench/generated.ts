import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseRecord } from '../document/index.ts'
import { EXTRACTOR, extractRecord, readLetter } from '../pipeline/index.ts'

/**
 * Writes an ingest folder with this many records and returns their size in bytes. Each is assembled pseudo-randomly,
 * with a fixed seed, from sentences, items, diagnoses and treatments of the corpus, so that words and values vary as
 * much as in as many real letters.
 */
export async function writeGeneratedRun(folder: string, count: number, letters: string): Promise<number> {
  mkdirSync(folder)
  const originals = await recordsIn(letters)
  const next = dice()
  const file = openSync(join(folder, 'records.ndjson'), 'w')
  let [bytes, items] = [0, 0]
  for (let number = 0; number < count; number++) {
    const record = composed(originals, number, next)
    bytes += writeSync(file, `${JSON.stringify(record)}\n`)
    items += record.disputedItems.length
  }
  closeSync(file)
  writeFileSync(join(folder, 'rejections.ndjson'), '')
  const counts = {
    inputs: count,
    records: count,
    further: 0,
    rejections: 0,
    duplicates: 0,
    partial: 0,
    items,
    repeated: 0,
  }
  writeFileSync(join(folder, 'summary.json'), JSON.stringify({ ...counts, extractor: EXTRACTOR }))
  return bytes
}

async function recordsIn(letters: string): Promise<CaseRecord[]> {
  const records: CaseRecord[] = []
  for (const name of readdirSync(letters).sort())
    records.push(extractRecord(await readLetter({ name, bytes: new Uint8Array(readFileSync(join(letters, name))) })))
  return records
}

/** Returns an integer below `sides` (Lehmer's generator). */
type Dice = (sides: number) => number

function dice(): Dice {
  let state = 1
  return sides => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

function composed(originals: readonly CaseRecord[], number: number, next: Dice): CaseRecord {
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!
  const year = 2013 + next(14)
  const entries = <T>(of: (record: CaseRecord) => readonly T[], count: number): T[] =>
    Array.from({ length: count }, () => pick(of(pick(originals)))).filter(entry => entry !== undefined)
  const prose = (of: (record: CaseRecord) => string | null, count: number): string =>
    entries(record => of(record)?.split(/(?<=\.) /) ?? [], count).join(' ') || 'None.'
  const record = pick(originals)
  const items = entries(({ disputedItems }) => disputedItems, 1 + next(3))
  return {
    ...record,
    id: `sha256:${number.toString(16).padStart(8, '0').repeat(8)}`,
    caseNumber: `CM${String(year).slice(2)}-${String(number).padStart(7, '0')}`,
    dates: { ...record.dates, decision: `${year}-${String(1 + next(12)).padStart(2, '0')}-0${1 + next(9)}` },
    clinicalCaseSummary: prose(({ clinicalCaseSummary }) => clinicalCaseSummary, 12 + next(10)),
    diagnoses: entries(({ diagnoses }) => diagnoses, 1 + next(5)),
    treatments: entries(({ treatments }) => treatments, 3 + next(8)),
    disputedItems: items.map((item, at) => ({
      ...item,
      ordinal: at + 1,
      rationale: prose(({ disputedItems }) => pick(disputedItems)?.rationale ?? null, 6 + next(8)),
    })),
    evidence: Object.fromEntries(Object.entries(record.evidence).filter(([pointer]) => !/^\/[dt]/.test(pointer))),
  }
}
