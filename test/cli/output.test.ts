import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { statusText } from '../../cli/commands/status.ts'
import { progressLine } from '../../cli/progress.ts'
import { shellWord } from '../../cli/shell-word.ts'
import type { Progress, Status } from '../../workers/index.ts'
import { imr, ROOT } from './support.ts'

const LETTERS = join(ROOT, 'corpus', 'letters')
const LETTER = join(LETTERS, 'CM16-9000009.txt')

/** Runs the command line with its output sent on by a shell. */
const piped = (command: string) => spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' })

describe.skipIf(!existsSync('/dev/full'))('output that cannot be written', () => {
  it.each(['extract', 'text', 'show'])('is a fault of %s that is named', command => {
    const { status, stderr } = piped(`./imr ${command} ${LETTER} > /dev/full`)
    expect([status, stderr]).toEqual([1, 'imr: cannot write to stdout (ENOSPC)\n'])
  })

  it('is no fault if the reader has enough', () => {
    const { status, stdout, stderr } = piped(`set -o pipefail; ./imr extract ${LETTERS} | head -c 1`)
    expect([status, stdout, stderr]).toEqual([0, '{', ''])
  })
})

describe('errors of usage', () => {
  it.each([
    ['an option', ['extract', '--frobnicate']],
    ['a command', ['frobnicate']],
    ['an argument', ['text']],
    ['a port', ['view', 'results', '--port', '99999']],
  ])('have the same style as all others: %s', (_what, args) => {
    const { status, stderr } = imr(...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^imr: /)])
  })
})

describe('errors of usage in an argument', () => {
  it.each([
    ['complete', 'tcsh', "imr: 'tcsh' is invalid as <shell>. Allowed choices are zsh, bash, fish, powershell.\n"],
    [
      'status',
      's3://a/b',
      "imr: 's3://a/b' is invalid as <dir>. Results in a bucket must be copied first: aws s3 sync s3://a/b results\n",
    ],
  ])('name it: imr %s %s', (command, value, said) => {
    expect(imr(command, value)).toMatchObject({ status: 2, stderr: said })
  })
})

describe('commands to copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imr output-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('have paths as a shell takes them', () => {
    const out = join(folder, "Müller's results")
    const quoted = `'${join(folder, "Müller'\\''s results")}'`
    const { stderr } = imr('ingest', LETTER, '--out', out, '--no-queue')
    expect(stderr).toContain(`next: imr view ${quoted}   (`)
    expect(stderr).toContain(`imr export ${quoted} --to imr-dataset`)
    expect(imr('index', out).stderr).toContain(`next: imr view ${quoted}\n`)
  })

  it.each(['results', '/tmp/Müller_2016/a.b-c', 's3://letters/2016'])('have nothing around %s', path => {
    expect(shellWord(path)).toBe(path)
  })

  it.each(['a b', '$HOME', 'a;b', '', '*', "it's"])('have quotes around "%s", which a shell takes off', path => {
    expect(piped(`printf %s ${shellWord(path)}`).stdout).toBe(path)
  })
})

describe('figures', () => {
  it('have commas between thousands in the state of a run', () => {
    const now = {
      began: '',
      updated: '',
      ended: null,
      state: 'interrupted',
      error: null,
      secondsLeft: null,
      perSecond: 0,
    }
    const counts = { inputs: 54_321, duplicates: 0, total: 54_321, done: 12_345, partial: 1111, rejected: 2345 }
    const text = statusText({ ...now, ...counts, rejectionCodes: { E_TYPE: 2345 } } as unknown as Status)
    expect(text).toContain('  54,321 inputs, including 0 duplicates\n')
    expect(text).toContain('  12,345 of 54,321 done: 10,000 with a record (1,111 partial), 2,345 rejected\n')
    expect(text).toContain('    E_TYPE  2,345\n')
    expect(text).toContain('  41,976 left; run')
  })
})

describe('the bar on a terminal', () => {
  const progress: Progress = {
    ...{ done: 0, partial: 0, rejected: 0, codes: new Map(), total: 0, listed: false },
    ...{ rejectedLately: [], perSecond: 0, secondsLeft: null },
  }

  it('does not begin before there is a letter', () => {
    const terminal = new PassThrough({ encoding: 'utf8' })
    const line = progressLine(Object.assign(terminal, { isTTY: true, columns: 80 }) as unknown as NodeJS.WriteStream)
    line.show(progress)
    expect(terminal.read()).toBeNull()
    line.show({ ...progress, total: 4 })
    line.end()
    expect(terminal.read()).toContain('0%  0/4+ letters')
  })
})
