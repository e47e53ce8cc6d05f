import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { linearized, type PdfObject, stream, writePacked, writePdf } from '../../../../../corpus/hostile/pdf/write.ts'
import { drawPlain, type Oddity } from '../../../../../pipeline/read/pdf/plain/index.ts'
import { CONTENTS, objectsOf, type PdfParts, pdfOf } from '../draw.ts'
import { writeEncrypted } from './encrypted.ts'

const MOST = 200
const PAGE = CONTENTS[0]!

const withParts = (parts: PdfParts, content = PAGE): Buffer => pdfOf([content], parts)
const withContent = (more: string): Buffer => pdfOf([`${PAGE}\n${more}`])

/** A file in which one text is another, wherever it stands outside of streams. */
const changed = (from: string | RegExp, to: string, write = writePdf): Buffer =>
  write(objectsOf([PAGE]).map(object => (typeof object === 'string' ? object.replace(from, to) : object)))

/** A file of which the bytes are changed after it was written. */
const damaged = (from: string, to: string): Buffer =>
  Buffer.from(pdfOf([PAGE]).toString('latin1').replace(from, to), 'latin1')

/** A page that draws the picture that is object 5. */
const withPicture = (picture: PdfObject, content = '/P Do'): Buffer =>
  withParts({ objects: [picture], resources: '/XObject << /P 5 0 R >>' }, `${PAGE}\n${content}`)
const IMAGE = '/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'

const withState = (state: string): Buffer => withParts({ resources: `/ExtGState << /G ${state} >>` }, `/G gs\n${PAGE}`)

const withSpace = (space: string): Buffer =>
  withParts({ resources: `/ColorSpace << /C ${space} >>` }, `/C cs 0 sc\n${PAGE}`)

const contents = (data: Uint8Array, dictionary: string, length?: string): Buffer =>
  writePdf(
    objectsOf([PAGE]).map(object =>
      typeof object === 'string' ? object : stream(data, dictionary, length ?? String(data.length)),
    ),
  )

const squeezed = deflateSync(PAGE)
const flipped = Buffer.from(squeezed)
flipped[flipped.length - 1]! ^= 1

it('a letter as Word prints it is plain', () => {
  for (const bytes of [
    pdfOf(CONTENTS),
    writePacked(objectsOf(CONTENTS)),
    writeEncrypted(objectsOf(CONTENTS)),
    contents(squeezed, '/Filter /FlateDecode'),
    withPicture(stream('ab', IMAGE)),
    withState('<< /Type /ExtGState /ca 1 /BM /Normal /SMask /None >>'),
    withSpace('/DeviceGray'),
    withContent('/Span << /MCID 0 /Lang (en) >> BDC EMC 0.5 w 10 10 5 5 re W n'),
  ])
    expect(drawPlain(bytes, MOST)).toBeInstanceOf(Array)
})

