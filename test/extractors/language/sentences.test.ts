import { expect, it } from 'vitest'
import { LONGEST_SENTENCE, sentences } from '../../../extractors/language/sentences.ts'

const read = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))

it('ends a sentence at a full stop before a capital, with or without a space', () => {
  expect(read('He fell. She saw it.They left at 5.5 mph.')).toEqual([
    'He fell.',
    'She saw it.',
    'They left at 5.5 mph.',
  ])
})

it('continues after abbreviations and list numbers', () => {
  expect(read('Seen by Dr. Poe. Impression: 1. Wrist sprain.')).toEqual([
    'Seen by Dr. Poe.',
    'Impression: 1. Wrist sprain.',
  ])
})

it('continues after the first number of a list that no colon opens, if the second follows', () => {
  expect(read('He was diagnosed with 1. Wrist sprain. 2. Gout. Grade 1. Better.')).toEqual([
    'He was diagnosed with 1. Wrist sprain. 2. Gout.',
    'Grade 1.',
    'Better.',
  ])
})

it('ends a sentence before He, She and An where the full stop is missing', () => {
  expect(read('No fever An MRI was done She saw it')).toEqual(['No fever', 'An MRI was done', 'She saw it'])
})

it('cuts what never ends at a space, and loses none of it', () => {
  const words = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ')
  const cut = read(words)
  expect(cut.length).toBeGreaterThan(1)
  expect(Math.max(...cut.map(piece => piece.length))).toBeLessThanOrEqual(LONGEST_SENTENCE)
  expect(cut.join(' ')).toBe(words)
})

it('also cuts where there is no space', () => {
  const cut = read('x'.repeat(2 * LONGEST_SENTENCE + 1))
  expect(cut.map(piece => piece.length)).toEqual([LONGEST_SENTENCE, LONGEST_SENTENCE, 1])
})

it('goes on after initials, abbreviated places and labels of a list', () => {
  expect(read('Dr. A. B. Roe at St. Roch saw him. He left.')).toEqual([
    'Dr. A. B. Roe at St. Roch saw him.',
    'He left.',
  ])
  expect(read('Diagnoses: I. Gout. II. Asthma. He left.')).toEqual(['Diagnoses: I. Gout. II. Asthma.', 'He left.'])
})

it.each([
  ['She was diagnosed with 1. Gout. 2. Asthma. He left.', ['She was diagnosed with 1. Gout. 2. Asthma.', 'He left.']],
  ['He requested A. Rest. B. Ice. He left.', ['He requested A. Rest. B. Ice.', 'He left.']],
  ['Pain was 1. He left.', ['Pain was 1.', 'He left.']],
  ['The strain was of grade 1. Item 2. Rest.', ['The strain was of grade 1.', 'Item 2.', 'Rest.']],
])('reads a number after a word as the label of a list if the next follows: %s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

it('takes no digit of a code for a label', () => {
  expect(read('Diagnoses: gout, M10.9. The plan was rest.')).toEqual(['Diagnoses: gout, M10.9.', 'The plan was rest.'])
})

it('knows Roman numbers above ten', () => {
  const labels = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
  const list = `Diagnoses: ${labels.map(label => `${label}. Gout.`).join(' ')}`
  expect(read(`${list} He left.`)).toEqual([list, 'He left.'])
})
