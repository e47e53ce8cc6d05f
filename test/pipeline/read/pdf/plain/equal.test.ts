import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type PdfObject, stream, writePacked, writePdf } from '../../../../../corpus/hostile/pdf/write.ts'
import { printPdf, sources } from '../../../../../corpus/index.ts'
import { readsAlike } from '../both.ts'
import { CONTENTS, type PdfParts, pdfOf } from '../draw.ts'
import { writeEncrypted } from './encrypted.ts'
import { wordFont } from './word-font.ts'

const FONTS = {
  'Times-Roman': 'TimesNewRomanPSMT',
  'Times-Bold': 'TimesNewRomanPS-BoldMT',
  Helvetica: 'ArialMT',
  'Helvetica-Bold': 'Arial-BoldMT',
} as const

/** The objects of a printed letter, with its fonts as Word names them, and the catalogue first. */
function asByWord(printed: Buffer): PdfObject[] {
  const text = printed.toString('latin1')
  const bodies = new Map(
    Array.from(text.matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g), ([, number, body]) => [Number(number), body!]),
  )
  const root = Number(/\/Root (\d+) 0 R/.exec(text)![1])
  const count = bodies.size
  const numberOf = (number: number): number => (number === root ? 1 : number === 1 ? root : number)
  const descriptors: string[] = []
  const objects = Array.from({ length: count }, (_, at): PdfObject => {
    const body = bodies.get(numberOf(at + 1))!.replace(/(\d+) 0 R/g, (_, number) => `${numberOf(Number(number))} 0 R`)
    const [, name] = /\/BaseFont \/([\w-]+)/.exec(body) ?? []
    if (name !== undefined) {
      const font = wordFont(FONTS[name as keyof typeof FONTS])
      descriptors.push(font.descriptor)
      return font.dictionary(count + descriptors.length)
    }
    const content = /^<<[\s\S]*?>>\nstream\n([\s\S]*)\nendstream$/.exec(body)?.[1]
    return content === undefined || body.includes('/Metadata') ? body : compressed(content)
  })
  return [
    ...objects.map(object => (typeof object === 'string' && object.includes('\nstream') ? 'null' : object)),
    ...descriptors,
  ]
}

const compressed = (content: string): PdfObject =>
  stream(deflateSync(Buffer.from(content, 'latin1')), '/Filter /FlateDecode')

const letters = (await sources()).filter(({ medium }) => medium === 'pdf')

/** Published letters exist only next to the project where it is developed. */
const POSTED = join(import.meta.dirname, '..', '..', '..', '..', '..', '..', 'shared', 'letters')

const STATE = '/ExtGState << /G << /Type /ExtGState /ca 0.5 /CA 0.2 /LW 7 /BM /Normal /SMask /None /OP true >> >>'
const SPACES = '/ColorSpace << /One [/ICCBased 5 0 R] /Three [/ICCBased 6 0 R] >>'
const PROFILES = [stream('profile', '/N 1'), stream('profile', '/N 3 /Alternate /DeviceRGB')]
const PICTURE = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray'

