import type { Form, PlacedMessage } from '../document/index.ts'
import type { LetterForm, Sign } from './forms/form.ts'
import { FORMS } from './forms/index.ts'
import { placesOf, type Sought } from './places.ts'

export interface Recognition {
  /** The form to read the letter by, or null where none is near enough. */
  readonly form: LetterForm | null
  /** What the record calls it: two forms that fit equally well are read the same way, and neither is named. */
  readonly name: Form
  readonly messages: readonly PlacedMessage[]
}

/** So much must speak for a form: one heading of its own and another sign. */
const LEAST = 4

/** So much more must speak for it than for the next. */
const MARGIN = 2

/** The form that most speaks for. */
export function recognize(letter: Sought): Recognition {
  const ranked = FORMS.map(form => ({ form, score: scoreOf(letter, form) })).sort((a, b) => b.score - a.score)
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]]
  if (best.score < LEAST) return { form: null, name: 'unknown', messages: [] }
  if (best.score - next.score >= MARGIN) return { form: best.form, name: best.form.name, messages: [] }
  return { form: best.form, name: 'unknown', messages: [tie(best.form, next.form)] }
}

const scoreOf = (letter: Sought, { signs, sections }: LetterForm): number => {
  const headings = sections.filter(({ headings }) => headings.some(heading => placesOf(letter, heading).length > 0))
  return sum(headings) + sum(signs.filter(({ says }) => stands(letter, says)))
}

const sum = (weighted: readonly { readonly weight: number }[]): number =>
  weighted.reduce((total, { weight }) => total + weight, 0)

export const stands = (letter: Sought, says: Sign['says']): boolean =>
  typeof says === 'string' ? placesOf(letter, says, 'in any case').length > 0 : says.test(letter.text)

const tie = (one: LetterForm, other: LetterForm): PlacedMessage => ({
  code: 'form/unknown',
  severity: 'warning',
  pointer: null,
  reason: `the letter fits form ${one.name} and form ${other.name} about equally well`,
})
