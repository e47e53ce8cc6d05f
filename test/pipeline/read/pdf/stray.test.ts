import { beforeAll, describe, expect, it } from 'vitest'
import { CONTENTS, drawLine, drawText, factsIn, PAGES, type PdfParts, pdfOf } from './draw.ts'

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

/** A third font, F3, which the letter does not use. */
const OTHER_FONT: PdfParts = {
  resources: '/Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>',
  objects: ['<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >>'],
}

const RECEIVED = `${drawText('RECEIVED', 400, 655, { font: 'F2', size: 18 })}\n${drawText('JAN 12 2017', 400, 636, { font: 'F2', size: 16 })}`
const tiled = (word: string, size: number) =>
  [90, 260, 430]
    .flatMap(x => [50, 170, 290, 410, 530, 650, 770].map(y => drawText(word, x, y, { font: 'F2', size })))
    .join('\n')

const numbered = (x: number, step: number, by = 1, size = 10): string =>
  Array.from({ length: Math.floor(690 / step) }, (_, at) =>
    drawText(String((at + 1) * by), x, 741 - at * step, { size }),
  ).join('\n')

/** A word all over the page, turned. */
const strewn = (word: string, size: number, degrees: number): string =>
  [60, 220, 380, 520].flatMap(x => [40, 160, 280, 400, 520, 640].map(y => turned(word, x, y, degrees, size))).join('\n')

const FAX_HEADS = [
  'FROM: QUILL CLINIC TO: 5550100 01/12/2017 09:41 P.003/017',
  'Jan 12 2017 9:41AM HP LASERJET FAX p.3',
  '01/12/2017 THU 9:41 [TX/RX NO 1234] 003',
  '2017-01-12 09:41:03 PST 5550100 From: Quill',
  'Fax Server 1/12/2017 9:41:03 AM PAGE 3/017 Fax Server',
  'To: Page 3 of 7 2017-01-12 17:41:03 (GMT) 5550100 From: Quill',
  'JAN-12-2017 THU 09:41 QUILL CLINIC FAX NO. 5550100 P. 03',
]
const PRODUCTION = ['ABC000123', 'QUILL-0001', 'Bates No. 000123', '000123', 'Exhibit A-12', 'QRS0001234-CONFIDENTIAL']

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
  ...PRODUCTION.map(text => [`the number ${text}`, drawText(text, 480, 24, { size: 9 })] as const),
  ['a number up the margin', turned('QRS0001234', 595, 300, 90, 9)],
  ['numbers of lines with full stops', numbered(40, 15).replace(/(\d)\) Tj/g, '$1.) Tj')],
  ['numbers of lines in brackets', numbered(36, 15).replace(/\((\d+)\) Tj/g, '(\\($1\\)) Tj')],
  ['numbers of lines with colons', numbered(40, 15).replace(/(\d)\) Tj/g, '$1:) Tj')],
  ['numbers of lines and a rule beside them', `${numbered(40, 24.5)}\n60 20 m 60 780 l S 62 20 m 62 780 l S`],
  ['a small word strewn over the page', strewn('COPY', 11, 30)],
  ['a gray one', `q 0.7 g ${strewn('DRAFT', 20, -45)} Q`],
  ['a large outline', `q 1 Tr 0.5 w ${turned('VOID', 200, 300, 0, 120)} Q`],
  ['a large black word', turned('SAMPLE', 80, 380, 0, 110)],
  ['a pink word', `q 1 0.8 0.8 rg ${turned('COPY', 200, 400, 0, 80)} Q`],
  [
    'a word whose letters climb one by one',
    `q 0.8 g ${Array.from('CONFIDENTIAL', (letter, at) => turned(letter, 90 + at * 32, 150 + at * 38, 50, 60)).join('\n')} Q`,
  ],
  ...FAX_HEADS.flatMap(text => [
    [`the fax head ${text}`, drawText(text, 40, 778, { size: 8 })] as const,
    [`the fax foot ${text}`, drawText(text, 40, 14)] as const,
  ]),
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

