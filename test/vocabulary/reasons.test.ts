import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { REASON_CODES } from '../../document/index.ts'
import { clauses } from '../../extractors/reasons/clauses.ts'
import { type ReasonRuleSource, RULES } from '../../extractors/reasons/rules.ts'
import { rulesIn } from '../../extractors/reasons/statements.ts'
import { wordsOf } from '../../extractors/reasons/words.ts'
import parts from '../../vocabulary/reasons/parts.json' with { type: 'json' }
import words from '../../vocabulary/reasons/words.json' with { type: 'json' }

const FOLDER = join(import.meta.dirname, '..', '..', 'vocabulary', 'reasons')

const sources: readonly ReasonRuleSource[] = readdirSync(FOLDER).flatMap(
  name => (JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { rules?: ReasonRuleSource[] }).rules ?? [],
)
const rules = [...RULES.upheld, ...RULES.overturned]

test('every rule of the files is used, and has a unique name', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(sources.map(({ id }) => id).sort())
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length)
})

describe.each(sources.map(source => [source.id, source] as const))('%s', (id, source) => {
  it('has a known code, for what is absent or for what is said', () => {
    expect(REASON_CODES).toContain(source.code)
    expect([source.absent, source.says].filter(Boolean)).toHaveLength(1)
  })

  it('finds its own example', () => {
    const rule = rules.find(one => one.id === id)!
    const found = clauses(source.example).filter(
      ({ start, end }) => rulesIn(wordsOf(source.example.slice(start, end)), [rule]).length > 0,
    )
    expect(found).not.toEqual([])
  })
})

const first = REASON_CODES.indexOf('supports-necessary-item')

test('reasons of denials and of overturns are kept apart', () => {
  for (const { code } of RULES.upheld) expect(REASON_CODES.indexOf(code)).toBeLessThan(first)
  for (const { code } of RULES.overturned) expect(REASON_CODES.indexOf(code)).toBeGreaterThanOrEqual(first)
})

test('every code but "unexplained" has a rule', () => {
  const codes = new Set(rules.map(({ code }) => code))
  expect(REASON_CODES.filter(code => !codes.has(code))).toEqual(['unexplained'])
})

test('a word class is named once, and its references resolve', () => {
  const names = words.words.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const used = [
    ...sources.flatMap(({ absent, says, needs, unless }) => [absent, says, needs, unless]),
    ...words.words.map(({ words }) => words),
  ]
  for (const [, name] of used.join(' ').matchAll(/<([a-z]+)>/g)) expect(names).toContain(name)
})

const cued = Object.entries(parts).flatMap(([group, list]) =>
  Array.isArray(list) ? list.map(({ cue, for: phrase }) => [group, phrase, cue] as const) : [],
)

test.each(cued)('%s: "%s" is what its cue was made for', (_, phrase, cue) => {
  expect(phrase).toMatch(new RegExp(cue, 'i'))
})
