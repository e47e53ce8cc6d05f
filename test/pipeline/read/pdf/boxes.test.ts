import { expect, it } from 'vitest'
import type { Box, CaseRecord } from '../../../../document/index.ts'
import { extractRecords, readLetter } from '../../../../pipeline/index.ts'
import { CONTENTS, drawText, PAGES, type PdfParts, pdfOf, recordsIn } from './draw.ts'

/** A font that gives each character 0.6 of its size. */
const COURIER: PdfParts = {
  fonts: ['Courier', 'Courier-Bold'].map(name => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`) as [
    string,
    string,
  ],
}
const SIZE = 8
const WIDTH = SIZE * 0.6

/** The letter in that font, with operators before each line of text. */
const lettersIn = (before = '', shown = (text: string) => `(${text}) Tj`): string[] =>
  PAGES.map(lines =>
    lines
      .map(
        ({ text, x, y, bold }) =>
          `BT /${bold ? 'F2' : 'F1'} ${SIZE} Tf ${before} ${x} ${y} Td ${shown(text.replace(/[\\()]/g, '\\$&'))} ET`,
      )
      .join('\n'),
  )

/** The box of a value by its position in its line, for characters of this width in points. */
function expected(value: string, width: number): Box {
  const line = PAGES.flat().find(({ text }) => text.includes(value))!
  const at = line.text.indexOf(value)
  return [line.x + at * width, line.y - 0.157 * SIZE, line.x + (at + value.length) * width, line.y + 0.629 * SIZE]
}

const VALUES = [
  ['/caseNumber', 'CM16-9900001'],
  ['/dates/decision', '06/02/2016'],
  ['/worker/sex', 'male'],
  ['/diagnoses/0/text', 'right ankle sprain'],
  ['/diagnoses/1/text', 'lumbar radiculopathy'],
  ['/disputedItems/0/text', 'MRI of the right ankle'],
  ['/disputedItems/1/decision', 'Upheld'],
] as const

const boxesOf = async (pdf: Uint8Array): Promise<(readonly number[][] | undefined)[]> => {
  const [record] = (await recordsIn(pdf)) as CaseRecord[]
  return VALUES.map(([pointer]) => record!.evidence[pointer]?.flatMap(({ boxes }) => boxes))
}

it.each([
  ['as its font is', '', WIDTH],
  ['stretched', '110 Tz', WIDTH * 1.1],
  ['pressed', '80 Tz', WIDTH * 0.8],
  ['a little apart', '0.2 Tc', WIDTH + 0.2],
])('a value has the box of its characters: %s', async (_how, before, width) => {
  for (const [at, boxes] of (await boxesOf(pdfOf(lettersIn(before), COURIER))).entries()) {
    const [, value] = VALUES[at]!
    expect(boxes, value).toHaveLength(1)
    for (const [side, edge] of expected(value, width).entries())
      expect(Math.abs(boxes![0]![side]! - edge), value).toBeLessThan(0.35)
  }
})

it('and if the gaps between words are stretched', async () => {
  const spread = (text: string) =>
    `[${text
      .split(' ')
      .map(word => `(${word} )`)
      .join(' -150 ')}] TJ`
  const boxes = await boxesOf(pdfOf(lettersIn('', spread), COURIER))
  for (const [at, [, value]] of VALUES.entries()) {
    const line = PAGES.flat().find(({ text }) => text.includes(value))!
    const before = line.text.slice(0, line.text.indexOf(value))
    const left = line.x + before.length * WIDTH + (before.split(' ').length - 1) * 0.15 * SIZE
    const right = left + value.length * WIDTH + (value.split(' ').length - 1) * 0.15 * SIZE
    expect(Math.abs(boxes[at]![0]![0]! - left), value).toBeLessThan(0.1)
    expect(Math.abs(boxes[at]![0]![2]! - right), value).toBeLessThan(0.1)
  }
})

it('a value on two lines has a box on each, even if a word is broken', async () => {
  const lines = CONTENTS.map(content =>
    content.replace(
      /\(pallet tipped over\. (.*?)\) Tj/,
      (_, text: string) => `(pallet tipped over. ${text.replace(/radiculopathy\.$/, 'radiculo-')}) Tj`,
    ),
  )
  const moved = lines.map(content => content.replace('(Treatment to date', '(pathy. Treatment to date'))
  const source = await readLetter({ bytes: pdfOf(moved), name: 'letter.pdf' })
  const [record] = extractRecords(source)
  const at = record!.diagnoses.findIndex(({ text }) => /radiculopathy/.test(text))
  const boxes = record!.evidence[`/diagnoses/${at}/text`]!.flatMap(({ boxes: own }) => own)
  expect(boxes).toHaveLength(2)
  expect(boxes[1]![0]).toBe(72)
  expect(boxes[0]![1]! - boxes[1]![1]!).toBeCloseTo(15, 1)
})

it('boxes are in the coordinates of a rotated page', async () => {
  const turned = { 90: '0 1 -1 0 780 20', 180: '-1 0 0 -1 600 780', 270: '0 -1 1 0 10 600' } as const
  const upright = (await boxesOf(pdfOf(CONTENTS)))[0]![0]!
  for (const [rotate, matrix] of Object.entries(turned)) {
    const contents = CONTENTS.map(content => `q ${matrix} cm ${content} Q`)
    const pdf = Buffer.from(
      pdfOf(contents, { page: `/Rotate ${rotate}` })
        .toString('latin1')
        .replaceAll('/MediaBox [0 0 612 792]', '/MediaBox [0 0 792 800]'),
      'latin1',
    )
    const [a, b, c, d, e, f] = matrix.split(' ').map(Number) as [number, number, number, number, number, number]
    const [x0, y0, x1, y1] = upright as [number, number, number, number]
    const corners = [a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f] as const
    const box = [
      Math.min(corners[0], corners[2]),
      Math.min(corners[1], corners[3]),
      Math.max(corners[0], corners[2]),
      Math.max(corners[1], corners[3]),
    ]
    const source = await readLetter({ bytes: pdf, name: 'letter.pdf' })
    const found = extractRecords(source)[0]!.evidence['/caseNumber']![0]!.boxes
    expect(found, rotate).toHaveLength(1)
    for (const [side, edge] of box.entries()) expect(Math.abs(found[0]![side]! - edge), rotate).toBeLessThan(0.15)
  }
})

it('no width is lost between runs', async () => {
  const source = await readLetter({ bytes: pdfOf([drawText('one two three', 72, 700)]), name: 'letter.pdf' })
  for (const { start, end, widths } of source.runs) expect(widths).toHaveLength(end - start)
})
