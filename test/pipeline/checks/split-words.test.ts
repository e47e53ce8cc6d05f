import { expect, it } from 'vitest'
import { extractRecord } from '../../../pipeline/index.ts'
import { letterText, sourceOf } from '../../letters.ts'

const codesOf = (sentence: string): string[] =>
  extractRecord(
    sourceOf(letterText({ summary: `The injured worker is a 41 year old female. ${sentence}` })),
  ).messages.map(({ code }) => code)

it.each(['She had a norm al examin ation.', 'She was seen for an evaluati on of the knee.', 'The guid eline was met.'])(
  'a blank within a word is doubtful: %s',
  sentence => {
    expect(codesOf(sentence)).toContain('text/split-word')
  },
)

it.each([
  'She had a normal re-examination.',
  'A re evaluation was made. An x ray was taken.',
  'She may be seen at any time, and a way was found to go on.',
  'Dr. Roe per formed no test of ultra sound.',
])('but not two words: %s', sentence => {
  expect(codesOf(sentence)).not.toContain('text/split-word')
})
