import type { Counts } from './mutations.ts'

/** The counts as a table in Markdown. */
export function table(counts: Counts): string {
  const rows = [...counts].map(([kind, { same, told, silent }]) => [kind, same + told + silent, same, told, silent])
  return [
    '| kind | tried | no harm | told | silently wrong |',
    '|---|---|---|---|---|',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
  ].join('\n')
}
