import CliTable from 'cli-table3'

/** A column of a table printed as text. */
export interface TextColumn {
  readonly head: string
  /** Width in characters; longer cells are cut. By default that of the widest cell. */
  readonly width?: number
  readonly align?: 'left' | 'right'
}

/** No lines around cells, so that the table is readable and can still be cut by columns. */
const PLAIN = {
  ...{
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    mid: '',
    'left-mid': '',
    'mid-mid': '',
    'right-mid': '',
  },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '  ', right: '', middle: '  ' },
}

/** Rows as lines of text, with a head and without lines around them. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const table = new CliTable({
    chars: PLAIN,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ align = 'left' }) => align),
    colWidths: columns.map(({ width }) => width ?? null),
  })
  table.push(...rows.map(row => [...row]))
  return table
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
}
