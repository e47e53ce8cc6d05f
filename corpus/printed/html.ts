import type { Paragraph } from '../compose/paragraph.ts'
import type { FlowingLetter } from './flowing-letter.ts'

const STYLE =
  'body { font: 12pt serif } p { margin: 0 } h2 { font-size: 12pt; text-align: center } ' +
  'table { width: 100%; border-collapse: collapse } td { border: 1px solid black; padding: 2pt 5pt }'

/** The letter as a web page. LibreOffice drops a heading with nothing above it. */
export function htmlOf({ name, table, paragraphs }: FlowingLetter): string {
  const rows = table.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><style>${STYLE}</style></head><body>
${rows.length > 0 ? `<table>${rows.join('\n')}</table>` : '<p>&nbsp;</p>'}
${paragraphs.map(written).join('\n')}
</body></html>
`
}

function written(paragraph: Paragraph): string {
  if (paragraph.style === 'empty') return '<p>&nbsp;</p>'
  const words = paragraph.runs.map(({ text, bold }) => (bold ? `<b>${escaped(text)}</b>` : escaped(text))).join('')
  return paragraph.style === 'heading' ? `<h2>${words}</h2>` : `<p>${words}</p>`
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
