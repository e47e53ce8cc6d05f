/** What a token looks like to the tagger, without the tag before it. */
export type TokenFeatures = readonly string[]

/** Tokens with the tags that they should get. */
export interface Sequence {
  readonly tokens: readonly TokenFeatures[]
  readonly tags: readonly string[]
}

/** Tags a sequence of tokens from left to right; each tag depends on the one before it. */
export type Tagger = (tokens: readonly TokenFeatures[]) => readonly string[]

type TagWeights = Map<string, Map<string, number>>

/**
 * An averaged perceptron: of all weights that learning passed through, the mean. The same sequences in the same order
 * give the same tagger.
 */
export function perceptron(sequences: readonly Sequence[], rounds: number): Tagger {
  const learning: Learning = {
    tags: [...new Set(sequences.flatMap(sequence => sequence.tags))],
    weights: new Map(),
    sums: new Map(),
    step: 0,
  }
  for (let round = 0; round < rounds; round++) for (const sequence of sequences) learn(learning, sequence)
  const { tags, weights, sums, step } = learning
  for (const [feature, own] of sums) for (const [tag, sum] of own) add(weights, feature, tag, -sum / (step + 1))
  return tokens => {
    const found: string[] = []
    for (const token of tokens) found.push(best(weights, tags, withTag(token, found.at(-1) ?? '')))
    return found
  }
}

interface Learning {
  readonly tags: readonly string[]
  readonly weights: TagWeights
  /** Each change times the step at which it was made: subtracted from the last weights, it leaves their mean. */
  readonly sums: TagWeights
  step: number
}

function learn(learning: Learning, { tokens, tags }: Sequence): void {
  for (const [at, token] of tokens.entries()) {
    const features = withTag(token, tags[at - 1] ?? '')
    const guess = best(learning.weights, learning.tags, features)
    learning.step++
    if (guess === tags[at]) continue
    change(learning, features, tags[at]!, 1)
    change(learning, features, guess, -1)
  }
}

function change({ weights, sums, step }: Learning, features: TokenFeatures, tag: string, by: number): void {
  for (const feature of features) {
    add(weights, feature, tag, by)
    add(sums, feature, tag, by * step)
  }
}

const withTag = (token: TokenFeatures, before: string): TokenFeatures => [
  ...token,
  `before ${before}`,
  `before ${before} ${token[0]}`,
]

function best(weights: TagWeights, tags: readonly string[], features: TokenFeatures): string {
  const known = features.flatMap(feature => weights.get(feature) ?? [])
  const score = (tag: string): number => known.reduce((sum, own) => sum + (own.get(tag) ?? 0), 0)
  return tags.reduce((one, next) => (score(next) > score(one) ? next : one))
}

function add(weights: TagWeights, feature: string, tag: string, change: number): void {
  const own = weights.get(feature) ?? new Map<string, number>()
  own.set(tag, (own.get(tag) ?? 0) + change)
  weights.set(feature, own)
}
