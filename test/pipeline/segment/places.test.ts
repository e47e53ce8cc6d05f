import { describe, expect, it } from 'vitest'
import { fold } from '../../../pipeline/fold/index.ts'
import { placesOf, placesOfAny } from '../../../pipeline/segment/places.ts'
import { sourceOf } from '../../letters.ts'

const LABEL = 'Claims Administrator guideline:'
const found = (text: string, phrase = LABEL): (readonly [string, number])[] => {
  const letter = fold(sourceOf(text))
  return placesOf(letter, phrase, 'in any case').map(({ start, end, edits }) => [letter.text.slice(start, end), edits])
}

describe('a fixed phrase', () => {
  it.each([
    ['as it is', 'Claims Administrator guideline: none', 'Claims Administrator guideline:'],
    ['wrapped', 'Claims Administrator\nguideline: none', 'Claims Administrator guideline:'],
    ['glued to its text', 'No.Claims Administrator guideline:none', 'Claims Administrator guideline:'],
    ['without a space', 'ClaimsAdministrator guideline: none', 'ClaimsAdministrator guideline:'],
    ['with spaces inside words', 'Cla ims Adm inistrator guide line : none', 'Cla ims Adm inistrator guide line :'],
  ])('is found %s', (_name, text, words) => {
    expect(found(text)).toEqual([[words, 0]])
  })

  it.each([
    ['a wrong character', 'C1aims Administrator guideline: none', 'C1aims Administrator guideline:', 1],
    ['a lost character', 'Claims dministrator guideline: none', 'Claims dministrator guideline:', 1],
    ['an extra character', 'Claims Administratorr guideline: none', 'Claims Administratorr guideline:', 1],
    ['three edits', 'C1aims Administrat0r guide1ine: none', 'C1aims Administrat0r guide1ine:', 3],
    ['its first character lost', 'laims Administrator guideline: none', 'laims Administrator guideline:', 1],
  ])('is found at the start of a line with %s', (_name, text, words, edits) => {
    expect(found(`Before it.\n${text}`)).toEqual([[words, edits]])
  })

  it('is found after the number that begins its line', () => {
    expect(found('2) Regardin the request for a cane', 'Regarding the request for')).toEqual([
      ['Regardin the request for', 1],
    ])
  })

  it.each([
    ['damaged within a line', 'He read the C1aims Administrator guideline: it is old.'],
    ['too much damaged', 'Cl1ms Admin1strat0r gu1de1ine: none'],
    ['other words', 'Claims administrators have guidelines.'],
  ])('is not found %s', (_name, text) => {
    expect(found(text)).toEqual([])
  })

  it('occurs once where two of its wordings fit', () => {
    const letter = fold(sourceOf('1) Regarding the requests for canes'))
    const places = placesOfAny(letter, ['Regarding the request for', 'Regarding the requests for'])
    expect(places.map(({ start, end }) => letter.text.slice(start, end))).toEqual(['Regarding the requests for'])
  })

  it('is looked for in a long repetitive text without hanging', () => {
    expect(found(`${LABEL}\n`.repeat(10_000))).toHaveLength(10_000)
  })
})
