import { withNumbers } from './numbers.ts'

/** A pattern of a vocabulary file. */
interface NamedPattern {
  readonly id: string
  /** `<number>` stands for a number in figures or words, `<number-word>` for a small one in words, `<id>` for another pattern. */
  readonly pattern: string
  /** Capitals matter. */
  readonly cased?: boolean
}

/** Returns a function that compiles the pattern with an `id` of a vocabulary file. */
export function patternsOf(vocabulary: readonly NamedPattern[]): (id: string) => RegExp {
  const byId = new Map(vocabulary.map(each => [each.id, each]))
  // A name after "(?" is that of a group.
  const spelledOut = (pattern: string): string =>
    withNumbers(pattern).replace(/(?<!\(\?)<([a-z-]+)>/g, (_, id: string) => `(?:${spelledOut(byId.get(id)!.pattern)})`)
  return id => {
    const { pattern, cased } = byId.get(id)!
    return new RegExp(spelledOut(pattern), cased ? '' : 'i')
  }
}
