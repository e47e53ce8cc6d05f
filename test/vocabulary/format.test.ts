import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatVocabulary } from '../../vocabulary/format.ts'
import { outOfPlace, SORTED, sortVocabulary } from '../../vocabulary/order.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'vocabulary')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))

it.each(files)('%s has one entry per line (npm run format)', name => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  expect(text).toBe(formatVocabulary(JSON.parse(text)))
})

it.each(files)('%s states its source, itself or in the README', name => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  const itself = ['source', 'licence', 'date'].every(key => key in JSON.parse(text))
  expect(itself || readFileSync(join(FOLDER, 'README.md'), 'utf8').includes(`\`${basename(name)}\``)).toBe(true)
})

describe('order', () => {
  it.each(Object.keys(SORTED))('%s is in order (npm run format)', name => {
    expect(outOfPlace(name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([])
  })

  it('names the one term that is out of place', () => {
    const entries = ['ankle', 'Wrist', 'elbow', 'hip'].map(term => ({ term }))
    expect(outOfPlace('terms/conditions.json', entries)).toEqual(['elbow'])
    expect(sortVocabulary('terms/conditions.json', entries)).toEqual(
      ['ankle', 'elbow', 'hip', 'Wrist'].map(term => ({ term })),
    )
  })

  it('names the list of a term that is out of place', () => {
    const vocabulary = { eponyms: ['baker', 'achilles'], notNames: ['image'] }
    expect(outOfPlace('wordings/eponyms.json', vocabulary)).toEqual(['eponyms: achilles'])
  })
})
