import { once } from 'node:events'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { stream } from '../../../../corpus/hostile/pdf/write.ts'
import type { CaseRecord } from '../../../../document/index.ts'
import { readLetter } from '../../../../pipeline/index.ts'
import { CONTENTS, COURIER, drawLine, drawText, factsIn, PAGES, pdfOf, recordsIn } from './draw.ts'

let letter: unknown
beforeAll(async () => {
  letter = await factsIn(pdfOf(CONTENTS))
})

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

type Set = (text: string, x: number, y: number, font: string) => string

const setBy = (set: Set, which: (bold: boolean) => boolean): string[] =>
  PAGES.map(lines =>
    lines
      .map(line =>
        which(line.bold)
          ? set(line.text, line.x, line.y, line.bold ? 'F2' : 'F1')
          : drawLine(line).replace(' 11 Tf', ' 6 Tf'),
      )
      .join('\n'),
  )

const start = (x: number, y: number, font: string): string => `BT /${font} 6 Tf ${x} ${y} Td`

describe('lines whose letters are spaced out', () => {
  const WAYS: readonly (readonly [how: string, set: Set])[] = [
    ['by spacing of characters', (text, x, y, font) => `${start(x, y, font)} 2 Tc (${escaped(text)}) Tj 0 Tc ET`],
    ['by as much as a letter', (text, x, y, font) => `${start(x, y, font)} 4 Tc (${escaped(text)}) Tj 0 Tc ET`],
    [
      'by moves between letters',
      (text, x, y, font) =>
        `${start(x, y, font)} [${Array.from(text, character => `(${escaped(character)}) -300`).join(' ')}] TJ ET`,
    ],
    [
      'each set by itself',
      (text, x, y, font) =>
        Array.from(text, (character, at) =>
          character === ' ' ? '' : `${start(x + at * 6, y, font)} (${escaped(character)}) Tj ET`,
        ).join('\n'),
    ],
    [
      'with spaces between them',
      (text, x, y, font) => `${start(x, y, font)} (${escaped(Array.from(text).join(' '))}) Tj ET`,
    ],
    [
      'with wide spacing and of words',
      (text, x, y, font) => `${start(x, y, font)} 2.5 Tc 3 Tw (${escaped(text)}) Tj 0 Tc 0 Tw ET`,
    ],
  ]

  it.each(WAYS)('are read as words: headings %s', async (_how, set) => {
    expect(
      await factsIn(
        pdfOf(
          setBy(set, bold => bold),
          COURIER,
        ),
      ),
    ).toEqual(letter)
  })

  it.each([
    ['numbers', '0 1 2 3 4 5 6 7 8 9 10'],
    ['grades', 'A B C D E F G H'],
    ['levels', 'L 4 L 5 S 1 C 6'],
  ])('%s in a row stay separate', async (_what, text) => {
    const source = await readLetter({ bytes: pdfOf([`${CONTENTS[0]}\n${drawText(text, 72, 60)}`]), name: 'letter.pdf' })
    expect(source.text.trimEnd().split('\n').at(-1)).toBe(text)
  })
})

