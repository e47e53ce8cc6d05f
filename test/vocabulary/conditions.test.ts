import { describe, expect, it } from 'vitest'
import { BODY_PARTS, SIDES } from '../../document/record.ts'
import { withNumbers } from '../../extractors/language/numbers.ts'
import { canonical, phraseWords } from '../../terminology/condition-words.ts'
import { namesCondition } from '../../terminology/conditions.ts'
import { icd10Code } from '../../terminology/icd10.ts'
import bodyParts from '../../vocabulary/terms/body-parts.json' with { type: 'json' }
import edges from '../../vocabulary/terms/condition-edges.json' with { type: 'json' }
import conditions from '../../vocabulary/terms/conditions.json' with { type: 'json' }
import wordForms from '../../vocabulary/wordings/word-forms.json' with { type: 'json' }

const repeated = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index)

// A term as the lookup sees it: its words in any order and form.
const bag = (term: string): string => [...new Set(phraseWords(term).map(canonical))].sort().join(' ')

describe('conditions', () => {
  it('has no term twice, and none with two codes at a part', () => {
    const keys = conditions.map(entry => `${bag(entry.term)} @ ${'part' in entry ? entry.part : 'any'}`)
    const seen = new Set<string>()
    expect(keys.filter(key => seen.size === seen.add(key).size)).toEqual([])
  })

  it('names parts of the record, or none', () => {
    const parts = new Set(conditions.flatMap(entry => ('part' in entry && entry.part ? [entry.part] : [])))
    expect([...parts].filter(part => part !== 'none' && !(BODY_PARTS as readonly string[]).includes(part))).toEqual([])
  })

  it('has a code of the vocabulary for each term', () => {
    const unknown = conditions.flatMap(({ code }) => (code !== null && !icd10Code(code) ? [code] : []))
    expect(unknown, 'not in icd10.json; vocabulary/README.md says how to add a code').toEqual([])
  })
})

describe('word forms', () => {
  it('maps each form once, to a word that is not a form itself', () => {
    const forms = wordForms.map(({ word }) => word)
    expect(repeated(forms)).toEqual([])
    expect(wordForms.filter(form => forms.includes(form.as))).toEqual([])
  })
})

describe('body parts', () => {
  it('has no term twice', () => {
    const terms = bodyParts.flatMap(entry => [entry.term, ...('plural' in entry && entry.plural ? [entry.plural] : [])])
    expect(repeated(terms.map(term => phraseWords(term).join(' ')))).toEqual([])
  })

  it('names parts and sides of the record', () => {
    for (const entry of bodyParts) {
      for (const part of [entry.part ?? []].flat()) expect(BODY_PARTS).toContain(part)
      if ('side' in entry) expect(SIDES).toContain(entry.side)
    }
  })
})

describe('edges of conditions', () => {
  const { qualifiers, links, causes, aftermath, vague, notConditions, ...groups } = edges

  it.each(
    Object.values(groups)
      .flat()
      .map(({ example, pattern }) => [example, pattern]),
  )('reads the phrase it was made for: %s', (example, pattern) => {
    expect(example).toMatch(new RegExp(withNumbers(pattern), 'i'))
  })

  it('has no word twice in a list', () => {
    const lists = [qualifiers, links, causes, aftermath, vague, notConditions]
    expect(lists.flatMap(repeated)).toEqual([])
  })

  it('has no cause that is not a link', () => {
    expect(causes.filter(word => !links.includes(word))).toEqual([])
  })

  it.each(edges.endings.map(({ example }) => example))('knows a condition by its ending: %s', example => {
    expect(namesCondition(example)).toBe(true)
  })

  it('excepts only words with such an ending', () => {
    const endings = edges.endings.map(({ pattern }) => new RegExp(`.${pattern}$`))
    expect(notConditions.filter(word => !endings.some(ending => ending.test(word)))).toEqual([])
  })
})
