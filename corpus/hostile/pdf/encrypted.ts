import PDFDocument from 'pdfkit'
import { CLEAN } from '../clean.ts'
import { code, type HostileEntry, pdf } from '../entry.ts'

type Version = NonNullable<PDFKit.PDFDocumentOptions['pdfVersion']>

const LINES_A_PAGE = 34

/** The clean letter as pdfkit encrypts it; the version determines the cipher. */
async function encrypted(pdfVersion: Version, userPassword?: string): Promise<Buffer> {
  const document = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion,
    ownerPassword: 'owner',
    permissions: { copying: false },
    ...(userPassword !== undefined && { userPassword }),
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise(resolve => document.on('end', resolve))
  for (const [at, line] of CLEAN.split('\n').entries()) {
    if (at % LINES_A_PAGE === 0) document.addPage({ size: 'LETTER', margin: 0 })
    if (line !== '') document.font('Helvetica', 10).text(line, 40, 40 + 16 * (at % LINES_A_PAGE), { lineBreak: false })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** With one bit flipped on its second page. */
async function flipped(pdfVersion: Version): Promise<Buffer> {
  const bytes = await encrypted(pdfVersion)
  const at = bytes.indexOf('\nstream\n', bytes.indexOf('endstream')) + 200
  bytes[at]! ^= 1
  return bytes
}

/**
 * A password needed to open a file is a bar; one that only forbids copying, which all posted letters have, is not.
 */
export const encryptedPdf: readonly HostileEntry[] = [
  pdf('user password, RC4 of 40 bits', code('E_ENCRYPTED'), () => encrypted('1.3', 'secret')),
  pdf('user password, RC4 of 128 bits', code('E_ENCRYPTED'), () => encrypted('1.5', 'secret')),
  pdf('user password, AES of 128 bits', code('E_ENCRYPTED'), () => encrypted('1.6', 'secret')),
  pdf('user password, AES of 256 bits', code('E_ENCRYPTED'), () => encrypted('1.7ext3', 'secret')),
  pdf('owner password, RC4 of 40 bits', { sameAs: 'pdf' }, () => encrypted('1.3')),
  pdf('owner password, AES of 128 bits', { sameAs: 'pdf' }, () => encrypted('1.6')),
  pdf('owner password, AES of 256 bits', { sameAs: 'pdf' }, () => encrypted('1.7ext3')),
  pdf('owner password, RC4 of 128 bits, a bit flipped', { flagged: 'page/damaged' }, () => flipped('1.5')),
]
