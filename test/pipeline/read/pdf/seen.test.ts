import { beforeAll, describe, expect, it } from 'vitest'
import { stream } from '../../../../corpus/hostile/pdf/write.ts'
import type { CaseRecord } from '../../../../document/index.ts'
import {
  CONTENTS,
  COURIER,
  type DrawnLine,
  drawLine,
  drawText,
  factsIn,
  factsOf,
  PAGES,
  type PdfParts,
  pdfOf,
  readText,
  recordsIn,
  withMore,
} from './draw.ts'

let letter: unknown[]
beforeAll(async () => {
  letter = (await factsIn(pdfOf(CONTENTS))) as unknown[]
})

const ITEM = drawText('Acupuncture twelve sessions: Overturned', 72, 60, { font: 'F2' })

describe('what is drawn twice', () => {
  const twice = (dx: number, dy: number) =>
    PAGES.map(lines =>
      [...lines, ...lines.map(line => ({ ...line, x: line.x + dx, y: line.y + dy }))].map(drawLine).join('\n'),
    )
  const larger = ({ text, x, y, bold }: DrawnLine) => drawText(text, x, y, { font: bold ? 'F2' : 'F1', size: 11.1 })
  const inTurns = (cut: (text: string) => string[], moves: readonly number[]) =>
    PAGES.map(lines =>
      lines
        .flatMap(line =>
          piecesOf(line.text, cut).flatMap(({ text, at }) =>
            moves.map(by =>
              drawText(text, line.x + at * 4.5 + by, line.y, { font: line.bold ? 'F2' : 'F1', size: 7.5 }),
            ),
          ),
        )
        .join('\n'),
    )

  it.each([
    ['page after page at the same place', () => pdfOf(twice(0, 0))],
    ['0.4 points to the right', () => pdfOf(twice(0.4, 0))],
    ['as a shadow below', () => pdfOf(twice(0.7, -0.7))],
    ['one point apart', () => pdfOf(twice(1, 0))],
    ['as a shadow farther below', () => pdfOf(twice(1.3, -1.3))],
    ['higher', () => pdfOf(twice(0, 1.3))],
    [
      'a little larger',
      () => pdfOf(PAGES.map(lines => lines.flatMap(line => [drawLine(line), larger(line)]).join('\n'))),
    ],
    [
      'its headings in a thin font and a bold one',
      () =>
        pdfOf(
          PAGES.map(lines =>
            lines.flatMap(line => [line, ...(line.bold ? [{ ...line, bold: false }] : [])].map(drawLine)).join('\n'),
          ),
        ),
    ],
    [
      'line by line',
      () =>
        pdfOf(PAGES.map(lines => lines.flatMap(line => [line, { ...line, x: line.x + 0.3 }].map(drawLine)).join('\n'))),
    ],
    [
      'only its headings',
      () =>
        pdfOf(
          PAGES.map(lines =>
            lines
              .flatMap(line => (line.bold ? [line, { ...line, x: line.x + 0.25 }] : [line]).map(drawLine))
              .join('\n'),
          ),
        ),
    ],
    ['a third time', () => pdfOf(CONTENTS.map(content => [content, content, content].join('\n')))],
    [
      'a gray shadow first',
      () =>
        pdfOf(
          PAGES.map(
            lines =>
              `0.6 g\n${lines.map(line => drawLine({ ...line, x: line.x + 0.8, y: line.y - 0.8 })).join('\n')}\n0 g\n${lines.map(drawLine).join('\n')}`,
          ),
        ),
    ],
    ['a white rim first', () => pdfOf(CONTENTS.map(content => `1 g 1 G 2 w 2 Tr\n${content}\n0 g 0 Tr\n${content}`))],
  ])('counts once: %s', async (_how, pdf) => {
    expect(await factsIn(pdf())).toEqual(letter)
  })

  it.each([
    ['word', (text: string) => text.split(/(?<= )/)],
    ['character', (text: string) => Array.from(text)],
  ])('counts once: %s by %s', async (_unit, cut) => {
    expect(await factsIn(pdfOf(inTurns(cut, [0, 0.3]), COURIER))).toEqual(letter)
  })

  it('keeps letters that stand twice side by side', async () => {
    const records = (await recordsIn(
      pdfOf(
        inTurns(text => Array.from(text), [0]),
        COURIER,
      ),
    )) as CaseRecord[]
    expect(records[0]!.disputedItems.map(({ text }) => text)).toEqual(['MRI of the right ankle', 'Ibuprofen 600mg #90'])
  })
})

