import { expect, it } from 'vitest'
import odg from '../../vocabulary/wordings/odg-chapters.json' with { type: 'json' }

const terms = odg.chapters.flatMap(chapter => chapter.terms)

it('no term names two chapters', () => {
  expect(terms).toEqual([...new Set(terms)])
})

it('terms are written as they are looked up: lower case, "and" for "&", no special characters', () => {
  expect(terms.filter(term => !/^[a-z]+(?:,? [a-z]+)*$/.test(term))).toEqual([])
})
