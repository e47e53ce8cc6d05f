import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordTables } from '../dataset/index.ts'
import { type CaseRecord, caseFacts, mapFound, Rejected } from '../document/index.ts'
import { evaluate, loadGold } from '../evaluation/index.ts'
import { annotate, extractRecords, readLetter, segment } from '../pipeline/index.ts'

/**
 * What a new field of the record must have: an extractor, a score, a column, each demonstrated by a letter of the
 * corpus. A field is listed here only with the reason why it has none.
 */
const WITHOUT: Readonly<Record<'extractor' | 'score' | 'column', Readonly<Record<string, string>>>> = {
  extractor: {
    'disputedItems.*.ordinal': 'counted when the record is made',
    'disputedItems.*.decision': 'the table of the form says what the words of an outcome mean',
    'disputedItems.*.medicallyNecessary': 'what the decision means',
    outcome: 'what the decisions of the items come to',
  },
  score: {
    'reviewer.certifications.*.specialty': 'gold has the words of the letter only',
    'diagnoses.*.icd10.display': 'follows from the code',
    'diagnoses.*.icd10.edition': 'the same for all',
    'treatments.*.ingredients.*': 'follows from the name; tests of the vocabulary hold it',
    'disputedItems.*.drug.ingredients.*': 'follows from the name; tests of the vocabulary hold it',
    'diagnoses.*.confidence': 'scored over all letters, by its calibration',
    'treatments.*.confidence': 'scored over all letters, by its calibration',
    'disputedItems.*.confidence': 'scored over all letters, by its calibration',
    'disputedItems.*.reasons.*.confidence': 'scored over all letters, by its calibration',
    'disputedItems.*.medicallyNecessary': 'what the decision means',
    outcome: 'what the decisions of the items come to',
  },
  column: {},
}

const CORPUS = join(import.meta.dirname, '..', 'corpus')

/** "disputedItems.*.drug.name": every scalar of the record that is read from the letter. */
function pathsOf(type: unknown, path: readonly string[] = []): string[] {
  if (type instanceof z.ZodNullable) return pathsOf(type.unwrap(), path)
  if (type instanceof z.ZodArray) return pathsOf(type.element, [...path, '*'])
  if (!(type instanceof z.ZodObject)) return [path.join('.')]
  return Object.entries(type.shape).flatMap(([key, member]) => pathsOf(member, [...path, key]))
}

/** The paths at which a draft or record has a value. */
function filledIn(node: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(node)) return node.flatMap(child => filledIn(child, [...path, '*']))
  if (typeof node !== 'object' || node === null) return node === null ? [] : [path.join('.')]
  return Object.entries(node).flatMap(([key, child]) => filledIn(child, [...path, key]))
}

/** The record with a different value wherever it has one at `path`. */
function changed<T>(node: T, [key, ...rest]: readonly string[]): T {
  if (node === null || node === undefined) return node
  if (key === undefined) return another(node) as T
  if (Array.isArray(node)) return node.map(child => changed(child, rest)) as T
  return { ...node, [key]: changed((node as Record<string, unknown>)[key], rest) }
}

function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  return typeof value === 'number' ? value + 1 : `x${value}`
}

const letters = await Promise.all(
  readdirSync(join(CORPUS, 'letters')).map(async name => {
    const source = await readLetter({ name, bytes: new Uint8Array(readFileSync(join(CORPUS, 'letters', name))) })
    const { caseDrafts, itemDrafts } = annotate(segment(source)[0]!)
    const drafts = [...caseDrafts, ...itemDrafts.flatMap(([_decision, ...found]) => ({ disputedItems: found }))]
    return {
      name: name.replace(/\.\w+$/, ''),
      record: extractRecords(source)[0]!,
      given: drafts.flatMap(draft => filledIn(mapFound<unknown>(draft, ({ value }) => value))),
    }
  }),
).catch(error => {
  throw error instanceof Rejected ? new Error(`a letter of corpus is rejected: ${error.code}`) : error
})

const golds = loadGold(join(CORPUS, 'gold'))
const rows = (record: CaseRecord): string =>
  JSON.stringify(recordTables.map(table => table.rows(record, { letters: 0, rows: 0 })))
const misses = (name: string, record: CaseRecord): number =>
  evaluate(new Map([[name, golds.get(name)!]]), new Map([[name, record]])).misses.get(name)!.length

/** Whether some letter of the corpus shows that `what` of a record depends on a field. */
const shows = (path: string, what: (record: CaseRecord, name: string) => unknown): boolean =>
  letters.some(({ name, record }) => what(changed(record, path.split('.')), name) !== what(record, name))

const SHOWN: Readonly<Record<keyof typeof WITHOUT, (path: string) => boolean>> = {
  extractor: path => letters.some(({ given }) => given.includes(path)),
  score: path => shows(path, (record, name) => misses(name, record)),
  column: path => shows(path, record => rows(record)),
}

/** What to do if no letter of the corpus shows it. */
const MISSING: Readonly<Record<keyof typeof WITHOUT, string>> = {
  extractor: 'no extractor gives it in any letter of corpus: add the extractor, and the words to a letter',
  score: 'no score depends on it: add it to evaluation/gold.ts and score.ts, and to the gold of a letter',
  column: 'no column depends on it: add one in dataset/tables, and the words to a letter',
}

describe.each(Object.keys(SHOWN) as (keyof typeof WITHOUT)[])('each field of the record: %s', what => {
  it.each(pathsOf(caseFacts))('%s', path => {
    const advice = path in WITHOUT[what] ? 'it has one: delete its line in this test' : MISSING[what]
    expect(SHOWN[what](path), advice).toBe(!(path in WITHOUT[what]))
  })

  it('except those listed with a reason', () => {
    expect(pathsOf(caseFacts)).toEqual(expect.arrayContaining(Object.keys(WITHOUT[what])))
  })
})

const ROOT = join(import.meta.dirname, '..')

/** The files from which a registry file takes extractors: "extractors/notice.ts", "extractors/diagnoses/index.ts". */
const filesOf = (registry: string, statement: RegExp): string[] =>
  Array.from(readFileSync(join(ROOT, registry), 'utf8').matchAll(statement), ([, path]) => join(registry, '..', path!))

const registered = [
  ...filesOf('extractors/index.ts', /^import \{.* from '(.+)'/gm),
  ...filesOf('extractors/items/index.ts', /^export \{.* from '(.+)'/gm),
]

it.each(registered.filter(path => path !== 'extractors/items/index.ts'))('%s has its test', path => {
  const name = path.replace(/(?:\/index)?\.ts$/, '')
  const places = [`${name}.test.ts`, join(name, `${basename(name)}.test.ts`)]
  const exists = places.some(place => existsSync(join(ROOT, 'test', place)))
  expect(exists, `neither test/${places.join(' nor test/')} exists`).toBe(true)
})
