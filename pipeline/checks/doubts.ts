import type {
  CaseFacts,
  FoldedText,
  ItemSpans,
  Message,
  Placed,
  Promised,
  SectionedDocument,
} from '../../document/index.ts'
import { mendedOf } from '../repair/index.ts'
import { hasHeaderLabel } from '../segment/forms/header.ts'
import { citationDoubts } from './citations.ts'
import { comesToDecision, endsWithDecision, readClosing } from './closing.ts'
import { doubt } from './doubt.ts'
import { pageDoubts } from './pages.ts'
import { rationaleDoubts } from './rationale.ts'
import { statedDoubts } from './stated.ts'

/** What the finished record says of itself that a reader should look at. */
export function doubts(
  facts: CaseFacts,
  places: readonly Placed[],
  { sections, source, folded, promises, items }: SectionedDocument,
): Message[] {
  const header = sections.find(({ kind }) => kind === 'header')
  const opening = header ? folded.text.slice(header.body.start, header.body.end) : ''
  return [
    ...pageDoubts(source),
    ...headerDoubts(facts, hasHeaderLabel(opening) ? promises : null),
    ...dateOrder(facts),
    ...statedDoubts(facts, opening),
    ...places.flatMap(repairDoubts),
    ...credentialDoubts(facts),
    ...summaryDoubts(facts),
    ...coverDoubts(facts, opening),
    ...facts.disputedItems.flatMap(contradictions),
    ...facts.disputedItems.flatMap(rationaleDoubts),
    ...citationDoubts(folded, facts.disputedItems, items, places),
    ...facts.disputedItems.flatMap(reasonDoubts),
    ...endDoubts(folded, items),
  ]
}

/** A letter may come without its header table; a header that lacks a field which its form promises is damaged. */
function headerDoubts(facts: CaseFacts, promises: readonly Promised[] | null): Message[] {
  if (!promises) return [doubt('header/missing', 'info', '/caseNumber', 'the letter has no header table')]
  return promises
    .filter(field => promised(facts, field) === null)
    .map(field => doubt('header/missing', 'error', `/${field}`, 'the header lacks this field'))
}

/** Wrong signs in a number or a date were taken for the digits they look like. */
const repairDoubts = ({ pointer, found }: Placed): Message[] =>
  found.rule.endsWith('/repaired') ? [doubt('header/repaired', 'warning', pointer, 'read in spite of wrong signs')] : []

function promised(facts: CaseFacts, field: Promised): unknown {
  if (field === 'caseNumber' || field === 'priority') return facts[field]
  return facts.dates[field.slice('dates/'.length) as keyof CaseFacts['dates']]
}

/** Injury, denial, application, assignment, decision: in every letter seen they follow one another. */
function dateOrder({ dates }: CaseFacts): Message[] {
  const order = ['injury', 'urDenial', 'applicationReceived', 'assigned', 'decision'] as const
  const known = order.filter(name => dates[name] !== null)
  return known.flatMap((name, at) => {
    const before = known[at - 1]
    if (before === undefined || dates[before]! <= dates[name]!) return []
    return [doubt('header/date-order', 'warning', `/dates/${name}`, `earlier than the date before it (${before})`)]
  })
}

function credentialDoubts({ reviewer }: CaseFacts): Message[] {
  const messages: Message[] = []
  if (reviewer.statesOfLicensure.length === 0)
    messages.push(doubt('section/empty', 'error', '/reviewer/statesOfLicensure', 'no state of licensure was found'))
  if (reviewer.certifications.length === 0)
    messages.push(doubt('section/empty', 'error', '/reviewer/certifications', 'no certification was found'))
  for (const [at, { specialty }] of reviewer.certifications.entries())
    if (specialty === null)
      messages.push(
        doubt('credential/unknown', 'warning', `/reviewer/certifications/${at}/specialty`, 'no known specialty'),
      )
  return messages
}

const summaryDoubts = ({ clinicalCaseSummary }: CaseFacts): Message[] =>
  clinicalCaseSummary === null ? [doubt('section/empty', 'error', '/clinicalCaseSummary', 'no summary was found')] : []

const COVER_SAYS = {
  UPHOLD: 'upheld',
  OVERTURN: 'overturned',
  'PARTIAL OVERTURN': 'partially-overturned',
} as const satisfies Record<string, CaseFacts['outcome']>

/** A cover letter tells the outcome of the case, which its items come to as well. */
function coverDoubts({ outcome }: CaseFacts, opening: string): Message[] {
  const said = /\bFinal Determination: ?(UPHOLD|OVERTURN|PARTIAL OVERTURN)\b/.exec(opening)?.[1]
  if (said === undefined || outcome === null || COVER_SAYS[said as keyof typeof COVER_SAYS] === outcome) return []
  return [doubt('item/contradiction', 'warning', '/outcome', 'the cover letter tells another outcome of the case')]
}

/** The closing sentence of a rationale repeats the decision; where it says the opposite, one of them is wrong. */
function contradictions({ decision, rationale }: CaseFacts['disputedItems'][number], at: number): Message[] {
  const says = rationale === null ? null : readClosing(rationale)
  if (says === null || says === decision) return []
  return [
    doubt(
      'item/contradiction',
      'warning',
      `/disputedItems/${at}/decision`,
      `the rationale's last sentence reads as ${says}`,
    ),
  ]
}

const ENDS_SENTENCE = /[.!?]["')\]]*$/

/**
 * Every rationale seen ends with a full stop, and before it says that the request is necessary or is not. Where the last,
 * with nothing behind it, lacks one of the two, pages are missing, or another's words follow.
 */
function endDoubts(folded: FoldedText, items: readonly ItemSpans[]): Message[] {
  const { text } = folded
  const last = items.at(-1)?.rationale
  if (!last || last.end === last.start || last.end < text.length) return []
  const unfinished = (reason: string): Message[] => [
    doubt('item/unfinished', 'warning', `/disputedItems/${items.length - 1}/rationale`, reason),
  ]
  const rationale = text.slice(last.start, last.end)
  if (!ENDS_SENTENCE.test(text) && !endsWithDecision(rationale))
    return unfinished('it ends within a sentence: cut off, or with words of no letter')
  if (isDamaged(folded) || comesToDecision(rationale)) return []
  return unfinished('no sentence at its end says what was decided: it may have been cut off')
}

/** Of a damaged text the words that decide may be past reading; that it is damaged is said of the whole. */
const isDamaged = (folded: FoldedText): boolean => mendedOf(folded).layers.length > 0

/** The rationale speaks of the case, but in words from which no reason could be read. */
const reasonDoubts = ({ rationale, reasons }: CaseFacts['disputedItems'][number], at: number): Message[] =>
  rationale !== null && reasons.length === 0
    ? [doubt('item/reason-unread', 'warning', `/disputedItems/${at}/reasons`, 'the reason could not be read')]
    : []
