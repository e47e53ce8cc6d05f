import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { recordOf, writeIngest } from '../dataset/support.ts'
import { ROOT } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-permissions-'))
const at = (name: string): string => join(folder, name)
for (const name of ['results', 'closed', 'readonly']) mkdirSync(at(name))
writeIngest(at('results'), [recordOf('a')])
writeIngest(at('closed'), [recordOf('a')])
chmodSync(folder, 0o755)
chmodSync(at('readonly'), 0o555)
chmodSync(at('closed'), 0o000)

afterAll(() => {
  chmodSync(at('closed'), 0o755)
  rmSync(folder, { recursive: true })
})

/** Runs the command line as a user to whom permissions apply: they do not apply to root. */
function imrAsAnother(...args: string[]) {
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  return spawnSync(join(ROOT, 'imr'), args, { encoding: 'utf8', cwd: folder, ...user })
}

describe('what the disk refuses', () => {
  it.each([
    ['status', 'closed'],
    ['export', 'closed', '--to', 'dataset'],
    ['index', 'closed'],
    ['view', 'closed'],
    ['show', 'CM16-9000003', '--in', 'closed'],
    ['corrections', 'closed', '--gold', 'gold'],
    ['evaluate', '--gold', 'closed'],
  ])('is named by imr %s', (...args) => {
    const { status, stdout, stderr } = imrAsAnother(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^imr: no permission to use \S*closed\S*\n$/)
  })

  it('is named by imr export as the place that it cannot write to', () => {
    const { status, stderr } = imrAsAnother('export', 'results', '--to', join('readonly', 'dataset'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^imr: cannot write to readonly\/dataset: change its permissions and run the same command/)
  })
})
