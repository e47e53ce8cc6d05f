import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PdfObject, stream, writePacked, writePdf } from '../../../../../corpus/hostile/pdf/write.ts'
import { samples } from '../../../../samples.ts'
import { readsAlike } from '../both.ts'
import { objectsOf, type PdfParts } from '../draw.ts'
import { writeEncrypted } from './encrypted.ts'

const RESOURCES = `
  /ExtGState << /G << /ca 0.5 /LW 7 /BM /Normal >> /H << /ca 1 /CA 0.01 /SMask /None >> /I << /OP true >> >>
  /ColorSpace << /One [/ICCBased 5 0 R] /Three [/ICCBased 6 0 R] >> /XObject << /P 7 0 R >> /Properties << /M << /MCID 4 >> >>`
const PICTURE = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray'
const OBJECTS = [stream('profile', '/N 1'), stream('profile', '/N 3'), stream('abcd', PICTURE)]

const number = fc.oneof(
  fc.integer({ min: -200, max: 800 }).map(String),
  fc.double({ min: -2, max: 800, noNaN: true }).map(value => value.toFixed(4)),
  fc.constantFrom('0', '1', '.5', '-.25', '12.', '+3', '0.000001', '123456789'),
)
const share = fc.constantFrom('0', '1', '0.5', '0.25', '1.2', '-0.3', '0.5019')
const string = fc.oneof(
  fc.uint8Array({ maxLength: 9 }).map(bytes => `<${Buffer.from(bytes).toString('hex')}>`),
  fc.constantFrom(
    '(The request is medically necessary)',
    '(a\\(b\\)\\134 \\051c)',
    '(x(y)z)',
    '( )',
    '()',
    '(\\341\\222\\r)',
  ),
)
const choice = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words)

/** Operators with their operands: the parts are joined by blanks. */
const line = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map(part => (typeof part === 'string' ? fc.constant(part) : part))).map(all => all.join(' '))

const font = line(choice('/F1', '/F2'), choice('9', '12', '0.5', '-10'), 'Tf')
const operator = fc.oneof(
  line(number, number, number, number, 're', choice('f', 'f*', 'S', 's', 'b', 'B*', 'n', 'W n', 'W* n', 'W f')),
  line(number, number, 'm', number, number, 'l', number, number, 'l', choice('f', 'h f', 'S', 's', 'W n', 'B')),
  line(share, choice('g', 'G')),
  line(choice('/One cs', '/DeviceGray cs'), share, 'sc'),
  line(share, share, share, choice('rg', 'RG')),
  line(choice('/Three', '/DeviceRGB'), 'cs', share, share, share, 'scn'),
  line(choice('0.5 0 0 0.5', '0 1 -1 0', '1 0.1 -0.1 1', '1 0 0 -1', '2 0 0 1'), number, number, 'cm'),
  line(number, choice('w', 'Tw', 'TL')),
  line(choice('/G', '/H', '/I'), 'gs'),
  line(
    choice('80 Tz', '-100 Tz', '0.5 Tc', '3 Ts', '1 Tr', '3 Tr', '7 Tr', '0 Tr', '[3 1] 0 d', '1 J', '/Perceptual ri'),
  ),
  line('BT', font, number, number, 'Td', string, 'Tj 0 -13 TD', string, 'Tj T*', string, "' ET"),
  line('BT', font, '1 0', choice('0', '0.3'), '1', number, number, 'Tm [', string, number, string, '] TJ ET'),
  line('q', font, 'BT', string, 'Tj ET Q'),
  line(choice('/P << /MCID 3 >> BDC', '/Span BMC', '/Q /M BDC'), font, 'BT', string, 'Tj ET EMC'),
)
const picture = line('q 100 0 0 50', number, number, 'cm /P Do Q')

const page = fc.array(operator, { maxLength: 30 }).map(lines => lines.join('\n'))
const parts: fc.Arbitrary<PdfParts> = fc
  .constantFrom('', '/CropBox [10 20 500 700]', '/Rotate 90', '/UserUnit 1 /Tabs /S', '/Group << /S /Transparency >>')
  .map(own => ({ page: own, resources: RESOURCES, objects: OBJECTS }))

const squeezed = (object: PdfObject): PdfObject =>
  typeof object === 'string' || object.dictionary ? object : stream(deflateSync(object.data), '/Filter /FlateDecode')

const file = fc
  .tuple(
    fc.array(page, { minLength: 1, maxLength: 3 }),
    picture,
    parts,
    fc.constantFrom(writePdf, writePacked, writeEncrypted),
  )
  .map(([pages, one, own, write]) =>
    write(objectsOf([`${pages[0]}\n${one}`, ...pages.slice(1).map(all => `${all}\n`)], own).map(squeezed)),
  )

it('both readers read the same of random operators', async () => {
  await fc.assert(
    fc.asyncProperty(file, async bytes => {
      expect(await readsAlike(bytes)).toBe(true)
    }),
    samples(100),
  )
})
