import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { recordOf, writeIngest } from '../dataset/support.ts'
import { imr } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-export-'))
const results = join(folder, 'results')
const dataset = join(folder, 'dataset')
mkdirSync(results)
writeIngest(results, [recordOf('a'), recordOf('b', { clinicalCaseSummary: 'DOB: 4/17/1961.' })])

afterAll(() => rmSync(folder, { recursive: true }))

describe('imr export', () => {
  it('writes a dataset and says what it holds', () => {
    const { status, stdout, stderr } = imr('export', results, '--to', dataset)
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/2 letters, \d+ files/)
    expect(stderr).toMatch(/items +2 rows/)
    expect(stderr).toContain('identifiers masked: birth-date 1')
    expect(readdirSync(dataset)).toEqual(expect.arrayContaining(['README.md', 'csv', 'parquet', 'report.html']))
  })

  it('reports that nothing has changed, for any clock and locale', () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8')
    expect(imr('export', results, '--to', dataset).stderr).toContain('nothing has changed')
    vi.unstubAllEnvs()
  })

  it('reports changes since an earlier dataset', () => {
    const { stderr } = imr('export', results, '--to', join(folder, 'next'), '--since', dataset, '--formats', 'csv')
    expect(stderr).toMatch(/since sha256:[0-9a-f]{64}: 0 added, 0 changed, 0 removed/)
    expect(readdirSync(join(folder, 'next'))).not.toContain('parquet')
  })

  it('says when the last ingest was not the one that is exported', () => {
    const state = join(results, '.imr')
    mkdirSync(state)
    writeFileSync(join(state, 'status.json'), JSON.stringify({ state: 'interrupted' }))
    expect(imr('export', results, '--to', dataset).stderr).toMatch(
      /was interrupted: these are the results of the run before/,
    )
    rmSync(state, { recursive: true })
  })

  it.each([
    ['a folder without an ingest', [folder, '--to', dataset], 'E_NO_INGEST'],
    ['a target that is not ours', [results, '--to', results], 'E_TARGET'],
    ['an unknown format', [results, '--to', dataset, '--formats', 'parquet,xlsx'], 'Unknown format: xlsx'],
    ['another division', [results, '--to', dataset, '--partition', 'month'], 'year'],
    ['no target', [results], '--to'],
  ])('refuses %s', (_, args, said) => {
    const { status, stderr } = imr('export', ...args)
    expect([status, stderr.includes(said)]).toEqual([2, true])
  })
})