describe('ActualText replaces what it covers', () => {
  const covering = (line: string, actual: string, covered: string, mark = 'Span'): readonly string[] =>
    CONTENTS.map(content =>
      content
        .replace(`(${line})`, `(${line.slice(0, line.lastIndexOf(' ') + 1)})`)
        .replace(/(?<=MRI of the right ankle: \) Tj)/, ` /${mark} << /ActualText ${actual} >> BDC (${covered}) Tj EMC`),
    )
  const LINE = 'MRI of the right ankle: Overturned'
  const utf16 = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

  it.each([
    ['a plain string', covering(LINE, '(Overturned)', '@#$%&')],
    ['in UTF-16', covering(LINE, utf16('Overturned'), '@#$%&')],
    ['with escapes', covering(LINE, '(Over\\164urned)', '#')],
    ['with more entries', covering(LINE, '(Overturned) /Lang (en-US) /E (x)', '@#$%&')],
    ['numbered in the structure', covering(LINE, '(Overturned) /MCID 7', '@#$%&')],
    ['of another tag', covering(LINE, '(Overturned)', '@#$%&', 'Replaced')],
    ['around more marks', covering(LINE, '(Overturned)', '@) Tj /Span << /ActualText (x) >> BDC (#) Tj EMC (&')],
  ])('%s', async (_how, contents) => {
    expect(await factsIn(pdfOf(contents))).toEqual(letter)
  })

  it.each([
    ['for several lines', (text: string) => text],
    ['with line ends', (text: string) => text.replaceAll(' ', '\\n')],
  ])('%s at once, in hardly any room', async (_how, written) => {
    const [line, next] = PAGES[1]!.filter(({ text }) => /rationale|necessary/.test(text))
    const words = `${line!.text} ${next?.text ?? ''}`.trim()
    const content = `/P << /ActualText (${written(escaped(words))}) >> BDC ${drawText('@', 72, 60)} EMC`
    const { text } = await readLetter({ bytes: pdfOf([`${CONTENTS[0]}\n${content}`]), name: 'letter.pdf' })
    expect(text.trimEnd().split('\n').at(-1)).toBe(words)
  })

  it('in named properties', async () => {
    const named = covering(LINE, '()', '@#$%&').map(content => content.replace('<< /ActualText () >> BDC', '/Own BDC'))
    const parts = { resources: '/Properties << /Own 5 0 R >>', objects: ['<< /ActualText (Overturned) >>'] }
    expect(await factsIn(pdfOf(named, parts))).toEqual(letter)
  })

  it('in the structure tree, for one mark and for two', async () => {
    const marks = [' /Span << /MCID 0 >> BDC (@#) Tj EMC', ' /Span << /MCID 1 >> BDC ($%) Tj EMC']
    const marked = covering(LINE, '()', '').map(content =>
      content.replace(/ \/Span << \/ActualText.*?EMC/, marks.join('')),
    )
    const element = '<< /Type /StructElem /S /Span /P 5 0 R /Pg 9 0 R /ActualText (Overturned) /K [0 1] >>'
    const parts = {
      catalogue: '/StructTreeRoot 5 0 R /MarkInfo << /Marked true >>',
      page: '/StructParents 0',
      objects: [
        '<< /Type /StructTreeRoot /K [6 0 R] /ParentTree 7 0 R >>',
        element,
        '<< /Nums [0 8 0 R] >>',
        '[6 0 R 6 0 R]',
      ],
    }
    expect(marked.join('')).toContain('MCID 1')
    expect(await factsIn(pdfOf(marked, parts))).toEqual(letter)
  })

  it('in an encrypted file', async () => {
    const document = new PDFDocument({ ownerPassword: 'owner', compress: false })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.markContent('Span', { actual: 'Overturned' }).text('@#$%', 72, 72).endMarkedContent()
    document.end()
    await once(document, 'end')
    const { text } = await readLetter({ bytes: Buffer.concat(chunks), name: 'letter.pdf' })
    expect(text.trim()).toBe('Overturned')
  })

  it('in a compressed stream', async () => {
    const plain = pdfOf(covering(LINE, '(Overturned)', '@#$%&'))
    const text = plain.toString('latin1')
    const packed = text.replace(/<< {2}\/Length \d+ >>\nstream\n([\s\S]*?)\nendstream/g, (_, content: string) => {
      const data = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
      return `<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`
    })
    expect(await factsIn(Buffer.from(packed, 'latin1'))).toEqual(letter)
  })

  it('for a hyphen that only breaks a word', async () => {
    const broken = CONTENTS.map(content =>
      content
        .replace('lumbar radiculopathy.)', 'lumbar radiculo) Tj /Span << /ActualText () >> BDC (-) Tj EMC ()')
        .replace('(Treatment to date', '(pathy. Treatment to date'),
    )
    const { text } = await readLetter({ bytes: pdfOf(broken), name: 'letter.pdf' })
    expect(text).toContain('lumbar radiculo\npathy.')
  })

  it('for a picture of words', async () => {
    const content = `${CONTENTS[0]}\n/Span << /ActualText (Some words) >> BDC q 60 0 0 12 72 60 cm BI /IM true /W 8 /H 1 /D [1 0] ID \x81 EI Q EMC`
    const { text } = await readLetter({ bytes: pdfOf([content]), name: 'letter.pdf' })
    expect(text.trimEnd().split('\n').at(-1)).toBe('Some words')
  })

  it('in a form', async () => {
    const form = stream(
      `/Span << /ActualText (Some words) >> BDC ${drawText('@@', 72, 60)} EMC`,
      '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>',
    )
    const { text } = await readLetter({
      bytes: pdfOf([`${CONTENTS[0]}\n/Fm Do`], { resources: '/XObject << /Fm 5 0 R >>', objects: [form] }),
      name: 'letter.pdf',
    })
    expect(text.trimEnd().split('\n').at(-1)).toBe('Some words')
  })
})

describe('shapes that hide nothing', () => {
  it.each([
    ['a frame that is filled between two boxes', '50 40 500 60 re 52 42 496 56 re f*'],
    ['a triangle', '60 50 m 300 50 l 60 90 l f'],
    ['a thick frame', '6 w 50 40 500 60 re S'],
    ['a thick line across', '6 w 60 40 m 500 200 l S'],
  ])('%s', async (_what, shape) => {
    const { text, findings } = await readLetter({
      bytes: pdfOf([`${CONTENTS[0]}\n${drawText('Some words', 90, 70)} ${shape}`]),
      name: 'letter.pdf',
    })
    expect(text.trimEnd().split('\n').at(-1)).toBe('Some words')
    expect(findings).toBeUndefined()
  })
})

describe('words without spaces between them', () => {
  const without = (isRun: (text: string) => boolean): string[] =>
    PAGES.map(lines =>
      lines
        .map(line => drawLine(isRun(line.text) ? { ...line, text: line.text.replaceAll(' ', '') } : line))
        .join('\n'),
    )

  it.each([
    ['in the summary', /injured worker|pallet|Treatment to date/],
    ['in the rationales', /rationale:/],
  ])('make a letter partial, with a message: %s', async (_where, lines) => {
    const [record] = (await recordsIn(pdfOf(without(text => lines.test(text))))) as CaseRecord[]
    expect(record!.status).toBe('partial')
    expect(record!.messages.map(({ code }) => code)).toContain('text/run-together')
  })

  it('make a garbled text layer if there is nothing else', async () => {
    expect(await recordsIn(pdfOf(without(() => true)))).toBe('E_GARBLED')
  })

  it('are not long medical words', async () => {
    const names = 'Electroneurographic, otorhinolaryngologic and methylenedioxymethamphetamine are words.'
    const letter = CONTENTS.map(content => content.replace('Nothing shows', `${names} Nothing shows`))
    const [record] = (await recordsIn(pdfOf(letter))) as CaseRecord[]
    expect(record!.messages.map(({ code }) => code)).not.toContain('text/run-together')
  })
})
