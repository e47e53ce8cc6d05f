import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { recordOf, writeIngest } from '../dataset/support.ts'
import { ROOT } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-permissions-'))
const at = (name: string): string => join(folder, name)
for (const name of ['results', 'closed', 'readonly', 'published', 'temporary']) mkdirSync(at(name))
writeIngest(at('results'), [recordOf('a')])
writeIngest(at('closed'), [recordOf('a')])
writeIngest(at('published'), [recordOf('a')])
chmodSync(folder, 0o755)
chmodSync(at('readonly'), 0o555)
chmodSync(at('published'), 0o555)
chmodSync(at('temporary'), 0o777)
chmodSync(at('closed'), 0o000)

afterAll(() => {
  for (const name of ['closed', 'published']) chmodSync(at(name), 0o755)
  rmSync(folder, { recursive: true })
})

/** Runs the command line as a user to whom permissions apply: they do not apply to root. */
const another = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const imrAsAnother = (...args: string[]) =>
  spawnSync(join(ROOT, 'imr'), args, { encoding: 'utf8', cwd: folder, ...another })

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

describe('results that may only be read', () => {
  it('are viewed with an index that is removed afterwards', async () => {
    const env = { ...process.env, TMPDIR: at('temporary') }
    const view = spawn(join(ROOT, 'imr'), ['view', 'published', '--port', '0'], { cwd: folder, env, ...another })
    let said = ''
    const address = await new Promise<string>((resolve, reject) => {
      view.once('exit', () => reject(new Error(said)))
      view.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const url = /http:\S+/.exec(said)?.[0]
        if (url) resolve(url)
      })
    })
    expect(said).toContain('published may not be changed: creating a search index that is removed afterwards\n')
    expect(await (await fetch(`${address}/api/search?`)).json()).toMatchObject({ cases: 1 })
    view.kill('SIGINT')
    await once(view, 'exit')
    expect(readdirSync(at('temporary')).filter(name => name.startsWith('imr-index-'))).toEqual([])
    expect(readdirSync(at('published'))).not.toContain('imr.sqlite')
  })
})
