import { expect, it } from 'vitest'
import { perceptron, type Sequence } from '../../training/perceptron.ts'

/** "a": a name begins and goes on while words have capitals. */
const sequenceOf = (text: string): Sequence => {
  const words = text.split(' ')
  const isUpper = (word = ''): boolean => /^[A-Z]/.test(word)
  return {
    tokens: words.map(word => [word, isUpper(word) ? 'upper' : 'lower']),
    tags: words.map((word, at) => (isUpper(word) ? (isUpper(words[at - 1]) ? 'I' : 'B') : 'O')),
  }
}
const LEARNED = ['he saw Ada Byron there', 'then Mary left', 'no name is here', 'Grace Brewster Hopper spoke'].map(
  sequenceOf,
)

it('learns tags that depend on the word and on the tag before it', () => {
  const { tokens, tags } = sequenceOf('we met Emmy Amalie Noether and Hedy')
  expect(perceptron(LEARNED, 10)(tokens)).toEqual(tags)
})

it('learns the same from the same sequences', () => {
  const { tokens } = sequenceOf('ask Lise or Emmy Noether')
  expect(perceptron(LEARNED, 3)(tokens)).toEqual(perceptron(LEARNED, 3)(tokens))
})

it('tags nothing of nothing', () => {
  expect(perceptron(LEARNED, 1)([])).toEqual([])
})
