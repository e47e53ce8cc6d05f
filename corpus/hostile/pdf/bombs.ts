import { deflateSync } from 'node:zlib'
import { drawn, letterObjects, pagesOf } from '../clean.ts'
import { code, type HostileEntry, heavy, pdf } from '../entry.ts'
import { objectStream, type PdfObject, type Stream, stream, writePdf } from './write.ts'

const MEBIBYTE = 2 ** 20

/** Deflates what would not fit in a string: `unit` repeated to fill this many mebibytes. */
function inflating(unit: string, mebibytes: number): Uint8Array {
  return deflateSync(Buffer.alloc(mebibytes * MEBIBYTE, unit), { level: 9 })
}

const FLATE = '/Filter /FlateDecode'

/** One page with this content. */
const page = (content: string | Stream): Buffer => writePdf(pagesOf([content]))

const TEXT_OPERATORS = 'BT /F1 10 Tf 40 700 Td (words upon words upon words) Tj ET\n'

/** Small files that demand much memory, much time or both. */
export const pdfBombs: readonly HostileEntry[] = [
  heavy(pdf('flate bomb of 1 GiB', code('E_MEMORY'), () => page(stream(inflating(' ', 1024), FLATE)))),
  heavy(
    pdf('flate in flate of 512 MiB', code('E_MEMORY'), () => {
      const twice = deflateSync(inflating(' ', 512), { level: 9 })
      return page(stream(twice, '/Filter [/FlateDecode /FlateDecode]'))
    }),
  ),
  heavy(pdf('256 MiB of text operators', code('E_MEMORY'), () => page(stream(inflating(TEXT_OPERATORS, 256), FLATE)))),
  pdf('10 MiB of text on one page', code('E_TEXT_TOO_LARGE'), () => page(stream(inflating(TEXT_OPERATORS, 26), FLATE))),
  heavy(pdf('form fan-out of 2^30', code('E_TEXT_TOO_LARGE'), fanOut)),
  heavy(pdf('contents of 400,000 entries', code('E_TIMEOUT'), manyContents)),
  pdf('20,000 pages', code('E_PAGES'), manyPages),
  pdf('201 pages', code('E_PAGES'), () => writePdf(pagesOf(Array(201).fill(drawn(['a line']))))),
  pdf('page tree 100,000 deep', code('E_NO_TEXT'), deepTree),
  pdf('giant image', code('E_NO_TEXT'), () => image(100_000, 100_000, inflating('\0', 16))),
  pdf('page scan', code('E_NO_TEXT'), () => image(1700, 2200, inflating('\xff', 4))),
  pdf('form that draws itself', code('E_PDF_CORRUPT'), () => form('/Fm0 Do', '/Fm0 6 0 R')),
  pdf('object stream that inflates to 64 MiB', code('E_NO_TEXT'), objectStreamBomb),
  pdf('chain of 20 run-length filters', code('E_PDF_CORRUPT'), runLengthChain),
  pdf('letter with a bomb that nothing refers to', { sameAs: 'pdf' }, () =>
    writePdf([...letterObjects(), stream(inflating(' ', 256), FLATE)]),
  ),
]

/** Each of 30 forms draws the next one twice. */
function fanOut(): Buffer {
  const forms = Array.from({ length: 30 }, (_, level): PdfObject => {
    const next = level === 29 ? '/Font << /F1 3 0 R >>' : `/XObject << /Fm0 ${7 + level} 0 R >>`
    return stream(
      level === 29 ? TEXT_OPERATORS : '/Fm0 Do /Fm0 Do',
      `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << ${next} >>`,
    )
  })
  return writePdf([...onePage('/Fm0 Do', '/XObject << /Fm0 6 0 R >>'), ...forms])
}

function form(content: string, own: string): Buffer {
  const body = stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << ${own} >> >>`)
  return writePdf([...onePage('/Fm0 Do', '/XObject << /Fm0 6 0 R >>'), body])
}

/** Catalogue, tree, font, page, content. */
const onePage = (content: string, resources: string): PdfObject[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << ${resources} >> >>`,
  stream(content),
]

function image(width: number, height: number, data: Uint8Array): Buffer {
  const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`
  return writePdf([
    ...onePage('q 612 0 0 792 0 0 cm /Im0 Do Q', '/XObject << /Im0 6 0 R >>'),
    stream(data, `${dictionary} ${FLATE}`),
  ])
}

function manyContents(): Buffer {
  const [catalogue, tree, font, pageObject] = pagesOf(['q Q'])
  const many = (pageObject as string).replace('5 0 R', `[${'5 0 R '.repeat(400_000)}]`)
  return writePdf([catalogue!, tree!, font!, many, stream('q Q')])
}

function manyPages(): Buffer {
  const kids = Array.from({ length: 20_000 }, (_, at) => `${3 + at} 0 R`).join(' ')
  const one = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count 20000 >>`,
    ...Array<string>(20_000).fill(one),
  ])
}

function deepTree(): Buffer {
  const levels = 100_000
  const nodes = Array.from({ length: levels }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`)
  return writePdf(['<< /Type /Catalog /Pages 2 0 R >>', ...nodes, '<< /Type /Page /MediaBox [0 0 9 9] >>'])
}

function objectStreamBomb(): Buffer {
  const { dictionary, data } = objectStream([[9, `(${'x'.repeat(64 * MEBIBYTE)})`]])
  return writePdf([...onePage('q Q', ''), stream(deflateSync(data), `${dictionary} ${FLATE}`)])
}

/** Every run of 128 zeros shrinks to two bytes, again and again. */
function runLengthChain(): Buffer {
  return page(stream(Uint8Array.of(129, 0x81, 128), `/Filter [${'/RunLengthDecode '.repeat(20)}]`))
}
