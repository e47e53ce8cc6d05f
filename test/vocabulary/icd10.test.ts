import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { encountersOf, icd10Code, icd10Family } from '../../terminology/icd10.ts'
import conditions from '../../vocabulary/terms/conditions.json' with { type: 'json' }
import icd10 from '../../vocabulary/terms/icd10.json' with { type: 'json' }

const families = [...new Set(icd10.codes.map(([code = '']) => code.slice(0, 3)))]
const codes = families.flatMap(icd10Family)

it('has well-formed codes and titles, each once', () => {
  for (const { code, title } of codes) {
    expect(code).toMatch(/^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/)
    expect(title).toMatch(/^[A-Z0-9(].*[^ .?]$/)
  }
  expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
})

it('has every family that the conditions name', () => {
  const known = new Set(families)
  const named = conditions.flatMap(({ code }) => code?.slice(0, 3) ?? [])
  expect(named.filter(family => !known.has(family))).toEqual([])
})

it('knows the characters of every set', () => {
  for (const code of codes) if (code.encounters !== '') expect(Object.keys(encountersOf(code))).not.toEqual([])
  expect(encountersOf(icd10Code('S13.4')!)).toEqual({
    A: 'initial encounter',
    D: 'subsequent encounter',
    S: 'sequela',
  })
})

// The official list exists only next to the project where it is developed.
const LIST = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'icd10cm-2022.tsv.gz')

it.runIf(existsSync(LIST))('is equal to the official list, in codes and titles, seventh characters included', () => {
  const lines = gunzipSync(readFileSync(LIST)).toString().trimEnd().split('\n').slice(1)
  const official = new Map(lines.map(line => [line.split('\t')[0]!, line.split('\t')[2]!]))
  const wrong = codes.filter(({ code, title }) => official.get(code) !== title).map(({ code }) => code)
  // External causes, which the list omits.
  expect(wrong).toEqual(['W57', 'Y30'])
  const extended = codes.flatMap(each =>
    Object.entries(encountersOf(each)).map(([character, meaning]) => {
      const [family, rest = ''] = each.code.split('.')
      return [`${family}.${rest.padEnd(3, 'X')}${character}`, `${each.title}, ${meaning}`] as const
    }),
  )
  expect(extended.length).toBeGreaterThan(1000)
  expect(extended.filter(([code, title]) => official.get(code) !== title)).toEqual([])
})
