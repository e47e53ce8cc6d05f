import { deflateSync } from 'node:zlib'
import { cleanPdf, letterObjects, letterPages, pagesOf } from '../clean.ts'
import { code, type HostileEntry, pdf } from '../entry.ts'
import { type PdfObject, stream, writePdf } from './write.ts'

const corrupt = code('E_PDF_CORRUPT')

/** Bytes that look random and are the same each time. */
function noise(length: number, seed = 1): Buffer {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state >> 16
  }
  return Buffer.from(Array.from({ length }, next))
}

const replaced = (objects: readonly PdfObject[], at: number, by: PdfObject): PdfObject[] =>
  objects.map((object, index) => (index === at ? by : object))

const CATALOGUE = 0
const TREE = 1
const FIRST_PAGE = 3
const SECOND_CONTENT = 6

/** Files that cannot be read as the PDF that they claim to be. */
export const pdfBroken: readonly HostileEntry[] = [
  pdf('header only', corrupt, () => '%PDF-1.6\n'),
  pdf('header and random bytes', corrupt, () => Buffer.concat([Buffer.from('%PDF-1.6\n'), noise(50_000)])),
  pdf('cut in its first object', corrupt, () => cleanPdf().subarray(0, 40)),
  pdf('tail cut', corrupt, () => cleanPdf().subarray(0, -200)),
  pdf('cut in half', corrupt, () => cleanPdf().subarray(0, cleanPdf().length / 2)),
  pdf('no pages', corrupt, () => writePdf(pagesOf([]))),
  pdf('a negative number of pages', corrupt, () =>
    writePdf(replaced(letterObjects(), TREE, '<< /Type /Pages /Kids [4 0 R 6 0 R] /Count -2 >>')),
  ),
  pdf('circular page tree', corrupt, () =>
    writePdf(replaced(letterObjects(), TREE, '<< /Type /Pages /Kids [2 0 R] /Count 2 >>')),
  ),
  pdf('root is null', corrupt, () => writePdf(replaced(letterObjects(), CATALOGUE, 'null'))),
  pdf('tree is null', corrupt, () => writePdf(replaced(letterObjects(), TREE, 'null'))),
  pdf('every third byte flipped', corrupt, () =>
    cleanPdf().map((byte, at) => (at > 20 && at % 3 === 0 ? byte ^ 255 : byte)),
  ),
  pdf('arrays nested 200,000 deep', corrupt, () =>
    writePdf(replaced(letterObjects(), TREE, `<< /Kids ${'['.repeat(200_000)}`)),
  ),
  pdf('dictionaries nested 200,000 deep', corrupt, () =>
    writePdf(replaced(letterObjects(), CATALOGUE, '<< /A '.repeat(200_000))),
  ),
  pdf('a page that is a number', corrupt, () => writePdf(replaced(letterObjects(), FIRST_PAGE, '42'))),
]

/** Files of which a part is lost: what can be read becomes a record that says so. */
export const pdfDamaged: readonly HostileEntry[] = [
  pdf('third page draws what is not there', { flagged: 'page/damaged' }, () =>
    writePdf(pagesOf([...letterPages(), '/Im0 Do'])),
  ),
  pdf('third page not inflatable', { flagged: 'page/empty' }, () =>
    writePdf(pagesOf([...letterPages(), stream(noise(2000), '/Filter /FlateDecode')])),
  ),
  pdf('second page breaks off while inflating', { flagged: 'page/empty' }, () =>
    writePdf(replaced(letterObjects(), SECOND_CONTENT, stream(brokenOff(letterPages()[1]!), '/Filter /FlateDecode'))),
  ),
  pdf('a word changed behind the checksum of a page', { flagged: 'page/damaged' }, () =>
    writePdf(replaced(letterObjects(), SECOND_CONTENT, stream(misread(letterPages()[1]!), '/Filter /FlateDecode'))),
  ),
  pdf('unknown graphics state in a content', { flagged: 'page/damaged' }, () =>
    writePdf(pagesOf(letterPages().map(content => `q Q /Nothing gs\n${content}`))),
  ),
  pdf('third page out of the tree', { flagged: 'page/damaged' }, () =>
    writePdf([
      ...letterObjects(),
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
    ]),
  ),
  pdf('count too small', { flagged: 'page/damaged' }, () =>
    writePdf(
      letterObjects().map(object => (typeof object === 'string' ? object.replace('/Count 2', '/Count 1') : object)),
    ),
  ),
]

/** Deflated, with the last part overwritten. */
function brokenOff(content: string): Buffer {
  const deflated = deflateSync(content)
  return Buffer.concat([deflated.subarray(0, deflated.length * 0.8), noise(300)])
}

/** Deflated correctly but for the checksum: inflating it gives a different word. */
function misread(content: string): Buffer {
  const other = content.replace('medically', 'medicaIly')
  if (other === content) throw new Error('the page lacks the word')
  return Buffer.concat([deflateSync(other).subarray(0, -4), deflateSync(content).subarray(-4)])
}
