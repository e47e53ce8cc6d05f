import { LETTER_FORMS } from './letter-forms.ts'

/** "Case Number:", "UR Denial Date :", as in the header tables. */
const LABEL = new RegExp(
  `\\b(?:${[...new Set(LETTER_FORMS.flatMap(form => form.headerLabels))].map(pattern).join('|')})`,
  'i',
)

function pattern(label: string): string {
  return `${RegExp.escape(label.replace(/:$/, ''))} ?:`
}

/** Whether a text has a header label of some form; a stamp or a scanner line above the first heading has none. */
export const hasHeaderLabel = (text: string): boolean => LABEL.test(text)
