import { deflateRawSync, gzipSync } from 'node:zlib'
import { CLEAN, cleanPdf } from './clean.ts'
import { code, type HostileEntry, pdf, text } from './entry.ts'

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
const rtf = `{\\rtf1\\ansi ${CLEAN.replaceAll('\n', '\\par\n')}}`
const html = `<!DOCTYPE html>\n<html><body><pre>${CLEAN}</pre></body></html>`
const ole = Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.alloc(2000)])

/** A local file header and its data: enough of a zip file to identify it. */
export function zip(name: string, content: string): Buffer {
  const data = deflateRawSync(content)
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 0, 'latin1')
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), data])
}

/** Content that is not of the type that the name says. */
export const type: readonly HostileEntry[] = [
  pdf('text named .pdf', code('E_TYPE'), () => CLEAN),
  pdf('zip named .pdf', code('E_TYPE'), () => zip('letter.txt', CLEAN)),
  pdf('HTML named .pdf', code('E_TYPE'), () => html),
  pdf('PNG named .pdf', code('E_TYPE'), () => png),
  pdf('PDF in gzip named .pdf', code('E_TYPE'), () => gzipSync(cleanPdf())),
  text('PDF named .txt', code('E_TYPE'), () => cleanPdf()),
  text('RTF named .txt', code('E_TYPE'), () => rtf),
  text('HTML named .txt', code('E_TYPE'), () => html),
  text('zip named .txt', code('E_TYPE'), () => zip('word/document.xml', CLEAN)),
  text('zip bomb named .txt', code('E_TYPE'), () => zip('letter.txt', ' '.repeat(2 ** 24))),
  text('old Word file named .txt', code('E_TYPE'), () => ole),
  { ...pdf('RTF named .doc', code('E_TYPE'), () => rtf), file: 'letter.doc' },
]
