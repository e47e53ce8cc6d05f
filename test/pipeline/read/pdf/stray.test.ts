import { beforeAll, describe, expect, it } from 'vitest'
import { CONTENTS, drawLine, drawText, factsIn, PAGES, pdfOf } from './draw.ts'

let letter: unknown
beforeAll(async () => {
  letter = await factsIn(pdfOf(CONTENTS))
})

/** Words at any angle, in degrees counter-clockwise. */
function turned(text: string, x: number, y: number, degrees: number, size: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)].map(one =>
    one.toFixed(4),
  )
  return `q ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} cm ${drawText(text, 0, 0, { font: 'F2', size })} Q`
}

/** As browsers print in the margin: each letter individually. */
const byLetter = (text: string, x: number, y: number): string =>
  Array.from(text, (character, at) => drawText(character, x + at * 5, y, { size: 8 })).join('\n')

const RECEIVED = `${drawText('RECEIVED', 400, 655, { font: 'F2', size: 18 })}\n${drawText('JAN 12 2017', 400, 636, { font: 'F2', size: 16 })}`
const tiled = (word: string, size: number) =>
  [90, 260, 430]
    .flatMap(x => [50, 170, 290, 410, 530, 650, 770].map(y => drawText(word, x, y, { font: 'F2', size })))
    .join('\n')

const numbered = (x: number, step: number, by = 1, size = 10): string =>
  Array.from({ length: Math.floor(690 / step) }, (_, at) =>
    drawText(String((at + 1) * by), x, 741 - at * step, { size }),
  ).join('\n')

const MARKS: readonly (readonly [what: string, mark: string])[] = [
  ['a stamp askew', turned('RECEIVED', 360, 690, 10, 16)],
  ['a stamp that leans the other way', turned('RECEIVED\u0020JAN 12 2017', 330, 700, -14, 12)],
  ['a stamp of two lines beside the header', RECEIVED],
  ['a red stamp over a line', `q 0.9 0 0 rg ${drawText('COPY', 200, 604, { font: 'F2', size: 14 })} Q`],
  ['a red stamp in the margin', `q 0.9 0.1 0 rg ${drawText('RECEIVED 1/12/17', 470, 652)} Q`],
  ['a large stamp below the letter', drawText('SCANNED', 400, 40, { font: 'F2', size: 20 })],
  ['initials up the margin', turned('JQ 1/12/17', 40, 300, 90, 11)],
  ['a watermark across the page', `q 0.8 g ${turned('CONFIDENTIAL', 120, 200, 45, 72)} Q`],
  ['a black one across the page', turned('VOID', 150, 250, 55, 90)],
  ['a faint word all over the page', `q 0.85 g ${tiled('SAMPLE', 14)} Q`],
  ['a faint word in the size of the letter', `q 0.8 g ${tiled('COPY', 11)} Q`],
  ['a pale blue word', `q 0.75 0.85 1 rg ${drawText('DRAFT', 250, 400, { font: 'F2', size: 60 })} Q`],
  [
    'numbers of lines',
    Array.from({ length: 28 }, (_, at) => drawText(String(at + 1), 42, 742 - at * 24.5, { size: 10 })).join('\n'),
  ],
  [
    'numbers of lines to the right',
    Array.from({ length: 25 }, (_, at) => drawText(String(at + 1), at < 9 ? 47 : 42, 740 - at * 27, { size: 10 })).join(
      '\n',
    ),
  ],
  ['numbers of lines in the right margin', numbered(580, 15)],
  ['numbers of each fifth line', numbered(40, 75, 5)],
  ['a number of a production', drawText('QRS-0001234', 480, 24, { size: 9 })],
  ['one with a name', drawText('QUILL DEF 000417', 440, 20, { size: 9 })],
  ['the head of a fax', drawText('01/12/2017 09:41  FAX 5550100  QUILL CLINIC  003/017', 60, 776, { size: 8 })],
  ['the foot of a fax', drawText('Recvd 9:41 AM  P. 3/17', 60, 18, { size: 8 })],
  ['the head of a fax in the size of the letter', drawText('01-12-2017 09:41 QUILL CLINIC P.03', 60, 770)],
  ['the head of a print from a browser', byLetter('1/12/17, 9:41 AM', 20, 774) + byLetter('Letter', 290, 774)],
  ['the foot of a print from a browser', byLetter('file:///letters/knee.html', 20, 14) + byLetter('1/2', 570, 14)],
  [
    'a head with an address',
    drawText('Letter', 40, 770, { size: 8 }) + drawText('https://example.org/knee', 440, 770, { size: 8 }),
  ],
]

