import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { flat } from '../../corpus/annotate.ts'
import { faultsOf, INVENTED_CASE_NUMBER } from '../../corpus/check.ts'
import { unmarked } from '../../corpus/letter.ts'
import { make, sources } from '../../corpus/make.ts'
import { LETTER_FORMS } from '../../pipeline/segment/forms/letter-forms.ts'

const corpus = new URL('../../corpus/', import.meta.url)
const letters = await sources()

function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, corpus)).sort()
}

function committed(path: string): Buffer {
  return readFileSync(new URL(path, corpus))
}

describe('the corpus', () => {
  it.each(letters)('makes $name again, byte for byte', async letter => {
    for (const { path, bytes } of await make(letter)) {
      expect(bytes.equals(committed(path)), `${path} is not what its source makes; run npm run corpus`).toBe(true)
    }
  })

  it('pairs each letter with one gold file', () => {
    const names = filesIn('letters/').map(file => file.replace(/\.(pdf|txt)$/, ''))
    expect(new Set(names).size).toBe(names.length)
    expect(filesIn('gold/')).toEqual(names.map(name => `${name}.json`).sort())
    expect(names.sort()).toEqual(letters.map(letter => letter.name).sort())
  })

  it.each(letters)('annotates $name only with its own words', letter => {
    expect(faultsOf(letter)).toEqual([])
    const summary = unmarked(letter.summary)
    const gold = JSON.parse(committed(`gold/${letter.name}.json`).toString('utf8'))
    for (const { text, also } of [...gold.diagnoses, ...gold.treatments]) {
      for (const quote of [text, ...also]) expect(summary).toContain(quote)
    }
    for (const item of gold.disputedItems) expect(item.text).toContain(item.disputed)
    expect(gold.clinicalCaseSummary).toEqual(flat(summary))
  })

  it('has only invented case numbers, each once', () => {
    const numbers = letters.filter(letter => letter.header).map(letter => letter.name)
    for (const number of numbers) expect(number).toMatch(INVENTED_CASE_NUMBER)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it.each(LETTER_FORMS)('shows form $name as PDF and as text', ({ name }) => {
    const media = letters.filter(({ form }) => form === name).map(({ medium }) => medium)
    expect(new Set(media)).toEqual(new Set(['pdf', 'text']))
  })

  it('finds a wrong annotation', () => {
    const letter = letters[0]!
    const wrong = { text: 'a wording of no letter', icd10: 'X', sites: ['tail'] }
    const faults = faultsOf({ ...letter, gold: { ...letter.gold, diagnoses: [wrong] } })
    expect(faults).toHaveLength(3)
  })
})

describe('the text letters', () => {
  it.each(letters.filter(letter => letter.medium === 'text'))('print $name whole', letter => {
    const printed = flat(committed(`letters/${letter.name}.txt`).toString('utf8'))
    const parts = [letter.summary, ...letter.items.flatMap(item => [item.heading, item.rationale])]
    const said = parts.reduce((sum, part) => sum + flat(part).flatLength, 0)
    expect(printed.flatLength).toBeGreaterThan(said)
  })
})
