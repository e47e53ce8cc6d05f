import type { Counts } from './mutations.ts'

/** The counts as a table in Markdown. */
export function table(counts: Counts): string {
  const rows = [...counts].map(([kind, { same, noticed, silent }]) => [
    kind,
    same + noticed + silent,
    same,
    noticed,
    silent,
  ])
  return [
    '| kind | tried | no harm | noticed | silently wrong |',
    '|---|---|---|---|---|',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
  ].join('\n')
}
