import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Correction, correction } from './correction.ts'

const FILE = 'corrections.ndjson'

/** Path of a run's corrections, in its folder. */
const correctionsFile = (folder: string): string => join(folder, FILE)

/**
 * Appends a correction to those of a run and flushes it to disk before returning. Existing lines never change; a line
 * that a crash cut short is terminated first, so that it does not corrupt the next.
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

/** The corrections of a run by record, in the order in which they were made. */
export function readCorrections(folder: string): Map<string, Correction[]> {
  const path = correctionsFile(folder)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  return Map.groupBy(lines.flatMap(parsed), one => one.case)
}

/** A line torn by a crash is ignored. */
function parsed(line: string): Correction[] {
  try {
    return [correction.parse(JSON.parse(line))]
  } catch {
    return []
  }
}
