import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CaseRecord, caseRecord } from '../document/index.ts'
import { UsageError } from '../workers/index.ts'

const ROOT = join(import.meta.dirname, '..')

/** Records by the base name of their letter, from a file of records or from a git revision of this program. */
export function recordsOf(fileOrRevision: string, letters: string): Map<string, CaseRecord> {
  const ndjson = existsSync(fileOrRevision) ? readFileSync(fileOrRevision, 'utf8') : atRevision(fileOrRevision, letters)
  const records = ndjson
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
  return new Map(records.map(record => [baseName(record), asRecord(record)]))
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
    throw new UsageError(`neither a file of records nor a git revision: ${revision}`)
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
