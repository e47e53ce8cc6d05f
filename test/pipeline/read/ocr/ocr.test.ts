import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { extractRecord, findRecognizer, type Recognizer, readLetter } from '../../../../pipeline/index.ts'
import { bundledEngine } from '../../../../pipeline/read/ocr/bundled.ts'
import { installedEngine } from '../../../../pipeline/read/ocr/installed.ts'
import { recognizedLines } from '../../../../pipeline/read/ocr/lines.ts'
import { evidenceFaults } from '../../../evidence.ts'
import { letterText } from '../../../letters.ts'

/** A row of the engine's table: a word in a line, with its left and upper edge. */
const word = (line: number, left: number, top: number, text: string, [width, height] = [100, 30]): string =>
  ['5', '1', '1', '1', line, '1', left, top, width, height, '90.5', text].join('\t')

const HEAD = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'
const table = (...rows: string[]): string => `${[HEAD, '4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t', ...rows].join('\n')}\n`
const linesOf = (...rows: string[]): string[] =>
  recognizedLines(table(...rows)).map(
    ({ words, afterGap }) => `${afterGap ? '¶' : ''}${words.map(({ text }) => text).join(' ')}`,
  )

describe('the lines of a page', () => {
  it('are those of the table, from top to bottom', () => {
    expect(linesOf(word(2, 0, 150, 'below'), word(1, 0, 100, 'one'), word(1, 120, 100, 'line'))).toEqual([
      'one line',
      'below',
    ])
  })

  it('continue where the engine ended one at a cell edge, even on a skewed sheet', () => {
    expect(linesOf(word(1, 0, 100, 'Priority:'), word(2, 0, 150, 'next'), word(3, 400, 108, 'Standard'))).toEqual([
      'Priority: Standard',
      'next',
    ])
  })

  it('contain no rules of tables and no spaces', () => {
    expect(linesOf(word(1, 0, 100, '|'), word(1, 120, 100, 'word'), word(1, 240, 100, ' '))).toEqual(['word'])
  })

  it('are in plain characters', () => {
    expect(linesOf(word(1, 0, 100, '“trial”'), word(1, 120, 100, 'patient’s'))).toEqual(['"trial" patient\'s'])
  })

  it('contain no commas that the engine took for words, and no dust', () => {
    const comma = word(3, 340, 118, 'El', [8, 12]).replace('90.5', '5.4')
    expect(linesOf(word(1, 0, 100, 'may'), word(1, 120, 100, 'cause'), comma, word(2, 0, 150, 'and'))).toEqual([
      'may cause',
      'and',
    ])
    expect(linesOf(word(1, 0, 100, 'one'), word(1, 120, 120, '-', [12, 4]))).toEqual(['one -'])
  })

  it('show where paragraphs begin', () => {
    expect(linesOf(word(1, 0, 100, 'one'), word(2, 0, 150, 'two'), word(3, 0, 250, 'three'))).toEqual([
      'one',
      'two',
      '¶three',
    ])
  })
})

/** An engine that sees the same on every picture. */
const seeing = (...rows: string[]): Recognizer => ({
  engine: 'eye-1',
  recognize: async () => table(...rows),
  open: async () => {},
  close: async () => {},
})

