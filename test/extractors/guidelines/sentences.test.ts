import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation, GuidelineSide } from '../../../document/index.ts'
import { reviewerGuidelines } from '../../../extractors/guidelines/index.ts'
import { extractRecord } from '../../../pipeline/index.ts'
import guidelines from '../../../vocabulary/terms/guidelines.json' with { type: 'json' }
import { item, letterText, sourceOf } from '../../letters.ts'
import { samples } from '../../samples.ts'
import { itemValuesOf } from '../values.ts'
import { citing, prose, statement } from './sentences.ts'

const read = (text: string): readonly Citation[] =>
  (itemValuesOf(reviewerGuidelines, text) as { reviewer: GuidelineSide }).reviewer.citations

describe.each([
  ['forms D and E', statement],
  ['forms A, B and C', prose],
])('generated sentences of %s', (_name, sentence) => {
  it('are read as intended', () => {
    fc.assert(
      fc.property(sentence, ({ text, cites }) => {
        expect(read(text)).toEqual(cites)
      }),
      samples(400),
    )
  })
})

/** Words of the fixed sentences, and those with which the vocabulary joins works. */
const FIXED =
  'The Claims Administrator Expert Physician Reviewer based its their his/her decision on recommendation(s) outside of ' +
  'relied upon found that does not address this device No was applicable which is a part Chapter Edition'
const wordsOf = (text: string) => Array.from(text.matchAll(/\w[\w&/-]*/g), ({ 0: word, index }) => ({ word, index }))
const KNOWN = new Set(wordsOf([FIXED, ...guidelines.connectors].join(' ').toLowerCase()).map(({ word }) => word))

/** Words that occur in none of the sentences. */
const STRAY = ['quilted', 'lantern', 'Zebra', 'marble harbour', '7th', 'of the velvet']

/** Long enough that a few unknown words do not make it a damaged letter, in which they would be repaired. */
const SUMMARY = 'The worker fell from a ladder at work and has had pain in the left knee ever since. '.repeat(40)

/** The words of the reviewer's citations that no citation, no message and no list of connecting words accounts for. */
function lostWords(reviewer: string): string[] {
  const source = sourceOf(letterText({ summary: SUMMARY, items: [item({ reviewer })] }))
  const { evidence, messages } = extractRecord(source)
  const start = source.text.indexOf(reviewer)
  const read = Object.entries(evidence).flatMap(([pointer, places]) =>
    pointer.startsWith('/disputedItems/0/reviewer/') ? places : [],
  )
  const reported = messages
    .filter(({ code, pointer }) => code === 'citation/unparsed' && pointer === '/disputedItems/0/reviewer')
    .flatMap(({ reason }) =>
      [...reason.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({ start: Number(from), end: Number(to) })),
    )
  // "Chapter 12" of a work that is cited already joins it, number and all.
  const isNumber = (index: number): boolean => /\bchapter $/i.test(reviewer.slice(0, index))
  return wordsOf(reviewer)
    .filter(
      ({ index }) =>
        !isNumber(index) &&
        ![...read, ...reported].some(place => start + index >= place.start && start + index < place.end),
    )
    .map(({ word }) => word)
    .filter(word => !KNOWN.has(word.toLowerCase()))
}

describe.each([
  ['forms D and E', statement],
  ['forms A, B and C', citing],
])('sentences of %s', (_name, sentence) => {
  it('lose no word', () => {
    fc.assert(
      fc.property(sentence, ({ text }) => {
        expect(lostWords(text)).toEqual([])
      }),
      samples(100),
    )
  })

  it('lose none of the words that do not belong there', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...STRAY), fc.nat(), ({ text }, stray, at) => {
        // What the MTUS does not address may be anything.
        fc.pre(!/not address|^No section/.test(text))
        const words = text.split(' ')
        expect(lostWords(words.toSpliced(1 + (at % words.length), 0, stray).join(' '))).toEqual([])
      }),
      samples(200),
    )
  })
})
