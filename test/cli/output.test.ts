import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { progressLine } from '../../cli/progress.ts'
import type { Progress } from '../../workers/index.ts'
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
