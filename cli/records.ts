import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CaseRecord, caseRecord } from '../document/index.ts'
import { UsageError } from '../workers/index.ts'

const ROOT = join(import.meta.dirname, '..')

/**
 * Records by the base name of their letter, from a file of records, the folder of an ingest, or a git revision of this
 * program.
 */
export function recordsOf(place: string, letters: string): Map<string, CaseRecord> {
  const file = fileAt(place)
  const lines = (file === null ? atRevision(place, letters) : readFileSync(file, 'utf8')).split('\n').filter(Boolean)
  if (lines.length === 0) throw new UsageError(`no records in ${place}`)
  try {
    const records = lines.map(line => JSON.parse(line))
    return new Map(records.map(record => [baseName(record), asRecord(record)]))
  } catch {
    // The error itself would quote the file.
    throw new UsageError(`not a file of records: ${place}`)
  }
}

/** A folder without records may have the name of a branch. */
function fileAt(place: string): string | null {
  const file = [join(place, 'records.ndjson'), place].find(existsSync)
  return file !== undefined && statSync(file).isFile() ? file : null
}

/** An earlier version may lack fields that the schema has gained since; the comparison uses what is there. */
const asRecord = (value: unknown): CaseRecord => caseRecord.partial().loose().parse(value) as CaseRecord

const baseName = (record: { source: { name: string } }): string => record.source.name.replace(/\.\w+$/, '')

/** Checks the revision out into a worktree that shares this one's dependencies, and lets it read the letters. */
function atRevision(revision: string, letters: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'imr-revision-'))
  const tree = join(folder, 'tree')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'ignore'] })
  try {
    git('worktree', 'add', '--detach', tree, revision)
  } catch {
    throw new UsageError(`neither records, results of an ingest nor a git revision: ${revision}`)
  }
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
    const { stdout, status } = spawnSync(join(tree, 'imr'), ['extract', letters], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    })
    if (status !== 0 && status !== 3) throw new Error(`revision ${revision} could not read the letters`)
    return stdout
  } finally {
    git('worktree', 'remove', '--force', tree)
    rmSync(folder, { recursive: true, force: true })
  }
}
