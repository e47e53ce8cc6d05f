import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Correction, correction } from './correction.ts'

const FILE = 'corrections.ndjson'

/** Where the corrections of a run are kept, in its folder. */
const correctionsFile = (folder: string): string => join(folder, FILE)

/**
 * Adds a correction to those of a run and brings it to disk before it returns. Nothing that is there is ever changed;
 * a line that a crash cut short is closed first, so that it takes no other with it.
 */
export function addCorrection(folder: string, one: Correction): void {
  const file = openSync(correctionsFile(folder), 'a+')
  try {
    const line = Buffer.from(`${endsInLine(file) ? '' : '\n'}${JSON.stringify(correction.parse(one))}\n`)
    for (let at = 0; at < line.length; ) at += writeSync(file, line, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function endsInLine(file: number): boolean {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n')
}

/** The corrections of a run by record, in the order in which they were made; none where nobody made any. */
export function readCorrections(folder: string): Map<string, Correction[]> {
  const path = correctionsFile(folder)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  return Map.groupBy(lines.flatMap(parsed), one => one.case)
}

/** A line that was torn by a crash says nothing. */
function parsed(line: string): Correction[] {
  try {
    return [correction.parse(JSON.parse(line))]
  } catch {
    return []
  }
}
