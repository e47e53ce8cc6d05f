import { expect, test } from 'vitest'
import { corrected } from '../../terminology/speller.ts'

const meant = corrected(() => ['Acupuncture sessions', 'physical therapy', 'release'], 6)

test.each([
  ['a letter lost', 'acupunture', 'acupuncture'],
  ['a letter lost early', 'thrapy', 'therapy'],
  ['letters exchanged', 'phsyical', 'physical'],
  ['the first letter counts', 'elease', 'elease'],
  ['too short', 'theay', 'theay'],
  ['a word of English', 'theory', 'theory'],
  ['a word of the vocabulary', 'release', 'release'],
  ['nothing near', 'zyxomol', 'zyxomol'],
])('%s: %s', (_, written, word) => {
  expect(meant(written)).toBe(word)
})
