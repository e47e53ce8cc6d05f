import { join, relative, resolve } from 'node:path'
import { counted, plural, wholePercent } from '../document/index.ts'
import type { IngestResult, Summary } from '../workers/index.ts'
import { copyCommand } from './folder.ts'
import { skippedLines } from './paths.ts'
import { shellWord } from './shell-word.ts'
import { textTable } from './table.ts'

const RUNNERS = {
  redis: 'ran on the given Redis server',
  'private-redis': 'ran on a private Redis server',
  pool: 'ran on a pool of processes on this machine, without Redis',
  none: 'there was nothing left to do',
} as const

/** The result of a run, as text for people. */
export function report(result: IngestResult, out: string): string {
  const { summary, reused, processed, runner, seconds } = result
  const parts = [
    `${plural(summary.inputs, 'input')}: ${plural(summary.records, 'case record')}${remarks(summary)}, ` +
      `${plural(summary.rejections, 'rejection')}, ${plural(summary.duplicates, 'duplicate')}`,
    `${counted(processed)} read, ${counted(reused)} from earlier runs; ${RUNNERS[runner]}, ${seconds.toFixed(1)} s`,
    ...passedOver(result),
    ...(summary.inputs === 0 ? ['no letter was found: check the paths'] : contents(summary, out)),
  ]
  return `${parts.map(printable).join('\n')}\n`
}

const contents = (summary: Summary, out: string): readonly string[] => [
  '',
  ...decisions(summary),
  ...citations(summary),
  ...rejections(summary),
  'files',
  ...FILES.map(name => `  ${isInBucket(out) ? `${out.replace(/\/+$/, '')}/${name}` : shortPath(join(out, name))}`),
  '',
  ...nextSteps(out),
]

function nextSteps(out: string): string[] {
  const inBucket = isInBucket(out)
  const folder = inBucket ? 'results' : shellWord(shortPath(out))
  return [
    ...(inBucket ? [`next: ${copyCommand(out)}`] : []),
    `${inBucket ? '     ' : 'next:'} imr view ${folder}   (search and check them in a browser)`,
    `      imr export ${folder} --to imr-dataset`,
  ]
}

const isInBucket = (out: string): boolean => out.startsWith('s3://')

const FILES = ['records.ndjson', 'rejections.ndjson', 'inputs.ndjson', 'summary.json']

/** Text from a letter may contain characters that control a terminal. */
const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')

function passedOver({ skipped, gone, pruned }: IngestResult): string[] {
  return [
    ...skippedLines(skipped),
    ...(gone > 0
      ? [
          `no longer there: ${plural(gone, 'input')} of earlier runs; use --prune to remove ${gone === 1 ? 'it' : 'them'}`,
        ]
      : []),
    ...(pruned > 0 ? [`${plural(pruned, 'input')} of earlier runs removed`] : []),
  ]
}

/** Below the current folder a relative path is shorter; elsewhere it is confusing. */
function shortPath(path: string): string {
  const below = relative('', path)
  return below.startsWith('..') ? resolve(path) : below
}

function remarks({ partial, further, repeated }: Summary): string {
  const parts = [
    partial > 0 && `${counted(partial)} partial`,
    further > 0 && `${counted(further)} beyond the first in a file`,
    repeated > 0 && `${counted(repeated)} of a case already counted`,
  ]
  return parts.some(Boolean) ? ` (${parts.filter(Boolean).join(', ')})` : ''
}

/** Maximum width of a row's name, for a table to fit into 80 columns. */
const NAME_WIDTH = 44

const NUMBER = { align: 'right' } as const

function decisions({ byCategory }: Summary): string[] {
  const rows = Object.entries(byCategory).map(([name, { upheld, overturned }]) => ({ name, upheld, overturned }))
  const sorted = rows.sort((a, b) => sumOf(b) - sumOf(a) || (a.name < b.name ? -1 : 1))
  const sum = (side: 'upheld' | 'overturned') => sorted.reduce((total, row) => total + row[side], 0)
  const total = { name: 'all', upheld: sum('upheld'), overturned: sum('overturned') }
  return [
    ...textTable(
      [
        { head: 'disputed items', width: NAME_WIDTH },
        { head: 'upheld', ...NUMBER },
        { head: 'overturned', ...NUMBER },
        { head: 'rate', ...NUMBER },
      ],
      [...sorted, total].map(row => [
        row.name,
        counted(row.upheld),
        counted(row.overturned),
        sumOf(row) === 0 ? '-' : wholePercent(row.overturned / sumOf(row)),
      ]),
    ),
    '',
  ]
}

const sumOf = ({ upheld, overturned }: { readonly upheld: number; readonly overturned: number }): number =>
  upheld + overturned

const SHOWN = 8

function citations({ citations }: Summary): string[] {
  if (citations.length === 0) return []
  return [
    ...textTable(
      [
        { head: 'most cited guidelines', width: NAME_WIDTH },
        { head: 'administrator', ...NUMBER },
        { head: 'reviewer', ...NUMBER },
      ],
      citations
        .slice(0, SHOWN)
        .map(({ source, title, claimsAdministrator, reviewer }) => [
          title ? `${source}: ${title}` : source,
          counted(claimsAdministrator),
          counted(reviewer),
        ]),
    ),
    '',
  ]
}

function rejections({ rejectionReasons }: Summary): string[] {
  if (rejectionReasons.length === 0) return []
  return [
    ...textTable(
      [{ head: 'rejections' }, { head: 'inputs', ...NUMBER }, { head: 'reason', width: REASON_WIDTH }],
      rejectionReasons.map(({ code, reason, count }) => [code, counted(count), reason]),
    ),
    '',
  ]
}

const REASON_WIDTH = 50
