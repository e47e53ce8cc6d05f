import { DATABASE, type DataFile, patternOf, RECORDS } from '../folder/layout.ts'
import { counted, plural } from '../quality/format.ts'
import type { TableHead } from '../table.ts'
import { changes, recordTables, rejections } from '../tables/index.ts'
import { ABOUT, citation, type Described } from './about.ts'

export const CARD = 'README.md'

/** `README.md`: the dataset card for Hugging Face, and the first page that people see. */
export function card(described: Described): string {
  const { tables, files } = described
  const loaded = tables.length > 0 ? tables.map(({ name }) => name) : [RECORDS]
  const configs = loaded.map(name => ({ name, files: preferred(files, name) })).filter(({ files }) => files.length > 0)
  return `${[head(described, configs), ...body(described)].join('\n\n')}\n`
}

interface Config {
  readonly name: string
  readonly files: readonly DataFile[]
}

/** For a table in several formats, the one that preserves its types. */
function preferred(files: readonly DataFile[], name: string): DataFile[] {
  const of = (format: string) => files.filter(file => file.name === name && file.format === format)
  return [of('parquet'), of('csv'), of('ndjson')].find(found => found.length > 0) ?? []
}

const head = ({ summary }: Described, configs: readonly Config[]): string =>
  [
    '---',
    `pretty_name: "${ABOUT.title}"`,
    'language:',
    '- en',
    'license: other',
    'license_name: california-public-records',
    `license_link: ${ABOUT.licence.url}`,
    'tags:',
    ...['legal', 'medical', 'workers-compensation', 'independent-medical-review'].map(tag => `- ${tag}`),
    'size_categories:',
    `- ${sizeOf(summary.ingest.records)}`,
    ...(configs.length > 0 ? ['configs:'] : []),
    ...configs.flatMap(({ name, files }, at) => [
      `- config_name: ${name}`,
      ...(at === 0 ? ['  default: true'] : []),
      `  data_files: "${patternOf(files)}"`,
    ]),
    '---',
  ].join('\n')

/** Size categories of Hugging Face. */
const SIZES = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M'] as const
const sizeOf = (records: number): string => SIZES.find((_, at) => records < 10 ** (3 + at)) ?? '10M<n<100M'

function body(described: Described): string[] {
  const { summary, tables, files } = described
  const { ingest, decisions, program } = summary
  const covers = decisions === null ? '' : `, decided ${decisions.first} to ${decisions.last}`
  return [
    `# ${ABOUT.title}`,
    ABOUT.description,
    `${plural(ingest.records, 'letter')} with ${plural(ingest.items, 'disputed item')}${covers}, read by ${program.name} ` +
      `${ingest.extractor.version}. ${plural(ingest.rejections, 'input')} became no record. Where the letters are posted: ` +
      `[${ABOUT.source.title}](${ABOUT.source.url}).`,
    '## Files',
    fileTable(files),
    '[report.html](report.html) shows what was decided; [quality.md](quality.md) says how far to trust it; ' +
      '[dictionary.md](dictionary.md) explains every column; [case-record.schema.json](case-record.schema.json) is the ' +
      'schema of a whole record. `datapackage.json` and `croissant.json` describe the dataset to ' +
      'programs, `dataset.json` holds the counts, and `sha256sum --check manifest-sha256.txt` verifies every file.',
    '## Load',
    ...loading(tables, files),
    '## Limitations',
    caution(described),
    '## Cite',
    `> ${citation(described)}`,
  ]
}

const TITLES = new Map([...recordTables, rejections, changes].map(({ name, title }) => [name, title]))

const DATABASE_TITLE = 'All tables in one SQLite file, with full-text search; rows are letters'

function fileTable(files: readonly DataFile[]): string {
  const names = [...new Set(files.map(({ name }) => name))]
  const rows = names.map(name => {
    const of = files.filter(file => file.name === name)
    const [{ format, year }] = of as [DataFile]
    const total = of.filter(file => file.format === format).reduce((sum, { rows }) => sum + rows, 0)
    const patterns = [...new Set(of.map(file => patternOf([file])))].map(pattern => `\`${pattern}\``)
    const title = TITLES.get(name) ?? (format === 'sqlite' ? DATABASE_TITLE : 'One whole record per line')
    return `| ${name} | ${title}${year === null ? '' : '; by year of decision'} | ${counted(total)} | ${patterns.join('<br>')} |`
  })
  return ['| name | what a row is | rows | files |', '|---|---|---|---|', ...rows].join('\n')
}

/** Ready-to-run ways to load the tables from the folder of the dataset. */
function loading(tables: readonly TableHead[], files: readonly DataFile[]): string[] {
  if (tables.length === 0) {
    const records = preferred(files, RECORDS)
    if (records.length === 0) return [fenced('sh', `datasette ${DATABASE}`)]
    return [fenced('sql', `-- DuckDB\nselect caseNumber, outcome from read_json('${patternOf(records)}') limit 10;`)]
  }
  const items = preferred(files, 'items')
  const pattern = patternOf(items)
  const { format } = items[0]!
  return [
    fenced(
      'sql',
      [
        '-- DuckDB: share of overturned items by category',
        'select category, count(*) as items, round(avg(medically_necessary::int), 3) as overturned',
        `from ${format === 'csv' ? `read_csv('${pattern}', header = true, quote = '"', escape = '"')` : `'${pattern}'`}`,
        'where case_rank = 1',
        'group by category order by items desc;',
      ].join('\n'),
    ),
    ...(items[0]!.year === null
      ? [fenced('python', `import pandas\nitems = pandas.read_${format}('${pattern}')`)]
      : []),
    'Tables join by `case_id`; items, their citations and their evidence by `case_id` and `item`.',
  ]
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

function caution({ summary }: Described): string {
  const { identifiers, options } = summary
  const found = Object.entries(identifiers).filter(([, times]) => times > 0)
  const what = found.map(([kind, times]) => `${kind} ${counted(times)}`).join(', ')
  const treated = options.identifiers === 'masked' ? 'masked, each character by █' : 'left as they are'
  return [
    '- The state redacts the letters. We searched for identifiers that were missed; our patterns found ' +
      (found.length === 0 ? 'none, which does not prove that there are none.' : `${what}; ${treated}.`),
    '- Overturned means that the item was found medically necessary; upheld means that the denial stands.',
    '- Categories are not stated in the letters: they are derived from the words of each item.',
    '- `confidence` is the estimated probability that a careful reader would give the same value.',
    '- Letters are not a sample of all care: they cover only denied or modified requests that were appealed.',
  ].join('\n')
}
