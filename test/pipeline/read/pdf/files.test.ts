import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { stream } from '../../../../corpus/hostile/pdf/write.ts'
import type { CaseRecord } from '../../../../document/index.ts'
import { extractRecords } from '../../../../pipeline/index.ts'
import { item, letterText, sourceOf } from '../../../letters.ts'
import {
  CONTENTS,
  type DrawnLine,
  drawLine,
  drawText,
  factsIn,
  PAGES,
  type PdfParts,
  pdfOf,
  recordsIn,
} from './draw.ts'

const OWN = 'CM16-9900001'
const OTHER = 'CM16-9900002'
const other = (content: string): string => content.replace(OWN, OTHER)

let letter: readonly Record<string, unknown>[]
beforeAll(async () => {
  letter = (await factsIn(pdfOf(CONTENTS))) as Record<string, unknown>[]
})

const numbersIn = async (bytes: Uint8Array): Promise<unknown> =>
  ((await recordsIn(bytes)) as CaseRecord[]).map(({ id, caseNumber, status, disputedItems }) => [
    id.slice('sha256:'.length + 64),
    caseNumber,
    status,
    disputedItems.length,
  ])
const BOTH = [
  ['#1', OWN, 'complete', 2],
  ['#2', OTHER, 'complete', 2],
]

describe('several PDFs in one file', () => {
  const [one, two] = [pdfOf(CONTENTS), pdfOf(CONTENTS.map(other))]

  it.each([
    ['one behind the other', [one, two]],
    ['a line apart', [one, Buffer.from('\r\n\r\n'), two]],
    ['padded with zeros', [one, Buffer.alloc(300), two]],
    [
      'with the boundary of a mail between them',
      [one, Buffer.from('\r\n--b42\r\nContent-Type: application/pdf\r\n\r\n'), two],
    ],
    ['with a line of text between them', [one, Buffer.from('\nknee.pdf (2 of 2)\n'), two]],
  ])('are all read: %s', async (_how, files) => {
    expect(await numbersIn(Buffer.concat(files))).toEqual(BOTH)
  })

  it('are reported if one of them cannot be read', async () => {
    const broken = Buffer.from('%PDF-1.4\nnothing of a file\n%%EOF\n')
    expect(await factsIn(Buffer.concat([one, broken]))).toEqual([{ ...letter[0], codes: ['page/damaged'] }])
  })

  it('are one if a file was changed and saved incrementally', async () => {
    const at = one.lastIndexOf('xref\n')
    const changed = CONTENTS.map(other)[0]!
    const number = /(\d+) 0 obj\n<< {2}\/Length/.exec(one.toString('latin1'))![1]!
    const object = `${number} 0 obj\n<< /Length ${changed.length} >>\nstream\n${changed}\nendstream\nendobj\n`
    const entry = `${String(one.length).padStart(10, '0')} 00000 n \n`
    const update = `${object}xref\n${number} 1\n${entry}trailer\n<< /Size 20 /Root 1 0 R /Prev ${at} >>\nstartxref\n${one.length + object.length}\n%%EOF\n`
    expect(await numbersIn(Buffer.concat([one, Buffer.from(update, 'latin1')]))).toEqual([['', OTHER, 'complete', 2]])
  })
})

describe('what else a file contains', () => {
  const embedded = pdfOf([...CONTENTS, ...CONTENTS.map(other), 'q Q'])
  const NAMES = '/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>'
  const attached = (file: PdfParts['objects']): PdfParts => ({
    catalogue: NAMES,
    objects: ['<< /Type /Filespec /F (a) /EF << /F 6 0 R >> >>', ...file!],
  })

  it.each([
    ['a PDF', attached([stream(embedded, '/Type /EmbeddedFile')])],
    ['a PDF that is deflated', attached([stream(deflateSync(embedded), '/Type /EmbeddedFile /Filter /FlateDecode')])],
    [
      'a PDF whose length another object states',
      attached([stream(embedded, '/Type /EmbeddedFile', '7 0 R'), String(embedded.length)]),
    ],
    ['a text', attached([stream('%PDF-1.4 is how it begins, and /Type /Page stands in it', '/Type /EmbeddedFile')])],
    ['a page that was taken out', { objects: ['<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>'] }],
  ])('is not a page of it: %s', async (_what, parts) => {
    expect(await factsIn(pdfOf(CONTENTS, parts))).toEqual(letter)
  })

  it.each([
    ['white', 'q Q'],
    ['with nothing but a space', drawText(' ', 72, 700)],
    ['with a space in white', `1 g ${drawText('  ', 72, 700)}`],
  ])('no text is missing on an empty page: %s', async (_how, content) => {
    expect(await factsIn(pdfOf([...CONTENTS, content]))).toEqual(letter)
  })

  it.each([
    ['with a picture', 'q 500 0 0 700 50 50 cm BI /IM true /W 8 /H 2 /D [1 0] ID \x81\x18 EI Q'],
    ['with letters that are drawn as shapes', '72 700 m 80 720 l 88 700 l f 100 700 m 130 730 l 130 700 l f'],
  ])('text may be missing on a page %s', async (_how, content) => {
    expect(await factsIn(pdfOf([...CONTENTS, content]))).toEqual([{ ...letter[0], codes: ['page/empty'] }])
  })
})

