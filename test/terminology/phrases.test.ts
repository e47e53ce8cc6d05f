import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type PhraseFrame, phraseFinder } from '../../terminology/phrases.ts'

const listed = [
  ['knee brace', 'brace'],
  ['EMG/NCV', 'nerve test'],
  ['dental evaluation', 'dental'],
] as const
const frames: readonly PhraseFrame<string>[] = [
  { openers: ['referral to', 'referral to a'], heads: Object.entries({ jaw: 'a jaw', 'jaw doctor': 'a doctor' }) },
  {
    heads: Object.entries({ jaw: 'a jaw', 'jaw doctor': 'a doctor', dental: 'teeth' }),
    closers: ['visit', 'visits', 'doctor visit', 'evaluation'],
  },
]
const find = phraseFinder(listed, frames)

describe('phrases', () => {
  it.each([
    ['a phrase of the list, over a line break and in capitals', 'a KNEE\nBrace', 'knee brace: brace'],
    ['characters between words', 'EMG / NCV of both arms', 'EMG / NCV: nerve test'],
    ['whole words only', 'knee braces', ''],
    ['an opener and a head', 'referral to jaw', 'referral to jaw: a jaw'],
    ['the longest opener and head', 'a referral to a jaw doctor now', 'referral to a jaw doctor: a doctor'],
    ['a head and a closer', 'two jaw visits', 'jaw visits: a jaw'],
    ['no head alone, no opener alone', 'jaw, referral to', ''],
    ['no three parts', 'referral to jaw visit', 'referral to jaw: a jaw'],
    ['the longer head where two divide a phrase', 'jaw doctor visit', 'jaw doctor visit: a doctor'],
    ['what is listed in full before a frame', 'dental evaluation', 'dental evaluation: dental'],
  ])('%s', (_, text, hits) => {
    expect(
      find(text)
        .map(({ start, end, term }) => `${text.slice(start, end).replace('\n', ' ').toLowerCase()}: ${term}`)
        .join('; '),
    ).toBe(hits.toLowerCase())
  })
})

test('misspelt words keep their places', () => {
  const text = 'left kne brace'
  const [hit] = phraseFinder(listed, [], word => (word === 'kne' ? 'knee' : word))(text)
  expect(text.slice(hit!.start, hit!.end)).toBe('kne brace')
})

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map(list => list.join(' '))
const phrases = fc.uniqueArray(words, { maxLength: 4 })

test('frames find what the finder of their product finds', () => {
  fc.assert(
    fc.property(
      phrases,
      phrases,
      phrases,
      phrases,
      fc.array(words, { maxLength: 5 }),
      (whole, openers, heads, closers, text) => {
        const entries = (list: readonly string[]) => list.map(phrase => [phrase, true] as const)
        const product = [...openers.flatMap(opener => heads.map(head => `${opener} ${head}`)),
        ...heads.flatMap(head => closers.map(closer => `${head} ${closer}`))] // biome-ignore format: two lines
        const framed = phraseFinder(entries(whole), [{ openers, heads: entries(heads), closers }])
        expect(framed(text.join(' '))).toEqual(phraseFinder(entries([...whole, ...product]))(text.join(' ')))
      },
    ),
    { seed: 1, numRuns: 500 },
  )
})