/** What is drawn before, or around, the text of a page. */
const DRAWN: readonly (readonly [what: string, before: string, parts?: PdfParts])[] = [
  ['black boxes', '0 g 60 600 400 30 re f 60 500 m 400 500 l 400 520 l 60 520 l h f*'],
  ['boxes of all kinds of paint', '1 0 0 rg 60 700 90 20 re b 60 650 90 20 re B* 60 600 90 20 re s 60 550 90 20 re F'],
  ['thick lines', '8 w 0.5 G 60 700 m 400 700 l S 0 0.4 0 RG [3 1] 0 d 60 600 m 400 600 l s'],
  ['a box without height', '60 700 300 0 re f 60 600 0 90 re f'],
  [
    'a path with a colour in between',
    '60 700 300 9 re /DeviceRGB cs 0.8509803921568627 0.1 0 scn 1 J 0 j 4 M 1 i /Perceptual ri f',
  ],
  ['clipped text', 'q 72 400 200 300 re W n 100 500 300 300 re W* n'],
  ['everything clipped away', 'W n'],
  ['a turned page', '0 1 -1 0 612 0 cm'],
  ['a page in other units', '0.24 0 0 -0.24 0 792 cm 1 0 0 -1 0 3300 cm 4.1667 0 0 4.1667 0 0 cm'],
  ['white text', '1 g'],
  ['text of other modes', '3 Tr'],
  ['outlined text', '1 Tr 1 1 1 RG'],
  ['spaced text', '1.5 Tc 3 Tw 80 Tz 14 TL 2 Ts'],
  [
    'other ways to show text',
    "BT /F2 10 Tf 12 TL 1 0 0.2 1 72 60 Tm (one) ' T* [(t) -80 (wo) 300 (three)] TJ 0 -12 TD (a\\(b\\)\\101(c)) Tj ET",
  ],
  ['transparent text', '/G gs', { resources: STATE }],
  [
    'colours of profiles',
    '/One cs 0.9 sc /Three CS 0.1 0.2 0.3 SCN /Three cs 1 1 1 scn',
    { resources: SPACES, objects: PROFILES },
  ],
  [
    'a picture over the page',
    '500 0 0 700 0 0 cm /P Do 0.002 0 0 0.00142857 0 0 cm',
    { resources: '/XObject << /P 5 0 R >>', objects: [stream('abcd', PICTURE)] },
  ],
  [
    'marks',
    '/P << /MCID 3 >> BDC EMC /Artifact << /Type /Pagination >> BDC EMC /Span BMC EMC /Q /M BDC EMC',
    { resources: '/Properties << /M << /MCID 4 >> >>' },
  ],
  ['a smaller crop box', '', { page: '/CropBox [60 500 400 760]' }],
]

describe('the plain reader and pdf.js read the same', () => {
  it.each(letters.map(letter => [letter.name, letter] as const))('of sample letter %s', async (_name, letter) => {
    const { encrypted: _, ...open } = letter
    const objects = asByWord(await printPdf(open))
    for (const bytes of [writePdf(objects), writePacked(objects), writeEncrypted(objects)])
      expect(await readsAlike(bytes)).toBe(true)
  })

  it.each(DRAWN.map(([what, ...page]) => [what, page] as const))('of text with %s', async (_what, [before, parts]) => {
    const after = before.startsWith('q ') ? '\nQ' : ''
    expect(await readsAlike(pdfOf([`${before}\n${CONTENTS[0]}${after}`, CONTENTS[1]!], parts))).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['nothing but a setting', '1 J'],
    ['nothing but a state without effect', '/G gs'],
    ['nothing but a colour space', '/DeviceGray cs'],
    ['nothing but a font', 'BT /F1 9 Tf ET'],
    ['an empty string', 'BT /F1 9 Tf () Tj ET'],
    ['a text object that does not end', 'BT /F1 9 Tf (A) Tj'],
    ['a picture alone', '/P Do'],
  ])('of a page with %s', async (_what, content) => {
    const resources = '/ExtGState << /G << /OP true >> >> /XObject << /P 5 0 R >>'
    const bytes = pdfOf([CONTENTS[0]!, content], { resources, objects: [stream('abcd', PICTURE)] })
    expect(await readsAlike(bytes)).toBe(content !== '')
  })

  it.runIf(existsSync(POSTED))('of the posted letters', async () => {
    const names = readdirSync(POSTED).filter(name => name.endsWith('.pdf'))
    let plain = 0
    for (const name of names) if (await readsAlike(readFileSync(join(POSTED, name)))) plain++
    expect(plain / names.length).toBeGreaterThan(0.9)
  })

  it('of every code of a font', async () => {
    const codes = Array.from({ length: 256 }, (_, code) => code.toString(16).padStart(2, '0'))
    const lines = codes.map(
      (code, at) => `BT /F1 9 Tf ${20 + (at % 16) * 30} ${700 - (at >> 4) * 20} Td <41${code}42> Tj ET`,
    )
    expect(await readsAlike(pdfOf([lines.join('\n')]))).toBe(true)
  })
})
