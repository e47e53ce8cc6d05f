import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findRecognizer } from '../../pipeline/index.ts'
import { item, letterText } from '../letters.ts'
import { imr } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-evaluate-'))
const letters = join(folder, 'letters.txt')
writeFileSync(letters, letterText({ items: [item(), item({ heading: 'A cane', outcome: ': Overturned' })] }))

afterAll(() => rmSync(folder, { recursive: true }))

describe('imr evaluate', () => {
  it('scores the corpus by default', () => {
    const { status, stdout } = imr('evaluate')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^field +gold +found +right/)
    expect(stdout).toMatch(/items\.text .* 1\.000/)
  })

  it.skipIf(findRecognizer() === null)('scores scans', () => {
    const scans = ['--gold', 'corpus/scans/gold', '--letters', 'corpus/scans/letters']
    const { status, stdout } = imr('evaluate', '--ocr', ...scans)
    expect(status).toBe(0)
    expect(stdout).toMatch(/items\.rationale .* 1\.000/)
    // Without the option a scan is rejected, and counts as a letter in which nothing was found.
    const { stdout: refused, stderr } = imr('evaluate', ...scans)
    expect(refused).toMatch(/items\.rationale +1 +0 +0/)
    expect(stderr).toContain('E_NO_TEXT')
  })

  it('scores half of the gold', () => {
    const count = (half: string) => Number(/letters (\d+)/.exec(imr('evaluate', '--half', half).stdout)?.[1])
    const all = Number(/letters (\d+)/.exec(imr('evaluate').stdout)?.[1])
    expect(count('odd') + count('even')).toBe(all)
  })

  it('compares two files of records', () => {
    const before = join(folder, 'before.ndjson')
    const after = join(folder, 'after.ndjson')
    const { stdout } = imr('extract', letters)
    writeFileSync(before, stdout)
    writeFileSync(after, stdout.replace('"age":41', '"age":14'))
    const { status, stdout: changes } = imr('evaluate', '--before', before, '--after', after)
    expect(status).toBe(0)
    expect(changes).toContain('letters\n  ~ worker.age: 41 => 14\n')
  })

  it('requires a file or a revision to compare with', () => {
    const { status, stderr } = imr('evaluate', '--before', 'no-such-revision')
    expect([status, stderr]).toEqual([
      2,
      'imr: neither records, results of an ingest nor a git revision: no-such-revision\n',
    ])
  })

  it('compares with the results of an ingest', () => {
    const results = join(folder, 'results')
    imr('ingest', letters, '--out', results, '--no-queue')
    expect(imr('evaluate', '--before', results, '--letters', folder)).toMatchObject({
      status: 0,
      stdout: 'no value changed\n',
    })
  })

  it.each([
    ['an empty file', '', 'no records in'],
    ['a text', 'Not to be quoted.\n', 'not a file of records:'],
    ['other JSON', '{"Not to be": "quoted"}\n', 'not a file of records:'],
  ])('does not take %s for records', (_what, text, reason) => {
    const file = join(folder, 'other.txt')
    writeFileSync(file, text)
    const { status, stdout, stderr } = imr('evaluate', '--before', file)
    expect([status, stdout, stderr]).toEqual([2, '', `imr: ${reason} ${file}\n`])
  })

  it('says how to name the letters', () => {
    const gold = join(folder, 'gold')
    mkdirSync(gold)
    writeFileSync(join(gold, 'absent.json'), '{}')
    const { status, stderr } = imr('evaluate', '--gold', gold)
    expect([status, stderr]).toEqual([2, expect.stringMatching(/no letter absent\.pdf .*--letters\n$/)])
  })

  it('requires both sides of a comparison', () => {
    expect(imr('evaluate', '--after', 'records.ndjson')).toMatchObject({ status: 2, stdout: '' })
  })

  it('requires folders that exist', () => {
    expect(imr('evaluate', '--gold', join(folder, 'missing')).status).toBe(2)
  })
})
