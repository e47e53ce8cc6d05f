import { NUMBER } from './numbers.ts'

/** A pattern of a vocabulary file. */
interface NamedPattern {
  readonly id: string
  /** `<number>` in it stands for a number in figures or words. */
  readonly pattern: string
  /** Capitals matter. */
  readonly cased?: boolean
}

/** Returns a function that compiles the pattern with an `id` of a vocabulary file. */
export function patternsOf(vocabulary: readonly NamedPattern[]): (id: string) => RegExp {
  const byId = new Map(vocabulary.map(each => [each.id, each]))
  return id => {
    const { pattern, cased } = byId.get(id)!
    return new RegExp(
      pattern.replaceAll('<number>', () => NUMBER),
      cased ? '' : 'i',
    )
  }
}
