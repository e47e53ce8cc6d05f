import { type Chart, draw } from './charts/draw.ts'
import { type Html, html } from './html.ts'

/** A table of text: the first column names the rows, the others are figures. */
export interface FigureTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface Figure {
  readonly id: string
  readonly title: string
  /** A sentence or two on what is counted. */
  readonly about: string | Html
  /** Null if there is too little to draw. */
  readonly chart: Chart | null
  /** Text alternative of the chart. */
  readonly alt: string
  readonly table: FigureTable
}

/** A section with its chart followed by the same figures as a table, for screen readers and for copying. */
export const figure = ({ id, title, about, chart, alt, table }: Figure): Html => html`
<section id="${id}">
<h2>${title}</h2>
<p>${about}</p>
<figure>
${chart === null ? html`<p class="none">${alt}</p>` : draw(chart, alt)}
<details><summary>The figures as a table</summary>
${tableOf(title, table)}
</details>
</figure>
</section>`

/** Wide tables scroll inside their own frame, so that the page does not. */
export const tableOf = (
  caption: string,
  { heads, rows }: FigureTable,
): Html => html`<div class="table" tabindex="0" role="region" aria-label="${caption}"><table>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.length === 0 ? html`<tr><td colspan="${heads.length}">None.</td></tr>` : rows.map(row)}</tbody>
</table></div>`

const row = ([name = '', ...cells]: readonly string[]): Html =>
  html`<tr><th scope="row">${name}</th>${cells.map(cell => html`<td>${cell}</td>`)}</tr>\n`