/** A PDF whose pages have a text, or a drawing if it is empty. */
function pdf(...texts: readonly string[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER', autoFirstPage: false })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>(resolve => document.on('end', () => resolve(Buffer.concat(parts))))
  for (const text of texts) {
    document.addPage()
    if (text) document.font('Times-Roman').fontSize(12).text(text)
    else document.rect(72, 72, 200, 200).fill('gray')
  }
  document.end()
  return done
}

const SCANS = new URL('../../../../corpus/scans/', import.meta.url)
const NAME = 'CM16-9000001'
const scan = readFileSync(new URL(`letters/${NAME}.pdf`, SCANS))

describe('a PDF of pictures', () => {
  it('is rejected without an engine, with the remedy', async () => {
    await expect(readLetter({ bytes: scan, name: 'scan.pdf' })).rejects.toMatchObject({
      code: 'E_NO_TEXT',
      message: 'none of its 2 pages has any text, as in a scan; use --ocr to read scans',
    })
  })
})

// Pages are drawn by an optional package.
describe.skipIf(findRecognizer() === null)('with an engine', () => {
  it('only pages that are pictures are recognized', async () => {
    const [first, second] = [letterText(), 'Seen on a picture.']
    const bytes = await pdf(first, '')
    let pictures = 0
    const input = { bytes, name: 'mixed.pdf', onPicture: () => pictures++ }
    const rows = second.split(' ').map((text, at) => word(1, 300 + 150 * at, 600, text))
    const source = await readLetter({ ...input, recognizer: seeing(...rows) })
    expect(source.text.slice(source.pages[1]!.start)).toBe(`${second}\n`)
    expect([source.ocr, pictures]).toEqual([{ engine: 'eye-1', pages: [2], confidence: 0.91 }, 1])
    const { messages } = extractRecord(source)
    expect(messages.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['info page/recognized'])
    const without = extractRecord(await readLetter(input))
    expect(without.messages.map(({ code, reason }) => [code, reason])).toEqual([
      ['page/empty', 'no text on page 2; if it is a scan, use --ocr'],
    ])
  })

  it('boxes of words count in points from the lower left', async () => {
    const source = await readLetter({
      bytes: await pdf(''),
      name: 'scan.pdf',
      recognizer: seeing(word(1, 300, 600, 'word', [150, 50])),
    })
    // There are 300 dots to the inch, and the page is 11 inches high.
    expect(source.runs[0]!.box).toEqual([72, 636, 108, 648])
  })

  it('reports that nothing is seen, or that much is doubtful', async () => {
    const bytes = await pdf('')
    await expect(readLetter({ bytes, name: 'scan.pdf', recognizer: seeing() })).rejects.toMatchObject({
      message: 'its only page has no text, and OCR found none',
    })
    const rows = letterText()
      .split(/\s+/)
      .map((text, at) => word(at, 0, 40 * at, text).replace('90.5', '60'))
    const source = await readLetter({ bytes, name: 'scan.pdf', recognizer: seeing(...rows) })
    expect(extractRecord(source).messages.map(({ code }) => code)).toContain('page/blurred')
  })
})

describe('the installed tesseract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-ocr-'))
  const { PATH } = process.env
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Puts a fake program first on the path. */
  function pretend(script: string): void {
    writeFileSync(join(folder, 'tesseract'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'tesseract'), 0o755)
    process.env.PATH = `${folder}${delimiter}${PATH}`
    onTestFinished(() => {
      process.env.PATH = PATH
    })
  }

  const TELLS = "case $1 in --version) echo 'tesseract 5.9.1'; exit;; --list-langs) echo eng; exit;; esac"

  it('reads a picture from its input', async () => {
    pretend(`${TELLS}\nhead -c 2`)
    const engine = installedEngine()!
    expect(engine.engine).toBe('tesseract-5.9.1')
    expect(await engine.recognize(Buffer.from('P5 1 1 255\n '))).toBe('P5')
  })

  it('is rejected if it fails', async () => {
    pretend(`${TELLS}\nexit 1`)
    await expect(installedEngine()!.recognize(Buffer.alloc(9))).rejects.toMatchObject({ code: 'E_OCR' })
  })

  it('is absent without English data', () => {
    pretend("case $1 in --version) echo 'tesseract 5.9.1';; --list-langs) echo deu;; esac")
    expect(installedEngine()).toBeNull()
  })
})

describe.skipIf(bundledEngine() === null)('the bundled engine', () => {
  it('reads the scan of a letter like the letter', { timeout: 120_000 }, async () => {
    const recognizer = bundledEngine()!
    const source = await readLetter({ bytes: scan, name: 'scan.pdf', recognizer }).finally(() => recognizer.close())
    const record = extractRecord(source)
    const letter = readFileSync(new URL(`../letters/${NAME}.pdf`, SCANS))
    const expected = extractRecord(await readLetter({ bytes: letter, name: 'letter.pdf' }))
    const facts = ({ id: _id, source: { form }, evidence: _e, messages: _m, ...rest }: typeof record) => ({
      form,
      ...rest,
    })
    expect(facts(record)).toEqual(facts(expected))
    expect(evidenceFaults(source, record)).toEqual([])
    expect(record.source.ocr).toMatchObject({ pages: [1, 2] })
  })

  it('has the gold of its letter', () => {
    const gold = readFileSync(new URL(`../gold/${NAME}.json`, SCANS), 'utf8')
    expect(readFileSync(new URL(`gold/${NAME}.json`, SCANS), 'utf8')).toBe(gold)
  })
})
