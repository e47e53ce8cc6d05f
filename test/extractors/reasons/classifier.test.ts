import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAlphabet, placeFinder } from '../../../extractors/reasons/learned/alphabet.ts'
import { featuresOf } from '../../../extractors/reasons/learned/classifier.ts'
import { stemsOf } from '../../../extractors/reasons/learned/stems.ts'
import { wordsOf } from '../../../extractors/reasons/words.ts'

describe('stems of a clause', () => {
  it('words without their endings, numbers all alike, and where they begin', () => {
    expect(stemsOf("12 worker's follow-up (documentation), é-book")).toEqual({
      stems: ['#', "worker'", 'follow-up', 'document', 'book'],
      starts: [0, 3, 12, 23, 41],
    })
  })

  it('a stem keeps four letters', () => {
    expect(stemsOf('pills was used').stems).toEqual(['pill', 'was', 'used'])
  })

  it('of nothing there are none', () => {
    expect(stemsOf(' .,').stems).toEqual([])
  })
})

describe('features of a clause', () => {
  const alphabet = newAlphabet()
  const features = (words: string) => featuresOf(wordsOf(words), alphabet.added).map(alphabet.nameOf)

  it('are its stems, their pairs, and groups of words, which it may call missing', () => {
    expect(features('There is no record of relief.').toSorted()).toEqual(
      [
        '',
        '~',
        'there',
        'no',
        '~no',
        'record',
        '~record',
        'relief',
        '~relief',
        'there no',
        'no record',
        'record relief',
      ]
        .concat(['<benefit>', '~<benefit>'])
        .toSorted(),
    )
  })

  it('an affirmed clause calls nothing missing', () => {
    expect(features('The relief lasts.')).toEqual(['', 'relief', 'last', 'relief last', '<benefit>'])
  })

  it('have names that give them back', () => {
    for (const name of ['', '~', 'relief', '~relief', 'record relief', '<benefit>', '<care> <benefit>'])
      expect(alphabet.nameOf(alphabet.featureOf(name))).toBe(name)
  })

  it('of what an alphabet does not know, there are none', () => {
    const { known, featureOf, nameOf } = newAlphabet()
    featureOf('relief lasts')
    expect(featuresOf(wordsOf('A quiet relief followed.'), known).map(nameOf)).not.toContain('quiet')
  })
})

describe('the place of a feature', () => {
  it('is that in the list, or null', () => {
    const features = fc.uniqueArray(fc.nat({ max: 2 ** 30 - 1 }), { maxLength: 300 })
    fc.assert(
      fc.property(features, fc.nat({ max: 2 ** 30 - 1 }), (list, other) => {
        const placeOf = placeFinder(list)
        expect(list.map(placeOf)).toEqual([...list.keys()])
        expect(placeOf(other)).toBe(list.includes(other) ? list.indexOf(other) : null)
      }),
      { seed: 1 },
    )
  })
})
