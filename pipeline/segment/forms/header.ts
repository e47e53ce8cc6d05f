import { LETTER_FORMS } from './letter-forms.ts'

/** "Case Number:", "UR Denial Date :", as the tables of the forms have them. */
const LABEL = new RegExp(
  `\\b(?:${[...new Set(LETTER_FORMS.flatMap(form => form.headerLabels))].map(pattern).join('|')})`,
  'i',
)

function pattern(label: string): string {
  return `${RegExp.escape(label.replace(/:$/, ''))} ?:`
}

/** Whether a text has a label of some form's header: a stamp or a line of a scanner above the first heading has none. */
export const hasHeaderLabel = (text: string): boolean => LABEL.test(text)
