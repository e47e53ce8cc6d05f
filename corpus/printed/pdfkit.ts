import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { FlowingLetter } from './flowing-letter.ts'

const FONTS = new URL('../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url).pathname

/** A letter in pdfkit's own typesetting: subset and kerned fonts, justified lines, everything compressed. */
export async function printWithPdfkit({ table, paragraphs }: FlowingLetter, path: string): Promise<void> {
  const document = new PDFDocument({ size: 'LETTER', margin: 72 })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  document.registerFont('plain', `${FONTS}LiberationSans-Regular.ttf`)
  document.registerFont('bold', `${FONTS}LiberationSans-Bold.ttf`)
  document.font('plain').fontSize(11)
  if (table.length > 0) document.table({ data: table.map(row => [...row]) }).moveDown()
  for (const paragraph of paragraphs) {
    if (paragraph.style === 'empty') document.moveDown()
    else
      for (const [at, { text, bold }] of paragraph.runs.entries())
        document.font(bold ? 'bold' : 'plain').text(text, {
          align: paragraph.style === 'heading' ? 'center' : 'justify',
          continued: at < paragraph.runs.length - 1,
        })
  }
  const ended = once(document, 'end')
  document.end()
  await ended
  writeFileSync(path, Buffer.concat(chunks))
}
