import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { letterText } from '../letters.ts'
import { imr, ROOT } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-package-'))

afterAll(() => rmSync(folder, { recursive: true }))

it('the packed program gives the records of the checkout', () => {
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim()
  execFileSync('tar', ['xzf', join(folder, name.split('\n').at(-1)!), '-C', folder])
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'package', 'node_modules'))
  const letter = join(folder, 'letter.txt')
  writeFileSync(letter, letterText())
  const packed = (...args: string[]) => spawnSync(join(folder, 'package', 'imr.js'), args, { encoding: 'utf8' })
  expect(packed('extract', letter)).toMatchObject({ status: 0, stdout: imr('extract', letter).stdout })
  expect(packed('ingest', letter, '--out', join(folder, 'out'), '--no-queue')).toMatchObject({ status: 0 })
})