describe('a stamp in the size of the letter', () => {
  /** Where it may be put, on the second page: it has a heading at 635 points, and ends at 545. */
  const PLACES: readonly (readonly [where: string, x: number, y: number])[] = [
    ['over its letters', 75, 639],
    ['on one of its rows', 110, 635],
    ['in the margin and over a row', 8, 605],
    ['between two of its rows', 400, 612],
    ['at the end of a row', 330, 635],
    ['in a row of its own', 440, 620],
    ['above the letter', 72, 770],
    ['centred above the letter', 265, 772],
    ['between two paragraphs, aligned', 72, 620],
    ['below the letter, aligned', 72, 470],
    ['below the letter to the right', 450, 480],
    ['at the foot', 270, 28],
  ]
  const TEXTS: readonly (readonly string[])[] = [
    ['RECEIVED 1/12/17'],
    ['RECEIVED BY MAIL', 'JAN 12 2017'],
    ['JQ 1/12/17'],
    ['COPY'],
  ]
  const put = (lines: readonly string[], x: number, y: number, font: string, look: string) =>
    `q ${look} ${lines.map((line, at) => drawText(line, x, y - at * 13, { font })).join(' ')} Q`
  const places = (stamp: string, content: string): string[] => {
    const lines = content.split('\n')
    return [`${stamp}\n${content}`, `${content}\n${stamp}`, [...lines.slice(0, 6), stamp, ...lines.slice(6)].join('\n')]
  }

  it.each(PLACES)('%s, whatever it says and whenever it is drawn', async (_where, x, y) => {
    for (const text of TEXTS)
      for (const font of ['F1', 'F2', 'F3'])
        for (const look of ['', '0.1 0.1 0.5 rg'])
          for (const content of places(put(text, x, y, font, look), CONTENTS[1]!))
            expect(await factsIn(pdfOf([CONTENTS[0]!, content], OTHER_FONT)), `${text[0]} in ${font}`).toEqual(letter)
  })

  const NAMED = PLACES.filter(([where]) => /over|between two of|row of its own/.test(where))
  it.each(NAMED)('%s, though its words are no stamp’s', async (_where, x, y) => {
    for (const content of places(put(['Quill mailroom 0417'], x, y, 'F3', ''), CONTENTS[1]!).slice(0, 2))
      expect(await factsIn(pdfOf([CONTENTS[0]!, content], OTHER_FONT))).toEqual(letter)
  })

  it('below a larger line', async () => {
    const stamp = RECEIVED.replaceAll('/F2 16 Tf', '/F2 11 Tf')
    expect(await factsIn(pdfOf(CONTENTS.map(content => `${content}\n${stamp}`)))).toEqual(letter)
    expect(await factsIn(pdfOf(CONTENTS.map(content => `${stamp}\n${content}`)))).toEqual(letter)
  })

  it.each([
    ['a heading in a font of its own, drawn last', 'Aquatic therapy for the left knee', 72, 620],
    ['a label with its value at the right', 'Date of Injury: 03/04/2016', 440, 620],
    ['the value of a cell', '03/04/2016', 330, 618],
    ['a case number at the right, drawn last', 'CM16-9900001', 470, 770],
  ])('is not %s', async (_what, text, x, y) => {
    const { readLetter } = await import('../../../../pipeline/index.ts')
    const content = `${CONTENTS[1]}\n${drawText(text, x, y, { font: 'F3' })}`
    const source = await readLetter({ bytes: pdfOf([CONTENTS[0]!, content], OTHER_FONT), name: 'letter.pdf' })
    expect(source.text.split(/[\n\f]/)).toContain(text)
  })

  it('is not what a form is filled in with', async () => {
    const { readLetter } = await import('../../../../pipeline/index.ts')
    const value = drawText('12/20/2016', 300, 696, { font: 'F2' })
    const { text } = await readLetter({ bytes: pdfOf([`${CONTENTS[0]}\n${value}`]), name: 'letter.pdf' })
    expect(text).toContain('12/20/2016')
  })
})

it('numbers of lines may only be at lines', async () => {
  const numberedLines = PAGES.map(lines =>
    lines.map((line, at) => `${drawText(String(at + 1), 45, line.y, { size: 9 })}\n${drawLine(line)}`).join('\n'),
  )
  expect(await factsIn(pdfOf(numberedLines))).toEqual(letter)
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
