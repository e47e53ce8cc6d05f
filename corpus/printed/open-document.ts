import type { Paragraph } from '../compose/paragraph.ts'
import type { FlowingLetter } from './flowing-letter.ts'
import { escaped } from './html.ts'

const SPACES = ['office', 'style', 'text', 'table']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** Namespace of text, paragraph and page properties, from XSL. */
const FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

/** The letter as a word processor document: OpenDocument in a single XML file. */
export function openDocumentOf({ table, paragraphs }: FlowingLetter): string {
  const body = [tableIn(table), ...paragraphs.map(written)].join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${SPACES} ${FO} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="Body" style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" fo:font-size="12pt"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:page-layout style:name="Letter"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin="1in"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Letter"/></office:master-styles>
<office:body><office:text>
${body}
</office:text></office:body>
</office:document>
`
}

function tableIn(rows: FlowingLetter['table']): string {
  if (rows.length === 0) return ''
  const cell = (words: string) =>
    `<table:table-cell><text:p text:style-name="Body">${escaped(words)}</text:p></table:table-cell>`
  const lines = rows.map(row => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
  return `<table:table><table:table-column table:number-columns-repeated="4"/>${lines.join('')}</table:table>`
}

function written(paragraph: Paragraph): string {
  if (paragraph.style === 'empty') return '<text:p text:style-name="Body"/>'
  const words = paragraph.runs.map(({ text, bold }) =>
    bold ? `<text:span text:style-name="Bold">${escaped(text)}</text:span>` : escaped(text),
  )
  return `<text:p text:style-name="${paragraph.style === 'heading' ? 'Title' : 'Body'}">${words.join('')}</text:p>`
}
