import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseRecord, rejection } from '../../document/index.ts'
import { letterText } from '../letters.ts'
import { imr, ndjson } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-extract-'))
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  writeFileSync(at('a-letter.txt'), letterText())
  writeFileSync(at('b-empty.pdf'), '')
  writeFileSync(at('c-picture.pdf'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const whole = await pdf(letterText().replace('CM16-9900001', 'CM16-9900002'))
  writeFileSync(at('d-truncated.pdf'), whole.subarray(0, whole.length / 2))
  writeFileSync(at('e-locked.pdf'), await pdf('secret', { userPassword: 'secret', ownerPassword: 'owner' }))
  writeFileSync(at('f-scan.pdf'), await pdf(''))
  writeFileSync(at('g-story.txt'), 'It was a dark and stormy night; the rain fell in torrents.')
  symlinkSync('.', at('h-loop'))
  mkdirSync(at('i-folder'))
  writeFileSync(at('i-folder/letter.pdf'), whole)
  writeFileSync(at('j-again.txt'), letterText())
  writeFileSync(at('k-empty-too.txt'), '')
})

afterAll(() => rmSync(folder, { recursive: true }))

/** A PDF with this text, or without text a page with only a drawing. */
function pdf(text: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER', ...options })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>(resolve => document.on('end', () => resolve(Buffer.concat(parts))))
  if (text) document.font('Times-Roman').fontSize(12).text(text)
  else document.rect(72, 72, 200, 200).fill('gray')
  document.end()
  return done
}

describe('imr extract', () => {
  it('gives a record or a coded rejection for every input, in order', () => {
    const { status, stdout, stderr } = imr('extract', folder)
    expect(status).toBe(3)
    expect(ndjson(stdout).map(one => caseRecord.parse(one).source.name)).toEqual(['a-letter.txt', 'letter.pdf'])
    const rejections = ndjson(stderr).map(one => rejection.parse(one))
    expect(rejections.map(({ source, code }) => [source.name, code])).toEqual([
      ['b-empty.pdf', 'E_EMPTY'],
      ['c-picture.pdf', 'E_TYPE'],
      ['d-truncated.pdf', 'E_PDF_CORRUPT'],
      ['e-locked.pdf', 'E_ENCRYPTED'],
      ['f-scan.pdf', 'E_NO_TEXT'],
      ['g-story.txt', 'E_NOT_A_LETTER'],
      ['h-loop', 'E_SYMLINK'],
    ])
  })

  it('never repeats the text of what it rejects', () => {
    expect(imr('extract', folder).stderr).not.toMatch(/stormy|secret/)
  })

  it('exits with 0 if every input became a record', () => {
    expect(imr('extract', at('a-letter.txt')).status).toBe(0)
  })

  it.each([
    ['no input', ['extract']],
    ['no such file', ['extract', at('missing.pdf')]],
    ['no such option', ['extract', '--frobnicate', folder]],
    ['no such command', ['frobnicate']],
    ['ingest without a folder for the results', ['ingest', folder]],
  ])('exits with 2 on wrong usage: %s', (_name, args) => {
    const { status, stdout, stderr } = imr(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).not.toBe('')
  })
})

describe('imr text', () => {
  it('prints the string in which evidence counts', () => {
    const { stdout: text } = imr('text', at('i-folder/letter.pdf'))
    const [record] = ndjson(imr('extract', at('i-folder/letter.pdf')).stdout).map(one => caseRecord.parse(one))
    expect(record!.source.characters).toBe(text.length)
    const [place] = record!.evidence['/caseNumber']!
    expect(text.slice(place!.start, place!.end)).toBe('CM16-9900002')
  })

  it('says why it cannot', () => {
    const { status, stderr } = imr('text', at('f-scan.pdf'))
    expect([status, stderr]).toEqual([
      3,
      'imr: E_NO_TEXT: its only page has no text, as in a scan; use --ocr to read scans\n',
    ])
  })
})
