import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { findRecognizer, type Recognizer, readLetter } from '../../../pipeline/index.ts'

/** A picture as OCR engines get it. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly shades: Uint8Array
}

function pictureOf(pgm: Uint8Array): Picture {
  const head = /^P5 (\d+) (\d+) 255\n/.exec(Buffer.from(pgm.subarray(0, 40)).toString('latin1'))!
  return { width: Number(head[1]), height: Number(head[2]), shades: pgm.subarray(head[0].length) }
}

/** The share of dark dots in a band of rows, given as fractions of the height. */
function ink({ width, height, shades }: Picture, from = 0, to = 1): number {
  const band = shades.subarray(Math.floor(from * height) * width, Math.floor(to * height) * width)
  return band.reduce((sum, shade) => sum + (shade < 128 ? 1 : 0), 0) / band.length
}

/** An engine that records what it is shown, and reads what `see` returns: a word and its confidence. */
function watching(see: (picture: Picture) => readonly [string, number]) {
  const pictures: Picture[] = []
  const recognizer: Recognizer = {
    engine: 'eye-1',
    recognize: async pgm => {
      pictures.push(pictureOf(pgm))
      const [text, confidence] = see(pictures.at(-1)!)
      return ['5', 1, 1, 1, 1, 1, 300, 600, 150, 50, confidence, text].join('\t')
    },
    open: async () => {},
    close: async () => {},
  }
  return { recognizer, pictures }
}

function pdf(draw: (document: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER' })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>(resolve => document.on('end', () => resolve(Buffer.concat(parts))))
  draw(document)
  document.end()
  return done
}

/** A grey sheet of this size with some black. */
function sheet(width: number, height: number): Buffer {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#e0e0e0'
  context.fillRect(0, 0, width, height)
  context.fillStyle = 'black'
  context.fillRect(width / 4, height / 4, width / 2, height / 100)
  return canvas.toBuffer('image/png')
}

const SURE = () => ['seen', 95] as const

// Pages are drawn by an optional package.
describe.skipIf(findRecognizer() === null)('the picture of a page', () => {
  it.each(['fax-g4', 'jbig2', 'jbig2-symbols', 'jpeg2000'])('is decoded: %s', async name => {
    const { recognizer, pictures } = watching(SURE)
    const bytes = readFileSync(new URL(`pictures/${name}.pdf`, import.meta.url))
    const source = await readLetter({ bytes, name: 'scan.pdf', recognizer })
    expect([source.text, source.damaged]).toEqual(['seen\n', undefined])
    // Text fills the upper part of the page, equally with every codec.
    expect(ink(pictures[0]!, 0, 0.3)).toBeGreaterThan(0.03)
    expect(ink(pictures[0]!, 0, 0.3)).toBeLessThan(0.1)
    expect(ink(pictures[0]!, 0.6, 1)).toBe(0)
  })

  it.each([
    [1700, 400],
    [1275, 300],
    [2550, 300],
    [5100, 300],
    [2040, 300],
  ])('%i dots wide is drawn at %i dots an inch', async (width, dots) => {
    const { recognizer, pictures } = watching(SURE)
    const bytes = await pdf(document => document.image(sheet(width, 400), 0, 0, { width: 612, height: 792 }))
    await readLetter({ bytes, name: 'scan.pdf', recognizer })
    expect(pictures[0]!.width).toBe(Math.ceil(8.5 * dots))
  })

  it('has white paper', async () => {
    const { recognizer, pictures } = watching(SURE)
    const bytes = await pdf(document => document.image(sheet(850, 1100), 0, 0, { width: 612, height: 792 }))
    await readLetter({ bytes, name: 'scan.pdf', recognizer })
    expect(pictures[0]!.shades[0]).toBe(255)
    expect(ink(pictures[0]!)).toBeGreaterThan(0.004)
  })

  it('is rotated until it can be read', async () => {
    const { recognizer, pictures } = watching(picture => (ink(picture, 0, 0.2) > 0.2 ? ['seen', 95] : ['uaas', 30]))
    // A black bar at the bottom, which is at the top when the page is upside down.
    const bytes = await pdf(document => document.rect(0, 650, 612, 142).fill('black'))
    const source = await readLetter({ bytes, name: 'scan.pdf', recognizer })
    expect([source.text, source.ocr?.confidence]).toEqual(['seen\n', 0.95])
    expect(pictures.length).toBe(2)
    // 300 dots from the left and 600 from the top of the rotated page: an inch from the right, two from the bottom.
    expect(source.runs[0]!.box).toEqual([504, 144, 540, 156])
  })

  it('stays as it is if it cannot be read in any direction', async () => {
    const { recognizer } = watching(() => ['blot', 30])
    const bytes = await pdf(document => document.rect(72, 72, 200, 200).fill('black'))
    const source = await readLetter({ bytes, name: 'scan.pdf', recognizer })
    expect([source.text, source.runs[0]!.box]).toEqual(['blot\n', [72, 636, 108, 648]])
  })
})

describe.skipIf(findRecognizer() === null)('a page with a picture and a text', () => {
  const over = async (
    text: string,
    draw = (document: PDFKit.PDFDocument) => void document.image(sheet(850, 1100), 0, 0, { width: 612, height: 792 }),
  ) => {
    const bytes = await pdf(document => {
      draw(document)
      document.fontSize(9).text(text, 72, 72, { width: 450 })
    })
    return (await readLetter({ bytes, name: 'scan.pdf', recognizer: watching(SURE).recognizer })).ocr?.pages
  }

  it('is a picture if the text is a stamp or a fax header', async () => {
    expect(await over('11/23/2016 09:14 FAX 555 0100 EXAMPLE ORTHOPEDICS PAGE 1 OF 2')).toEqual([1])
  })

  it('is a picture even if it is drawn as a mask', async () => {
    // Ninety thousand zero bytes, in runs of 128.
    const runs = '81ff'.repeat(704)
    const mask = (document: PDFKit.PDFDocument) =>
      void document.addContent(`q 612 0 0 792 0 0 cm BI /W 800 /H 900 /BPC 1 /IM true /F [/AHx /RL] ID ${runs}80> EI Q`)
    expect(await over('RECEIVED JAN 3 2017', mask)).toEqual([1])
  })

  it('is a picture if the text is unreadable', async () => {
    const garbage = '7KH UHTXHVW IRU DTXDWLF WKHUDS LV QRW PHGLFDOO QHFHVVDU DQG DSSURSULDWH DV WKH UHYLHZHU VWDWHV '
    expect(await over(garbage.repeat(4))).toEqual([1])
  })

  it('is read from its text if that is readable', async () => {
    expect(
      await over('The request for aquatic therapy is not medically necessary, as the reviewer states. '.repeat(4)),
    ).toBe(undefined)
  })
})