describe.each(MARKS)('%s is not part of the letter', (_what, mark) => {
  it.each([
    ['drawn first', (content: string) => `${mark}\n${content}`],
    ['drawn last', (content: string) => `${content}\n${mark}`],
    [
      'drawn in between',
      (content: string) => content.replace(/(?<=ET\n)(?=BT.*CLINICAL|BT.*Decision rationale)/, `${mark}\n`),
    ],
  ])('%s', async (_when, marked) => {
    expect(await factsIn(pdfOf(CONTENTS.map(marked)))).toEqual(letter)
  })
})

describe('a stamp in the size of the letter, drawn before or after it', () => {
  it.each([
    ['over its letters', drawText('RECEIVED 1/12/17', 75, 593, { font: 'F2' })],
    ['between two of its rows', drawText('RECEIVED 1/12/17', 400, 733, { font: 'F2' })],
    ['in a row of its own', drawText('RECEIVED 1/12/17', 440, 680, { font: 'F2' })],
    ['below a larger line', RECEIVED.replaceAll('/F2 16 Tf', '/F2 11 Tf')],
  ])('%s', async (_where, stamp) => {
    expect(await factsIn(pdfOf(CONTENTS.map(content => `${content}\n${stamp}`)))).toEqual(letter)
    expect(await factsIn(pdfOf(CONTENTS.map(content => `${stamp}\n${content}`)))).toEqual(letter)
  })

  it('is not what a form is filled in with', async () => {
    const { readLetter } = await import('../../../../pipeline/index.ts')
    const value = drawText('12/20/2016', 300, 696, { font: 'F2' })
    const { text } = await readLetter({ bytes: pdfOf([`${CONTENTS[0]}\n${value}`]), name: 'letter.pdf' })
    expect(text).toContain('12/20/2016')
  })
})

describe('what only resembles it stays', () => {
  it.each([
    ['at the foot', [35, 20]],
    ['at the head', [775, 760]],
  ])('a line %s of a page without margins that mentions a time', async (_where, heights) => {
    const { readLetter } = await import('../../../../pipeline/index.ts')
    const lines = ['The injured worker was seen', 'at 9:30 on that day, see https://example.org/knee']
    const more = lines.map((line, at) => drawText(line, 72, heights[at]!)).join('\n')
    const { text } = await readLetter({ bytes: pdfOf([`${CONTENTS[0]}\n${more}`]), name: 'letter.pdf' })
    for (const line of lines) expect(text).toContain(line)
  })

  it.each([
    ['a large title', drawText('Final Determination', 220, 765, { font: 'F2', size: 18 }), 'Final Determination'],
    ['blue headings', `q 0.1 0.2 0.7 rg ${drawText('A heading of the letter', 72, 280)} Q`, 'A heading of the letter'],
    [
      'a red line of its own',
      `q 0.9 0 0 rg ${drawText('Not for the second brace.', 72, 280)} Q`,
      'Not for the second brace.',
    ],
    ['a number in the margin', drawText('7', 50, 280), '7'],
    ['a date at the foot', drawText('January 12, 2017', 72, 30), 'January 12, 2017'],
    ['dark gray', `q 0.35 g ${drawText('Some words in gray.', 72, 280)} Q`, 'Some words in gray.'],
  ])('%s', async (_what, mark, words) => {
    const { readLetter } = await import('../../../../pipeline/index.ts')
    const { text } = await readLetter({ bytes: pdfOf([`${CONTENTS[0]}\n${mark}`]), name: 'letter.pdf' })
    expect(text.split('\n')).toContain(words)
  })

  it('a red word within a line', async () => {
    const { readLetter } = await import('../../../../pipeline/index.ts')
    const lines = PAGES[0]!.map(drawLine).join('\n')
    const { text } = await readLetter({
      bytes: pdfOf([
        `${lines}\n${drawText('The request is', 72, 280)} q 0.9 0 0 rg ${drawText('not', 139, 280)} Q ${drawText('certified.', 157, 280)}`,
      ]),
      name: 'letter.pdf',
    })
    expect(text).toContain('The request is not certified.')
  })
})
