import { CLEAN, cleanPdf, drawn, letterObjects, letterPages, pagesOf } from './clean.ts'
import { type Expected, type HostileEntry, pdf } from './entry.ts'
import { linearized, type PdfObject, stream, writePacked, writePdf } from './pdf/write.ts'
import { zip } from './type.ts'

const same: Expected = { sameAs: 'pdf' }

const changed = (from: string, to: string): PdfObject[] =>
  letterObjects().map(object => (typeof object === 'string' ? object.replace(from, to) : object))

/** The same letter with streams whose stated length is wrong. */
const withLength = (length: string): Buffer =>
  writePdf(letterObjects().map(object => (typeof object === 'string' ? object : { ...object, length })))

const catalogueWith = (more: string, ...objects: PdfObject[]): Buffer =>
  writePdf([...pagesOf(letterPages(), more), ...objects])

const FIRST_FREE = pagesOf(letterPages()).length + 1

/** Wrong or odd in a way that readers repair: the record is that of the clean letter. */
export const repairablePdf: readonly HostileEntry[] = [
  pdf('startxref points nowhere', same, () => writePdf(letterObjects(), { startxref: () => 999_999 })),
  pdf('startxref is negative', same, () => writePdf(letterObjects(), { startxref: () => -5 })),
  pdf('startxref is a word', same, () => writePdf(letterObjects(), { startxref: () => 'nowhere' })),
  pdf('cross-references all zero', same, () =>
    writePdf(letterObjects(), { xref: lines => lines.map(line => line.replace(/^\d+/, '0000000000')) }),
  ),
  pdf('cross-references shifted by 3', same, () =>
    writePdf(letterObjects(), {
      xref: lines => lines.map(line => line.replace(/^\d+/, at => String(Number(at) + 3).padStart(10, '0'))),
    }),
  ),
  pdf('no cross-references, a trailer only', same, () => {
    const whole = cleanPdf().toString('latin1')
    return Buffer.from(whole.replace(/xref\n0 [\s\S]*?(?=trailer)/, ''), 'latin1')
  }),
  pdf('a kilobyte of junk before the header', same, () => Buffer.concat([Buffer.alloc(1000, 'junk '), cleanPdf()])),
  pdf('a mailing of it: headers before, blanks behind', same, () =>
    Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n\r\n'), cleanPdf(), Buffer.alloc(3000, '\n')]),
  ),
  pdf('count too large', same, () => writePdf(changed('/Count 2', '/Count 50'))),
  pdf('previous table is this table', same, () => {
    const at = cleanPdf().lastIndexOf('xref\n0 ')
    return writePdf(letterObjects(), { trailer: `/Prev ${at}` })
  }),
  pdf('length is negative', same, () => withLength('-1')),
  pdf('length is zero', same, () => withLength('0')),
  pdf('length is too long', same, () => withLength('9999999')),
  pdf('length refers to itself', same, () => withLength('5 0 R')),
  pdf('zip and PDF at once', same, () => Buffer.concat([cleanPdf(), zip('letter.txt', 'another content')])),
  pdf('zip before PDF', same, () => Buffer.concat([zip('letter.txt', 'another content'), cleanPdf()])),
  pdf('object streams', same, () => writePacked(letterObjects())),
  pdf('linearised', same, () => linearized(letterObjects())),
  pdf('JavaScript on opening', same, () =>
    catalogueWith(' /OpenAction << /S /JavaScript /JS (app.alert\\(1\\); for \\(;;\\) {}) >>'),
  ),
  pdf('launches a program on opening', same, () =>
    catalogueWith(' /OpenAction << /S /Launch /F (/bin/sh) /NewWindow true >>'),
  ),
  pdf('XFA form', same, () =>
    catalogueWith(
      ` /AcroForm << /Fields [] /XFA ${FIRST_FREE} 0 R >>`,
      stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform/></template></xdp:xdp>'),
    ),
  ),
  pdf('every word in its own operator', same, () =>
    writePdf(
      pagesOf(letterPages().map(content => content.replace(/\((.*) \) Tj/g, (_, line: string) => wordsOf(line)))),
    ),
  ),
  pdf('an attached file', same, () =>
    catalogueWith(
      ` /Names << /EmbeddedFiles << /Names [(x) << /EF << /F ${FIRST_FREE} 0 R >> >>] >> >>`,
      stream(CLEAN, '/Type /EmbeddedFile'),
    ),
  ),
  pdf('text off the page', same, () =>
    writePdf(pagesOf(letterPages().map(content => `${content}\n${drawn(['unseen']).replace('40 750', '40 -750')}`))),
  ),
  pdf('a blank page at the end', same, () => writePdf(pagesOf([...letterPages(), 'q Q']))),
  pdf('version 9.9', same, () => writePdf(letterObjects(), { version: '9.9' })),
  { ...pdf('named .PDF', same, () => cleanPdf()), file: 'LETTER.PDF' },
  { ...pdf('PDF named without an ending', same, () => cleanPdf()), file: 'letter' },
]

const wordsOf = (line: string): string =>
  line
    .split(/(?<= )/)
    .map(word => `(${word}) Tj`)
    .join(' ')
    .replace(/\) Tj$/, ' ) Tj')
