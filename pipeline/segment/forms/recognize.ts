import type { FoldedText, Form, PlacedMessage } from '../../../document/index.ts'
import { repairedTextOf } from '../../repair/index.ts'
import { exactPlacesOf, placesOf } from '../places.ts'
import type { LetterForm, Marker } from './form.ts'
import { isKindOfD, kindOfD } from './kinds.ts'
import { LETTER_FORMS } from './letter-forms.ts'

/** The form that fits a letter best. */
export interface FormMatch {
  /** The form to read the letter by; null if none fits well enough. */
  readonly form: LetterForm | null
  /** What the record calls it. If two forms fit equally well, the one that reads more is used and neither is named. */
  readonly name: Form
  readonly messages: readonly PlacedMessage[]
}

/** Minimum score from a form's own fixed words: one heading of its own and another phrase. */
const LEAST = 4

/** Minimum lead over the next form. */
const MARGIN = 2

/** The best-supported form, by its intact words; if some are missing, also by damaged ones. */
export const recognize = (letter: FoldedText): FormMatch => {
  const exact = judged(letter, exactPlacesOf)
  return isWhole(letter, exact) ? exact : judged(letter, placesOf)
}

/** In a damaged letter the words of another form may be what remains. */
const isWhole = (letter: FoldedText, { form, name }: FormMatch): boolean =>
  name !== 'unknown' &&
  form!.sections.every(
    ({ headings, optional }) => optional || headings.some(one => exactPlacesOf(letter, one).length > 0),
  )

type PhraseSearch = typeof placesOf

function judged(letter: FoldedText, look: PhraseSearch): FormMatch {
  const [best, ...others] = LETTER_FORMS.map(form => scored(letter, form, look))
    .filter(({ fixed }) => fixed >= LEAST)
    .sort((a, b) => b.score - a.score)
  if (!best) return { form: null, name: 'unknown', messages: [] }
  const next = others.find(({ form }) => !(isKindOfD(form.name) && isKindOfD(best.form.name)))
  if (next && best.score - next.score < MARGIN)
    return { form: best.form, name: 'unknown', messages: [tie(best.form, next.form)] }
  if (!isKindOfD(best.form.name)) return { form: best.form, name: best.form.name, messages: [] }
  const { name, messages } = kindOfD(letter)
  return { form: LETTER_FORMS.find(form => form.name === name)!, name, messages }
}

/** Fixed words are headings and phrases. Patterns, which other kinds of letter may match, only distinguish forms. */
function scored(letter: FoldedText, form: LetterForm, look: PhraseSearch) {
  const headings = form.sections.filter(rule => rule.headings.some(heading => look(letter, heading).length > 0))
  const markers = form.markers.filter(({ says }) => occurs(letter, says, look))
  const fixed = sum(headings) + sum(markers.filter(({ says }) => typeof says === 'string'))
  return { form, fixed, score: sum(headings) + sum(markers) }
}

const sum = (weighted: readonly { readonly weight: number }[]): number =>
  weighted.reduce((total, { weight }) => total + weight, 0)

/** Whether a letter has the wording of a marker. */
export const occurs = (letter: FoldedText, says: Marker['says'], look: PhraseSearch = placesOf): boolean =>
  typeof says === 'string'
    ? look(letter, says, 'in any case').length > 0
    : says.test(letter.text) || (look === placesOf && says.test(repairedTextOf(letter).text))

const tie = (one: LetterForm, other: LetterForm): PlacedMessage => ({
  code: 'form/unknown',
  severity: 'warning',
  pointer: null,
  reason: `the letter matches form ${one.name} and form ${other.name} about equally well`,
})
