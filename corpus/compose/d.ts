import { CREDENTIALS, DECISIONS_OPENING, HEADINGS, LABELS, METHOD, methodWith, SUMMARY_OPENING } from '../fixed-text.ts'
import type { ItemSource, LetterSource } from '../letter.ts'
import { body, bold, EMPTY_LINE, heading, labelled, type Paragraph, plain } from './paragraph.ts'

/** Everything below the header block, in reading order. */
export function composeD(letter: LetterSource): readonly Paragraph[] {
  return [
    heading(HEADINGS.method),
    ...method(letter),
    EMPTY_LINE,
    heading(HEADINGS.summary),
    body(SUMMARY_OPENING),
    EMPTY_LINE,
    body(letter.summary),
    EMPTY_LINE,
    heading(HEADINGS.decisions),
    body(DECISIONS_OPENING),
    ...letter.items.flatMap(item => paragraphsOf(item, letter.form)),
  ]
}

function method({ credentials }: LetterSource): readonly Paragraph[] {
  if (typeof credentials === 'string') return [body(methodWith(credentials))]
  return [
    body(METHOD),
    EMPTY_LINE,
    body(CREDENTIALS),
    body(`State(s) of Licensure: ${credentials.licensure}`),
    body(`Certification(s)/Specialty: ${credentials.specialty}`),
  ]
}

function paragraphsOf(item: ItemSource, form: LetterSource['form']): readonly Paragraph[] {
  const gap = item.outcomeBelow ? ' \n' : form === 'D1' ? '  ' : ' '
  const outcome = item.decision === 'upheld' ? 'Upheld' : 'Overturned'
  return [
    ...(item.close ? [] : [EMPTY_LINE]),
    { style: 'body', runs: [bold(`${item.heading}${item.is ? ' is' : ''}:${gap}`), plain(outcome)] },
    ...(item.outcomeBelow ? [] : [EMPTY_LINE]),
    labelled(LABELS.claimsAdministrator, item.claimsAdministrator?.says ?? ''),
    EMPTY_LINE,
    labelled(LABELS.reviewer, item.reviewer.says),
    EMPTY_LINE,
    labelled(LABELS.rationale, item.rationale),
  ]
}