/** Parts of a line in a font whose characters are 4.5 points wide. */
function piecesOf(text: string, cut: (text: string) => string[]): { text: string; at: number }[] {
  let at = 0
  return cut(text).map(piece => {
    const start = at
    at += piece.length
    return { text: piece, at: start }
  })
}

describe('invisible text', () => {
  const OFF = '/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >>'
  const LAYERS: PdfParts = {
    catalogue: OFF,
    resources: '/Properties << /Hidden 5 0 R /Shown 6 0 R /Both 7 0 R >>',
    objects: [
      '<< /Type /OCG /Name (a) >>',
      '<< /Type /OCG /Name (b) >>',
      '<< /Type /OCMD /OCGs [5 0 R 6 0 R] /P /AllOn >>',
    ],
  }

  it.each([
    ['a layer that is off', () => withMore(`/OC /Hidden BDC ${ITEM} EMC`, LAYERS)],
    ['layers of which one is off', () => withMore(`/OC /Both BDC ${ITEM} EMC`, LAYERS)],
    [
      'layers of which only some are on',
      () =>
        withMore(`/OC /Hidden BDC ${ITEM} EMC`, {
          ...LAYERS,
          catalogue: OFF.replace('/OFF [5 0 R]', '/BaseState /OFF /ON [6 0 R]'),
        }),
    ],
    [
      'a form on a layer that is off',
      () =>
        withMore('/Fm Do', {
          ...LAYERS,
          resources: '/XObject << /Fm 8 0 R >>',
          objects: [
            ...LAYERS.objects!,
            stream(
              ITEM,
              '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /OC 5 0 R /Resources << /Font << /F2 4 0 R >> >>',
            ),
          ],
        }),
    ],
    ['above the page', () => withMore(ITEM.replace('72 60 Td', '72 900 Td'))],
    ['a layer inside of one that is off', () => withMore(`/OC /Hidden BDC /OC /Shown BDC ${ITEM} EMC EMC`, LAYERS)],
    ['below the page', () => withMore(ITEM.replace('72 60 Td', '72 -40 Td'))],
    ['beside what is shown of the page', () => withMore(ITEM, { page: '/CropBox [0 100 612 792]' })],
  ])('is not on the page: %s', async (_where, pdf) => {
    expect(await factsIn(pdf())).toEqual(letter)
  })

  const form = (content: string, dictionary: string) => ({
    resources: '/XObject << /Fm 5 0 R >>',
    objects: [stream(content, `/Type /XObject /Subtype /Form /Resources << /Font << /F2 4 0 R >> >> ${dictionary}`)],
  })

  it.each([
    ['white on white', () => withMore(`q 1 g ${ITEM} Q`)],
    ['nearly white', () => withMore(`q 0.97 0.98 0.97 rg ${ITEM} Q`)],
    ['white in CMYK', () => withMore(`q 0 0 0 0 k ${ITEM} Q`)],
    ['white in a colour space', () => withMore(`q /DeviceRGB cs 1 1 1 sc ${ITEM} Q`)],
    [
      'white in the space of a profile',
      () =>
        withMore(`q /CS cs 1 1 1 sc ${ITEM} Q`, {
          resources: '/ColorSpace << /CS [/ICCBased 5 0 R] >>',
          objects: [stream('', '/N 3 /Alternate /DeviceRGB')],
        }),
    ],
    [
      'white as a gray that is calibrated',
      () =>
        withMore(`q /CS cs 1 sc ${ITEM} Q`, {
          resources: '/ColorSpace << /CS [/CalGray << /WhitePoint [0.95 1 1.09] >>] >>',
        }),
    ],
    [
      'with none of the ink of a separation',
      () =>
        withMore(`q /CS cs 0 scn ${ITEM} Q`, {
          resources: '/ColorSpace << /CS [/Separation /Spot /DeviceCMYK 5 0 R] >>',
          objects: ['<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>'],
        }),
    ],
    [
      'white out of a table of colours',
      () =>
        withMore(`q /CS cs 0 sc ${ITEM} Q`, {
          resources: '/ColorSpace << /CS [/Indexed /DeviceRGB 1 <FFFFFF000000>] >>',
        }),
    ],
    ['white and outlined', () => withMore(`q 1 Tr 1 G ${ITEM} Q`)],
    ['cut away by a triangle', () => withMore(`q 300 300 m 350 300 l 320 350 l h W n ${ITEM} Q`)],
    ['pressed together', () => withMore(ITEM.replace('BT', 'BT 0.1 Tz').replace('ET', '100 Tz ET'))],
    ['small by its own matrix', () => withMore('BT /F2 1 Tf 0.01 0 0 0.01 72 60 Tm (Acupuncture: Overturned) Tj ET')],
    ['in the yellow of its ground', () => withMore(`q 1 1 0 rg 60 50 400 30 re f ${ITEM} Q`)],
    ['neither filled nor outlined', () => withMore(`q 3 Tr ${ITEM} Q`)],
    ['only to cut what follows', () => withMore(`q 7 Tr ${ITEM} Q`)],
    [
      'without opacity',
      () => withMore(`q /Clear gs ${ITEM} Q`, { resources: '/ExtGState << /Clear << /ca 0 /CA 0 >> >>' }),
    ],
    ['cut away', () => withMore(`q 0 0 10 10 re W n ${ITEM} Q`)],
    [
      'cut away by two that have nothing in common',
      () => withMore(`q 0 0 612 400 re W n 0 500 612 100 re W* n ${ITEM} Q`),
    ],
    ['cut away by the box of a form', () => withMore('/Fm Do', form(ITEM, '/BBox [0 0 20 20]'))],
    ['of no size', () => withMore(`q 0.01 0 0 0.01 72 60 cm ${drawText('Acupuncture: Overturned', 0, 0)} Q`)],
    ['of two points', () => withMore(drawText('Acupuncture twelve sessions: Overturned', 72, 60, { size: 2 }))],
    ['of half a point', () => withMore(drawText('Acupuncture twelve sessions: Overturned', 72, 60, { size: 0.5 }))],
  ])('is left out, with a message: %s', async (_how, pdf) => {
    expect(await factsIn(pdf())).toEqual(letter.map(facts => ({ ...(facts as object), codes: ['text/unseen'] })))
  })

  it.each([
    ['on a layer that is on', (line: string) => withMore(`/OC /Shown BDC ${line} EMC`, LAYERS)],
    ['white on a dark ground', (line: string) => withMore(`0.1 0.2 0.5 rg 60 50 400 30 re f 1 g ${line}`)],
    ['gray', (line: string) => withMore(`0.4 g ${line}`)],
    ['blue', (line: string) => withMore(`0 0 1 rg ${line}`)],
    ['outlined', (line: string) => withMore(`1 Tr 0.3 w ${line}`)],
    ['within what is cut', (line: string) => withMore(`q 60 40 500 100 re W n ${line} Q`)],
    ['on the white of a box', (line: string) => withMore(`1 g 60 50 400 30 re f 0 g ${line}`)],
    [
      'under a marker that lets it shine through',
      (line: string) =>
        withMore(`${line} /Marker gs 1 1 0 rg 60 50 400 30 re f`, {
          resources: '/ExtGState << /Marker << /BM /Multiply >> >>',
        }),
    ],
    ['in a frame', (line: string) => withMore(`${line} 1 w 60 50 400 30 re S`)],
    ['underlined', (line: string) => withMore(`${line} 72 58 300 0.8 re f`)],
  ])('does not include what is %s', async (_how, pdf) => {
    const line = 'A last line of the letter.'
    const { lines } = await readText(pdf(drawText(line, 72, 60)))
    expect(lines.at(-1)).toBe(line)
  })
})

it('a soft mask is not painted, whatever it shows', async () => {
  const mask = '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >>'
  const fonts = '/Resources << /Font << /F2 4 0 R >> >>'
  const pdf = withMore('q /Soft gs 0.5 g 500 20 40 20 re f Q', {
    resources: '/ExtGState << /Soft << /SMask << /Type /Mask /S /Luminosity /G 5 0 R >> >> >>',
    objects: [stream(`0 g 0 0 612 792 re f ${ITEM}`, `${mask} ${fonts}`)],
  })
  expect(await factsIn(pdf)).toEqual(letter)
})

it('reads a rotated page, with boxes in its coordinates', async () => {
  const turned = { 90: '0 0.7 -0.7 0 560 20', 180: '-0.7 0 0 -0.7 560 600', 270: '0 -0.7 0.7 0 20 600' }
  for (const [rotate, matrix] of Object.entries(turned)) {
    const records = await recordsIn(
      pdfOf(
        CONTENTS.map(content => `q ${matrix} cm ${content} Q`),
        { page: `/Rotate ${rotate}` },
      ),
    )
    expect((records as CaseRecord[]).map(factsOf)).toEqual(letter)
  }
})
