/** A mismatch between an expected and a found value. */
export interface Miss {
  readonly field: string
  readonly expected: string | null
  readonly got: string | null
}

/** Counts of one field over all letters. `lenient` includes partial matches, for fields that have them. */
export interface ScoreTally {
  gold: number
  found: number
  correct: number
  lenient: number | null
  /** Compared one to one, so that agreeing on null counts as right too. */
  pairs: number
  equal: number
}

/** Collects the comparisons of an evaluation, field by field in the order of first mention. */
export class Score {
  readonly fields = new Map<string, ScoreTally>()
  readonly misses: Miss[] = []

  #tally(field: string): ScoreTally {
    const known = this.fields.get(field)
    if (known) return known
    const fresh: ScoreTally = { gold: 0, found: 0, correct: 0, lenient: null, pairs: 0, equal: 0 }
    this.fields.set(field, fresh)
    return fresh
  }

  /** One value against one value; null means that the letter does not say. */
  pair(field: string, expected: string | number | null, got: string | number | null): void {
    const tally = this.#tally(field)
    const equal = same(expected, got)
    if (expected !== null) tally.gold++
    if (got !== null) tally.found++
    if (equal && expected !== null) tally.correct++
    tally.pairs++
    if (equal) tally.equal++
    else this.#miss(field, expected, got)
  }

  /** A list against a list: each expected value is matched with one equal found value. */
  list(field: string, expected: readonly string[], got: readonly string[]): void {
    const rest = [...got]
    const lost = expected.filter(value => {
      const at = rest.findIndex(other => same(value, other))
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
    this.counts(field, { gold: expected.length, found: got.length, correct: expected.length - lost.length })
    for (const value of lost) this.#miss(field, value, null)
    for (const value of rest) this.#miss(field, null, value)
  }

  counts(field: string, { gold, found, correct, lenient }: Partial<ScoreTally>): void {
    const tally = this.#tally(field)
    tally.gold += gold ?? 0
    tally.found += found ?? 0
    tally.correct += correct ?? 0
    if (lenient !== undefined && lenient !== null) tally.lenient = (tally.lenient ?? 0) + lenient
  }

  miss(field: string, expected: string | null, got: string | null): void {
    this.#miss(field, expected, got)
  }

  #miss(field: string, expected: string | number | null, got: string | number | null): void {
    this.misses.push({
      field,
      expected: expected === null ? null : String(expected),
      got: got === null ? null : String(got),
    })
  }
}

/** Case, white space and the shape of quotes and dashes do not affect content. */
export const fold = (value: string): string =>
  value.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()

const same = (one: string | number | null, other: string | number | null): boolean =>
  typeof one === 'string' && typeof other === 'string' ? fold(one) === fold(other) : one === other
