import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { patternsOf } from '../../extractors/language/named-patterns.ts'
import citations from '../../vocabulary/context/citations.json' with { type: 'json' }
import conditionNames from '../../vocabulary/context/condition-names.json' with { type: 'json' }
import extents from '../../vocabulary/context/extents.json' with { type: 'json' }
import headings from '../../vocabulary/context/headings.json' with { type: 'json' }
import mentions from '../../vocabulary/context/mentions.json' with { type: 'json' }
import purposes from '../../vocabulary/context/purposes.json' with { type: 'json' }
import persons from '../../vocabulary/wordings/persons.json' with { type: 'json' }
import rationales from '../../vocabulary/wordings/rationales.json' with { type: 'json' }
import statedDays from '../../vocabulary/wordings/stated-days.json' with { type: 'json' }

const EXTRACTORS = join(import.meta.dirname, '..', '..', 'extractors')

/** The part of an example at which a pattern looks; names are in braces. */
const PLACES: Readonly<Record<string, RegExp>> = {
  before: /^[^{]*(?=\{)/,
  within: /(?<=\{)[^}]*/,
  between: /(?<=\})[^{]*(?=\{)/,
  after: /(?<=\})[^}]*$/,
  from: /(?<=\{).*/,
  sentence: /.*/,
}

describe.each([
  { file: 'mentions', wordings: mentions, folder: 'treatments' },
  { file: 'extents', wordings: extents, folder: 'treatments' },
  { file: 'purposes', wordings: purposes, folder: 'treatments' },
  { file: 'condition-names', wordings: conditionNames, folder: 'diagnoses' },
  { file: 'citations', wordings: citations, folder: 'guidelines' },
  { file: 'headings', wordings: headings, folder: 'items' },
  { file: 'persons', wordings: persons.patterns, folder: '.' },
  { file: 'stated-days', wordings: statedDays.patterns, folder: '.' },
  { file: 'rationales', wordings: rationales.patterns, folder: 'reasons' },
])('wordings of $file', ({ wordings, folder }) => {
  it.each(wordings)('$id: $example', ({ id, place, example }) => {
    const [words] = PLACES[place]!.exec(example)!
    expect(words.replace(/[{}]/g, '')).toMatch(patternsOf(wordings)(id))
  })

  it('are all in use, each with an id of its own', () => {
    const code = join(EXTRACTORS, folder)
    const used = readdirSync(code, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .flatMap(name =>
        Array.from(readFileSync(join(code, name), 'utf8').matchAll(/\bwording\('([a-z-]+)'\)/g), ([, id]) => id!),
      )
    const inOthers = wordings.flatMap(({ pattern }) => Array.from(pattern.matchAll(/<([a-z-]+)>/g), ([, id]) => id!))
    const ids = wordings.map(({ id }) => id)
    expect(ids.filter(id => ![...used, ...inOthers].includes(id))).toEqual([])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})
