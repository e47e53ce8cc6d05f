import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addCorrection } from '../../corrections/index.ts'
import { recordOf, writeIngest } from '../dataset/support.ts'
import { imr } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-corrections-'))
const results = join(folder, 'results')
mkdirSync(results)
const [a, b] = [recordOf('a'), recordOf('b')]
const again = recordOf('again', { source: a.source })
writeIngest(results, [a, again, b])
for (const [at, record] of [a, again, b].entries())
  addCorrection(results, {
    id: `00000000-0000-4000-8000-00000000000${at}`,
    at: '2026-01-02T03:04:05.000Z',
    by: 'A. Reader',
    case: record.id,
    action: 'accept',
    pointer: '',
  })

afterAll(() => rmSync(folder, { recursive: true }))

describe('imr corrections --gold', () => {
  it('says which letters share the name of another, and does not write over its gold', () => {
    const { status, stderr } = imr('corrections', results, '--gold', join(folder, 'gold'))
    expect(status).toBe(0)
    expect(readdirSync(join(folder, 'gold'))).toEqual(['a.json', 'b.json'])
    expect(stderr).toContain('only the first of several letters of the same name is in the gold: a\n')
    expect(stderr).toContain('gold of 2 letters\n')
  })

  it('says that a file is not a folder', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(imr('corrections', results, '--gold', file)).toMatchObject({
      status: 1,
      stderr: `imr: not a folder: ${file}\n`,
    })
  })
})
