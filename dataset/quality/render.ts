import type { Quality } from './quality.ts'
import { type SheetTable, sheetTables } from './sheet.ts'

/** The quality sheet for programs, `quality.json`, and for people, `quality.md`. */
export const renderQuality = (quality: Quality): { readonly json: string; readonly markdown: string } => ({
  json: `${JSON.stringify(quality, rounded, 1)}\n`,
  markdown: ['# Quality of this dataset', ...sheetTables(quality).map(section)].join('\n\n').concat('\n'),
})

/** Shares and means to four places. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value

function section({ title, about, heads, rows }: SheetTable): string {
  const rule = heads.map((_, at) => (at === 0 ? '---' : '---:'))
  const table = rows.length === 0 ? 'None.' : [heads, rule, ...rows].map(line).join('\n')
  return `## ${title}\n${plain(about)}\n\n${table}`
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map(cell => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`

/** On one line, without markup. */
const plain = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\s+/g, ' ')
