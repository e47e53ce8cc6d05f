import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imr, ROOT } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-letter-'))
const at = (name: string): string => join(folder, name)
const letter = join(ROOT, 'corpus', 'letters', 'CM16-9000009.txt')
const other = join(ROOT, 'corpus', 'letters', 'CM17-9000010.txt')
writeFileSync(at('blank.txt'), ' \n')
writeFileSync(at('two.txt'), `${readFileSync(letter, 'utf8')}\n\f${readFileSync(other, 'utf8')}`)

afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['show', 'text', 'page'])('imr %s', command => {
  const run = (path: string) => imr(command, path, ...(command === 'page' ? ['-o', at('page.html')] : []))

  it('names the code of a rejected input', () => {
    const { status, stdout, stderr } = run(at('blank.txt'))
    expect([status, stdout, stderr]).toEqual([3, '', 'imr: E_EMPTY: nothing but white space\n'])
  })

  it('says that a file is not there', () => {
    expect(run(at('absent.pdf'))).toMatchObject({
      status: 2,
      stderr: `imr: no such file or folder: ${at('absent.pdf')}\n`,
    })
  })
})

describe.each(['show', 'text', 'page'])('imr %s', command => {
  it('says that a folder is not a letter', () => {
    const { status, stderr } = imr(command, folder, ...(command === 'page' ? ['-o', at('page.html')] : []))
    expect([status, stderr]).toEqual([2, `imr: ${folder} is a folder; give one letter\n`])
  })
})

describe('a letter on standard input', () => {
  const piped = (...args: string[]) =>
    spawnSync(join(ROOT, 'imr'), args, { encoding: 'utf8', input: readFileSync(letter) })

  it.each([[['text']], [['show']]])('is read by imr %s', ([command]) => {
    const { status, stdout } = piped(command!, '-')
    expect(status).toBe(0)
    expect(stdout).toBe(imr(command!, letter).stdout)
  })

  it('is read by imr page', () => {
    expect(piped('page', '-', '-o', at('stdin.html')).status).toBe(0)
    expect(readFileSync(at('stdin.html'), 'utf8')).toContain('CM16-9000009')
  })

  it('may be empty', () => {
    const { status, stderr } = spawnSync(join(ROOT, 'imr'), ['text', '-'], { encoding: 'utf8', input: '' })
    expect([status, stderr]).toEqual([3, 'imr: E_EMPTY: nothing but white space\n'])
  })
})

describe('imr page', () => {
  it.each([
    ['in a folder that does not exist', at('absent/page.html'), `no such folder: ${at('absent')}`],
    ['instead of a folder', folder, `${folder} is a folder; give the name of a file`],
  ])('writes no file %s', (_where, output, reason) => {
    const { status, stderr } = imr('page', letter, '-o', output)
    expect([status, stderr]).toEqual([2, `imr: ${reason}\n`])
  })

  it.skipIf(!existsSync('/dev/full'))('says what the disk refuses', () => {
    const { status, stderr } = imr('page', letter, '-o', '/dev/full')
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^imr: no room left for \/dev\/full: free some space/)])
  })
})

describe('imr show', () => {
  it('says that a value was not taken from words', () => {
    expect(imr('show', letter, '/confidence').stdout).toMatch(
      /^\/confidence = [\d.]+\n {2}not taken from the letter's words\n$/,
    )
  })

  it('takes a pointer without its first slash', () => {
    const { status, stdout } = imr('show', letter, 'caseNumber')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\/caseNumber = "CM16-9000009"\n/)
  })

  describe('of a case in results', () => {
    beforeAll(() => void imr('ingest', letter, other, '--out', at('results'), '--no-queue'))

    it.each(['CM16-9000009', 'cm16-9000009', 'CM169000009', '16-9000009', '9000009'])('finds %s', name => {
      const { status, stdout } = imr('show', name, '/caseNumber', '--in', at('results'))
      expect([status, stdout.split('\n')[0]]).toEqual([0, '/caseNumber = "CM16-9000009"'])
    })

    it.each(['CM17-9000009', '900009', 'null'])('does not find %s', name => {
      const { status, stderr } = imr('show', name, '--in', at('results'))
      expect([status, stderr]).toEqual([2, `imr: no such case in ${at('results')}: ${name}\n`])
    })

    it('says how to name the folder', () => {
      const { status, stderr } = imr('show', 'CM16-9000009', '--in', at('absent'))
      const reason = `no letter CM16-9000009, and no results in ${at('absent')}: name their folder with --in`
      expect([status, stderr]).toEqual([2, `imr: ${reason}\n`])
    })
  })

  it('says that it shows the first of several letters', () => {
    const { stdout, stderr } = imr('show', at('two.txt'), '/caseNumber')
    expect(stdout).toContain('CM16-9000009')
    expect(stderr).toBe(`imr: ${at('two.txt')} has 2 letters; this is the first\n`)
  })
})
