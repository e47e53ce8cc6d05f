import type { Phrase, Term } from '../../terminology/index.ts'

/** A term of the vocabulary at its place in a sentence. */
export type Hit = Phrase<Term>