describe('letters attached to a cover', () => {
  const covered = (files: readonly Buffer[], cover = drawText('Please see the attached determination.', 72, 700)) =>
    pdfOf([cover], {
      catalogue: `/Names << /EmbeddedFiles << /Names [${files.map((_, at) => `(${at}) ${5 + 2 * at} 0 R`).join(' ')}] >> >>`,
      objects: files.flatMap((file, at) => [
        `<< /Type /Filespec /F (${at}.pdf) /EF << /F ${6 + 2 * at} 0 R >> >>`,
        stream(deflateSync(file), '/Type /EmbeddedFile /Filter /FlateDecode'),
      ]),
    })
  const own = pdfOf(CONTENTS)

  it.each([
    ['with a line of text', covered([own])],
    [
      'of a portfolio',
      covered([own], drawText('For the best experience, open this PDF portfolio in a viewer.', 72, 700)),
    ],
    ['that is empty', covered([own], 'q Q')],
    ['besides another file', covered([Buffer.from('a note'), own])],
  ])('are read: %s', async (_what, bytes) => {
    expect(await factsIn(bytes)).toEqual(letter)
  })

  it('are several', async () => {
    expect(await numbersIn(covered([own, pdfOf(CONTENTS.map(other))]))).toEqual(BOTH)
  })

  it('are none, and the cover is no letter either', async () => {
    expect(await factsIn(covered([Buffer.from('a note')]))).toBe('E_NOT_A_LETTER')
    expect(await factsIn(covered([own.subarray(0, 300)]))).toBe('E_NOT_A_LETTER')
  })
})

describe('what is in a file twice', () => {
  const [first, second] = CONTENTS as [string, string]
  const fax = (content: string, page: number): string =>
    `${drawText(`01/05/2017 10:22 FAX 003/${page}`, 72, 780, { size: 8 })}\n${content}`
  const stamped = (content: string) =>
    `${content}\nq 0.9 0 0 rg ${drawText('COPY', 420, 640, { font: 'F2', size: 16 })} Q`
  const smaller = (content: string) => `q 0.97 0 0 0.97 8 12 cm ${content} Q`
  const upsideDown = (content: string) => `q -1 0 0 -1 612 792 cm ${content} Q`
  const upwards = (lines: readonly DrawnLine[]) => lines.toReversed().map(drawLine).join('\n')

  it.each([
    ['the first page', [first, first, second]],
    ['the last page', [first, second, second]],
    ['the letter', [first, second, first, second]],
    ['the letter three times', [first, second, first, second, first, second]],
    ['each page', [first, first, second, second]],
    ['the first page at the end', [first, second, first]],
    ['the letter, with an empty page before its copy', [first, second, 'q Q', first, second]],
    ['the letter, its copy stamped', [first, second, ...[first, second].map(stamped)]],
    ['the letter, its copy a little smaller', [first, second, ...[first, second].map(smaller)]],
    ['the letter, its copy upside down', [first, second, ...[first, second].map(upsideDown)]],
    ['the letter, its copy drawn from the bottom up', [first, second, ...PAGES.map(upwards)]],
  ])('counts once, with a message: %s', async (_what, contents) => {
    expect(await factsIn(pdfOf(contents))).toEqual([{ ...letter[0], codes: ['text/repeated'] }])
  })

  it('counts once if a fax numbers its pages', async () => {
    const records = (await recordsIn(pdfOf([first, second, first, second].map(fax)))) as CaseRecord[]
    expect(records.map(({ caseNumber, disputedItems }) => [caseNumber, disputedItems.length])).toEqual([[OWN, 2]])
  })

  it.each([
    ['two letters that end alike', [first, second, other(first), second], BOTH],
    ['a letter behind another one and its copy', [first, second, first, second, other(first), other(second)], BOTH],
  ])('leaves %s', async (_what, contents, numbers) => {
    expect(await numbersIn(pdfOf(contents))).toEqual(numbers)
  })

  it('counts once in a text, with other line breaks', () => {
    const text = letterText({ items: [item(), item({ heading: 'A cane' })] })
    const records = extractRecords(sourceOf(`${text}\n\n${text.replace(/(\w) (\w+)\n/g, '$1\n$2 ')}`))
    expect(records.map(({ id, disputedItems }) => [id.includes('#'), disputedItems.length])).toEqual([[false, 2]])
    expect(records[0]!.messages.map(({ code }) => code)).toEqual(['text/repeated'])
  })
})
