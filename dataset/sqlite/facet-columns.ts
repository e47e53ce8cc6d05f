import type { DatabaseSync } from 'node:sqlite'

/**
 * The values of each searchable unit in one facet, as numbers: those of unit `u` (from 0) are `values[starts[u]]` up to
 * but not including `values[starts[u + 1]]`.
 */
export interface FacetColumn {
  readonly name: string
  readonly label: string
  /** The words of each value, by its number. */
  readonly words: readonly string[]
  readonly starts: Uint32Array
  readonly values: Uint16Array
}

/** Units per row of the chunk table, which are held in memory while a database is written. */
const CHUNK = 16_384
/** Rare values beyond this share one number, since numbers have two bytes. */
const MOST_VALUES = 65_535
const REST = '(other values)'

/** The statements that create the tables of facets. */
export const FACET_TABLES = [
  'create table search_facets (facet integer primary key, name text not null, label text not null)',
  'create table search_facet_values (facet integer not null, value integer not null, words text not null, primary key (facet, value)) without rowid',
  'create table search_facet_chunks (facet integer not null, chunk integer not null, counts blob not null, units blob not null, primary key (facet, chunk)) without rowid',
] as const

/** Takes the values of one unit after another and writes them in chunks. */
export interface FacetWriter {
  add(words: readonly string[]): void
  close(): void
}

/** Writes the facets of a database. */
export function facetWriter(
  database: DatabaseSync,
  facet: number,
  { name, label }: { readonly name: string; readonly label: string },
): FacetWriter {
  database.prepare('insert into search_facets values (?, ?, ?)').run(facet, name, label)
  const chunkInto = database.prepare('insert into search_facet_chunks values (?, ?, ?, ?)')
  const valueInto = database.prepare('insert into search_facet_values values (?, ?, ?)')
  const numbers = new Map<string, number>()
  let counts: number[] = []
  let values: number[] = []
  let chunks = 0
  const numberOf = (words: string): number => {
    const known = numbers.get(words)
    if (known !== undefined) return known
    const number = numbers.size
    if (number === MOST_VALUES) return number
    numbers.set(words, number)
    valueInto.run(facet, number, words)
    return number
  }
  const flush = () => {
    if (counts.length === 0) return
    chunkInto.run(facet, chunks++, bytesOf(Uint8Array.from(counts)), bytesOf(Uint16Array.from(values)))
    counts = []
    values = []
  }
  return {
    add: words => {
      const own = [...new Set(words.map(numberOf))].slice(0, 255)
      counts.push(own.length)
      values.push(...own)
      if (counts.length === CHUNK) flush()
    },
    close: () => {
      flush()
      if (numbers.size === MOST_VALUES) valueInto.run(facet, MOST_VALUES, REST)
    },
  }
}

/** All facets of a database in display order. */
export function readFacetColumns(database: DatabaseSync): readonly FacetColumn[] {
  const facets = database.prepare('select facet, name, label from search_facets order by facet').all()
  return facets.map(({ facet, name, label }) => {
    const words = database
      .prepare('select words from search_facet_values where facet = ? order by value')
      .all(facet!)
      .map(row => String(row.words))
    return { name: String(name), label: String(label), words, ...joined(database, Number(facet)) }
  })
}

function joined(database: DatabaseSync, facet: number): Pick<FacetColumn, 'starts' | 'values'> {
  const chunks = database
    .prepare('select counts, units from search_facet_chunks where facet = ? order by chunk')
    .all(facet)
    .map(({ counts, units }) => ({ counts: counts as Uint8Array, values: shorts(units as Uint8Array) }))
  const starts = new Uint32Array(chunks.reduce((sum, { counts }) => sum + counts.length, 0) + 1)
  const values = new Uint16Array(chunks.reduce((sum, chunk) => sum + chunk.values.length, 0))
  let [unit, at] = [0, 0]
  for (const chunk of chunks) {
    values.set(chunk.values, at)
    for (const count of chunk.counts) starts[++unit] = at += count
  }
  return { starts, values }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** A blob may begin at an odd address, where a Uint16Array cannot. */
const shorts = (bytes: Uint8Array): Uint16Array => new Uint16Array(bytes.slice().buffer)
