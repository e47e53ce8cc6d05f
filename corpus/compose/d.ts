import { CREDENTIALS, DECISIONS_OPENING, HEADINGS, LABELS, METHOD, methodWith, SUMMARY_OPENING } from '../fixed-text.ts'
import type { ItemSource, LetterSource } from '../letter.ts'
import { BLANK, body, bold, heading, labelled, type Paragraph, plain } from './paragraph.ts'

/** Everything below the header block, in reading order. */
export function composeD(letter: LetterSource): readonly Paragraph[] {
  return [
    heading(HEADINGS.method),
    ...method(letter),
    BLANK,
    heading(HEADINGS.summary),
    body(SUMMARY_OPENING),
    BLANK,
    body(letter.summary),
    BLANK,
    heading(HEADINGS.decisions),
    body(DECISIONS_OPENING),
    ...letter.items.flatMap(item => paragraphsOf(item, letter.form)),
  ]
}

function method({ credentials }: LetterSource): readonly Paragraph[] {
  if (typeof credentials === 'string') return [body(methodWith(credentials))]
  return [
    body(METHOD),
    BLANK,
    body(CREDENTIALS),
    body(`State(s) of Licensure: ${credentials.licensure}`),
    body(`Certification(s)/Specialty: ${credentials.specialty}`),
  ]
}

function paragraphsOf(item: ItemSource, form: LetterSource['form']): readonly Paragraph[] {
  const gap = item.outcomeBelow ? ' \n' : form === 'D1' ? '  ' : ' '
  const outcome = item.decision === 'upheld' ? 'Upheld' : 'Overturned'
  return [
    ...(item.close ? [] : [BLANK]),
    { style: 'body', runs: [bold(`${item.heading}${item.is ? ' is' : ''}:${gap}`), plain(outcome)] },
    ...(item.outcomeBelow ? [] : [BLANK]),
    labelled(LABELS.claimsAdministrator, item.claimsAdministrator?.says ?? ''),
    BLANK,
    labelled(LABELS.reviewer, item.reviewer.says),
    BLANK,
    labelled(LABELS.rationale, item.rationale),
  ]
}
