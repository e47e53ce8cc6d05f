import type { ColumnHead, ColumnType, TableHead } from '../table.ts'

export const DICTIONARY = 'dictionary.md'

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'text',
  date: 'date',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  strings: 'list of texts',
  numbers: 'list of numbers',
}

/** The data dictionary for people: every table with its key and columns. */
export function dictionary(tables: readonly TableHead[]): string {
  return [
    '# Data dictionary',
    'An empty or null cell means that the letter does not say. Lists are never null. In CSV, lists are joined by "; ". ' +
      'This page is generated from the definitions of the tables and the schema of the record.',
    ...tables.flatMap(section),
  ]
    .join('\n\n')
    .concat('\n')
}

const section = ({ name, title, key, references, columns }: TableHead): string[] => [
  `## ${name}`,
  `${title}. Key: ${key.map(code).join(', ')}.${joins(key, references)}`,
  ['| column | type | empty | meaning |', '|---|---|---|---|', ...columns.map(row)].join('\n'),
]

const joins = (key: readonly string[], references: readonly string[]): string =>
  references
    .map(
      (name, at) =>
        ` Joins ${code(name)} by ${key
          .slice(0, at + 1)
          .map(code)
          .join(', ')}.`,
    )
    .join('')

const row = ({ name, type, description, required, values, maxLength }: ColumnHead): string => {
  const length = maxLength === undefined ? '' : `, at most ${maxLength} characters`
  const one = values === undefined ? '' : `. One of ${values.map(code).join(', ')}`
  return `| ${code(name)} | ${TYPES[type]}${length} | ${required ? 'never' : 'may be'} | ${cell(description)}${one} |`
}

const code = (text: string): string => `\`${text}\``
const cell = (text: string): string => text.replaceAll('|', '\\|')
