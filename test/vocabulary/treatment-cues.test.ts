import { expect, test } from 'vitest'
import vocabulary from '../../vocabulary/context/treatment-cues.json' with { type: 'json' }

test('cues: none twice, sorted, of a known meaning, direction and reach', () => {
  const cues = vocabulary.cues.map(({ cue }) => cue)
  expect(cues).toEqual([...new Set(cues)].sort())
  for (const { cue, means, governs, reach } of vocabulary.cues) {
    expect(['received', 'planned', 'absent', 'nothing'], cue).toContain(means)
    expect(['after', 'before', 'both'], cue).toContain(governs)
    expect(['next', 'clause', 'list', 'rest'], cue).toContain(reach)
  }
})

test.each([
  ['modifiers', vocabulary.modifiers],
  ['anatomy', vocabulary.anatomy],
])('%s: single words, none twice', (_, list) => {
  expect(list).toEqual([...new Set(list)])
})

test('participles: none twice, sorted, of a known meaning and direction', () => {
  const words = vocabulary.participles.map(({ word }) => word)
  expect(words).toEqual([...new Set(words)].sort())
  for (const { word, means, governs } of vocabulary.participles) {
    expect(['received', 'planned'], word).toContain(means)
    expect(['before', 'both'], word).toContain(governs)
  }
  for (const words of [vocabulary.auxiliaries, vocabulary.negations]) expect(words).toEqual([...new Set(words)].sort())
})
