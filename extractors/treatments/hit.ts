import type { Phrase, Term } from '../../terminology/index.ts'

/** A term of the vocabulary at its place in a sentence. */
export type Hit = Phrase<Term>

/** What a name counts as that no list has. */
export const unlisted = (known: Pick<Term, 'concept' | 'kind'> & Partial<Term>): Term => ({ ...UNLISTED, ...known })

const UNLISTED = {
  category: null,
  subcategory: null,
  drug: false,
  ingredients: [],
  injected: false,
  use: null,
  broad: false,
  weak: false,
}

/** Electrodiagnostic tests, which are often done and named together. */
export const STUDIES: ReadonlySet<string> = new Set(['emg', 'ncv', 'emg-ncv'])

/** Visits to someone with a specialty. */
export const SPECIALISTS: ReadonlySet<string> = new Set(['specialist', 'surgeon', 'psych-evaluation', 'dental'])
