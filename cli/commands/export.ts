import { join } from 'node:path'
import { type Command, Option } from 'commander'
import {
  COMPRESSIONS,
  type Compression,
  type ExportResult,
  exportDataset,
  FORMATS,
  type Format,
  USUAL_FORMATS,
} from '../../dataset/index.ts'
import { counted, nounOf, plural } from '../../document/index.ts'
import { EXTRACTOR } from '../../pipeline/index.ts'
import { readStatus } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { letterBar } from '../letter-bar.ts'
import { namesIn } from '../option-values.ts'

interface Options {
  to: string
  formats: readonly Format[]
  partition?: 'year'
  compress: Compression
  keepIdentifiers: boolean
  keepFileNames: boolean
  mask?: 'physicians'
  since?: string
  withCorrections: boolean
}

/** `imr export`: writes a dataset from the results of an ingest. */
export const exportCommand = (command: Command): Command =>
  command
    .requiredOption('--to <dataset>', 'folder for the dataset; an earlier dataset is replaced')
    .addOption(
      new Option(
        '--formats <list>',
        'ndjson (whole records), parquet and csv (tables), sqlite (tables with full-text search)',
      )
        .argParser(formats)
        .default(USUAL_FORMATS, USUAL_FORMATS.join(',')),
    )
    .addOption(new Option('--partition <by>', 'divide the files by year of decision').choices(['year']))
    .addOption(new Option('--compress <how>', 'compression of NDJSON').choices(COMPRESSIONS).default('zstd'))
    .option('--keep-identifiers', 'keep birth dates, numbers and names that a letter failed to redact', false)
    .option('--keep-file-names', 'keep file names that might identify a person', false)
    .addOption(new Option('--mask <whom>', 'mask these names too').choices(['physicians']))
    .option('--with-corrections', 'apply and mark corrections made in imr view', false)
    .option('--since <dataset>', 'list what was added, changed and removed since an earlier dataset')
    .action(run)

async function run(from: string, options: Options): Promise<void> {
  const { to, formats, partition = null, compress: compression, keepIdentifiers, since, withCorrections } = options
  const print = (text: string) => process.stderr.write(text)
  const interrupt = onInterrupt(line => print(`${line}\n`))
  const bar = letterBar(process.stderr)
  try {
    const result = await exportDataset({
      from,
      to,
      formats,
      partition,
      compression,
      keepIdentifiers,
      keepFileNames: options.keepFileNames,
      maskPhysicians: options.mask === 'physicians',
      since,
      withCorrections,
      program: EXTRACTOR,
      signal: interrupt.signal,
      onProgress: bar.show,
    })
    bar.end()
    print(`${exportText(result, to)}${unfinished(from)}`)
  } catch (error) {
    bar.end()
    if (!interrupt.signal.aborted) throw error
    print('interrupted; nothing was changed\n')
    process.exitCode = interrupt.exitCode()
  }
}

function formats(value: string): Format[] {
  const given = namesIn(value, FORMATS, 'format')
  return FORMATS.filter(format => given.includes(format))
}

/** Results are complete, or those of the previous run; the state of the last run tells which. */
function unfinished(from: string): string {
  try {
    const { state } = readStatus(from)
    return state === 'done'
      ? ''
      : `the last ingest into ${from} was ${state}: these are the results of the run before\n`
  } catch {
    // Results that were copied come without a state.
    return ''
  }
}

const REPLACED = {
  nothing: '',
  other: '; it replaced an earlier dataset',
  same: '; nothing has changed: the bytes are the same as before',
} as const

/** What was written, as text for people. */
export function exportText({ summary, files, bytes, replaced }: ExportResult, to: string): string {
  const { ingest, rows, identifiers, options, corrections, changes, id } = summary
  const found = Object.entries(identifiers).filter(([, count]) => count > 0)
  const width = Math.max(...Object.keys(rows).map(name => name.length))
  return [
    `${to}: ${plural(ingest.records, 'letter')}, ${plural(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB${REPLACED[replaced]}`,
    ...Object.entries(rows).map(
      ([name, count]) => `  ${name.padEnd(width)}  ${counted(count).padStart(11)} ${nounOf(count, 'row')}`,
    ),
    found.length === 0
      ? 'our patterns found no unredacted identifiers'
      : `identifiers ${options.identifiers}: ${found.map(([kind, count]) => `${kind} ${counted(count)}`).join(', ')}`,
    ...(corrections
      ? [
          `${plural(corrections.applied, 'correction')} applied, ${counted(corrections.lost)} left out that no longer ${corrections.lost === 1 ? 'fits' : 'fit'}`,
        ]
      : []),
    ...(changes ? [`since ${changes.since}: ${changed(changes)}`] : []),
    `id ${id}`,
    `next: open ${join(to, 'report.html')}; README.md next to it explains the files`,
    '',
  ].join('\n')
}

const changed = ({ added, changed, removed }: NonNullable<ExportResult['summary']['changes']>): string =>
  `${counted(added)} added, ${counted(changed)} changed, ${counted(removed)} removed`
