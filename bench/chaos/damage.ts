import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RESULTS } from '../command.ts'

/** The result files of a run, by name. */
export type ResultFiles = Readonly<Record<string, string>>

/** What `damage` says of results that are as they should be. */
export const NONE = '0 lost, 0 duplicated, 0 torn, same bytes'

/** The result files of a run. */
export const readResults = (out: string): ResultFiles =>
  Object.fromEntries(RESULTS.map(name => [name, readFileSync(join(out, name), 'utf8')]))

/** How the results of a disturbed run differ from those expected. */
export function damage(expected: ResultFiles, found: ResultFiles): string {
  const same = RESULTS.every(name => sha(found[name]!) === sha(expected[name]!))
  const lines = (results: ResultFiles) => `${results['records.ndjson']}${results['rejections.ndjson']}`
  return damageOfLines(lines(expected), lines(found), same)
}

/** How the lines that were found differ from those expected; `same` says whether the files have the same bytes. */
export function damageOfLines(expected: string, found: string, same: boolean): string {
  const wanted = new Set(idsOf(expected))
  const ids = idsOf(found)
  const torn = ids.filter(id => id === null).length
  const whole = new Set(ids)
  const lost = [...wanted].filter(id => !whole.has(id)).length
  const duplicated = ids.length - torn - [...whole].filter(id => id !== null).length
  return `${lost} lost, ${duplicated} duplicated, ${torn} torn, ${same ? 'same' : 'other'} bytes`
}

function idsOf(ndjson: string): (string | null)[] {
  return ndjson.split('\n').filter(Boolean).map(idOf)
}

function idOf(line: string): string | null {
  try {
    return JSON.parse(line).id
  } catch {
    return null
  }
}

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