const REFUSED: readonly (readonly [oddity: Oddity, what: string, bytes: () => Buffer])[] = [
  ['structure', 'a linearized file', () => linearized(objectsOf([PAGE]))],
  ['structure', 'a file that was changed', () => Buffer.concat([pdfOf([PAGE]), Buffer.from('startxref\n0\n%%EOF\n')])],
  ['structure', 'bytes before the header', () => Buffer.concat([Buffer.from('\n'), pdfOf([PAGE])])],
  ['structure', 'bytes after the end', () => Buffer.concat([pdfOf([PAGE]), Buffer.from('1')])],
  ['structure', 'another version', () => writePdf(objectsOf([PAGE]), { version: '2.0' })],
  ['cross-reference', 'a table before this one', () => writePdf(objectsOf([PAGE]), { trailer: '/Prev 9' })],
  ['cross-reference', 'two kinds of tables', () => writePdf(objectsOf([PAGE]), { trailer: '/XRefStm 9' })],
  ['cross-reference', 'a start that is elsewhere', () => writePdf(objectsOf([PAGE]), { startxref: at => at - 4 })],
  ['cross-reference', 'a row that is none', () => damaged(' 00000 n', ' 0000x n')],
  ['encryption', 'a password', () => writeEncrypted(objectsOf([PAGE]), { password: 'secret' })],
  ['encryption', 'another cipher', () => writeEncrypted(objectsOf([PAGE]), { method: 'V2' })],
  ['encryption', 'another version', () => writeEncrypted(objectsOf([PAGE]), { version: 5 })],
  ['syntax', 'a comment', () => withContent('% note')],
  ['syntax', 'a number with two signs', () => withContent('--1 w')],
  ['syntax', 'a number with two points', () => withContent('1.2.3 w')],
  ['syntax', 'a string that does not end', () => withContent('(')],
  ['syntax', 'an unusual escape', () => withContent('BT /F1 9 Tf (\\q) Tj ET')],
  ['syntax', 'half a hexadecimal digit', () => withContent('BT /F1 9 Tf <414> Tj ET')],
  ['syntax', 'a key that is there twice', () => changed('/Count 1', '/Count 1 /Count 1')],
  ['syntax', 'an object that does not end', () => damaged('>>\nendobj', '>>\nendobx')],
  ['object', 'another object in its place', () => damaged('1 0 obj', '9 0 obj')],
  ['object', 'another generation', () => damaged('1 0 obj', '1 1 obj')],
  ['object', 'an object that is missing', () => changed('/Pages 2 0 R', '/Pages 99 0 R')],
  ['stream', 'a wrong length', () => contents(squeezed, '/Filter /FlateDecode', String(squeezed.length - 3))],
  ['stream', 'a wrong checksum', () => contents(flipped, '/Filter /FlateDecode')],
  ['stream', 'another filter', () => contents(Buffer.from('414243>'), '/Filter /ASCIIHexDecode')],
  ['stream', 'two filters', () => contents(squeezed, '/Filter [/FlateDecode /FlateDecode]')],
  ['stream', 'an external file', () => contents(Buffer.from('q Q'), '/F (other.pdf)')],
  ['stream', 'nothing in it', () => contents(Buffer.alloc(0), '')],
  ['page', 'an annotation', () => withParts({ page: '/Annots [<< /Type /Annot /Subtype /Text >>]' })],
  ['page', 'an entry that it does not know', () => withParts({ page: '/Dur 5' })],
  ['page', 'layers', () => withParts({ catalogue: '/OCProperties << >>' })],
  ['page', 'another unit', () => withParts({ page: '/UserUnit 2' })],
  ['page', 'a wrong count', () => changed('/Count 1', '/Count 2')],
  ['page', 'a page that is there twice', () => changed(/\/Kids \[(.*?)\] \/Count 1/, '/Kids [$1 $1] /Count 2')],
  ['page', 'another parent', () => changed('/Parent 2 0 R', '/Parent 1 0 R')],
  ['page', 'resources of two levels', () => changed('/Count 1', '/Count 1 /Resources << >>')],
  ['page', 'a crop box beyond the page', () => withParts({ page: '/CropBox [0 0 700 792]' })],
  ['font', 'a font in the file', () => changed('/StemV 80', '/FontFile2 1 0 R')],
  ['font', 'a map to characters', () => changed('/Subtype /TrueType', '/Subtype /TrueType /ToUnicode 1 0 R')],
  ['font', 'too few widths', () => changed('/LastChar 255', '/LastChar 256')],
  ['font', 'two names', () => changed('/FontName /TimesNewRomanPSMT', '/FontName /Other')],
  ['font', 'a font of symbols', () => changed(/\/TimesNewRomanPSMT/g, '/Symbol')],
  ['font', 'text before a font is chosen', () => pdfOf(['BT (text) Tj ET'])],
  ['font', 'a font that the page does not have', () => withContent('BT /F9 9 Tf ET')],
  ['encoding', 'a font of another kind', () => changed('/Subtype /TrueType', '/Subtype /Type3')],
  ['encoding', 'another encoding', () => changed('/Encoding /WinAnsiEncoding', '/Encoding /MacRomanEncoding')],
  ['encoding', 'differences', () => changed('/Encoding /WinAnsiEncoding', '/Encoding << /Differences [65 /B] >>')],
  ['color', 'a space with a gamma', () => withSpace('[/CalGray << /WhitePoint [1 1 1] >>]')],
  ['color', 'four inks', () => withSpace('/DeviceCMYK')],
  ['color', 'patterns', () => withSpace('/Pattern')],
  ['color', 'too many numbers', () => withContent('/DeviceGray cs 0 0 0 sc')],
  ['graphics-state', 'a mask', () => withState('<< /SMask << /S /Alpha >> >>')],
  ['graphics-state', 'a blend mode', () => withState('<< /BM /Multiply >>')],
  ['graphics-state', 'a font', () => withState('<< /Font [3 0 R 9] >>')],
  ['picture', 'a mask', () => withPicture(stream('ab', `${IMAGE} /Mask [0 0]`))],
  ['picture', 'a layer', () => withPicture(stream('ab', `${IMAGE} /OC 1 0 R`))],
  ['picture', 'a form', () => withPicture(stream('q Q', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'))],
  ['picture', 'drawing it twice', () => withPicture(stream('ab', IMAGE), '/P Do /P Do')],
  ['marked-content', 'a layer', () => withContent('/OC << /MCID 0 >> BDC EMC')],
  ['marked-content', 'text that stands for other text', () => withContent('/Span << /ActualText (x) >> BDC EMC')],
  ['marked-content', 'an end without a beginning', () => withContent('EMC')],
  ['operator', 'a beginning without an end', () => withContent('/P << /MCID 0 >> BDC')],
  ['operator', 'four inks', () => withContent('0 0 0 1 k')],
  ['operator', 'an operator that it does not know', () => withContent('1 xyz')],
  ['operator', 'operands that are missing', () => withContent('1 2 3 re')],
  ['operator', 'operands that are too many', () => withContent('1 2 w')],
  ['operator', 'operands of another kind', () => withContent('/N w')],
  ['operator', 'a curve', () => withContent('0 0 m 1 1 2 2 3 3 c f')],
  ['operator', 'a shading', () => withContent('/S sh')],
  ['operator', 'a picture in the content', () => withContent('BI')],
  ['operator', 'a state that is not restored', () => withContent('q')],
  ['operator', 'a state that was not saved', () => withContent('Q')],
  ['operator', 'a path that is not painted', () => withContent('0 0 9 9 re')],
  ['operator', 'text within a path', () => withContent('0 0 9 9 re BT ET f')],
  ['size', 'too many pages', () => pdfOf(Array.from({ length: MOST + 1 }, () => 'q Q'))],
  ['size', 'operators without end', () => withContent('q Q\n'.repeat(60_000))],
]

it.each(REFUSED)('refuses for its %s: %s', (oddity, _what, bytes) => {
  expect(drawPlain(bytes(), MOST)).toBe(oddity)
})
