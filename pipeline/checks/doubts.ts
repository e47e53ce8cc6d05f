import type { CaseFacts, Message, Placed, Promised, SectionedDocument, SectionKind } from '../../document/index.ts'
import { hasHeaderLabel } from '../segment/forms/header.ts'
import { citationDoubts } from './citations.ts'
import { denialDoubts } from './denials.ts'
import { doubt } from './doubt.ts'
import { identityDoubts } from './identity.ts'
import { itemDoubts } from './items.ts'
import { pageDoubts } from './pages.ts'
import { rationaleDoubts } from './rationale.ts'
import { runTogetherDoubts } from './run-together.ts'
import { splitWordDoubts } from './split-words.ts'
import { statedDoubts } from './stated.ts'

/** Doubts that arise from the finished record itself. */
export function doubts(
  facts: CaseFacts,
  places: readonly Placed[],
  { sections, source, folded, promises, items }: SectionedDocument,
): Message[] {
  const words = (kind: SectionKind): string => {
    const section = sections.find(one => one.kind === kind)
    return section ? folded.text.slice(section.body.start, section.body.end) : ''
  }
  const [opening, credentials] = [words('header'), words('determination')]
  return [
    ...pageDoubts(source),
    ...runTogetherDoubts(folded),
    ...splitWordDoubts(folded),
    ...headerDoubts(facts, hasHeaderLabel(opening) ? promises : null),
    ...dateOrder(facts),
    ...statedDoubts(facts, opening),
    ...places.flatMap(repairDoubts),
    ...credentialDoubts(facts),
    ...identityDoubts(facts, source, { opening, credentials }),
    ...summaryDoubts(facts),
    ...coverDoubts(facts, opening),
    ...itemDoubts(facts, folded, items),
    ...denialDoubts(facts),
    ...facts.disputedItems.flatMap(rationaleDoubts),
    ...citationDoubts(folded, facts.disputedItems, items, places),
    ...facts.disputedItems.flatMap(reasonDoubts),
  ]
}

/** A letter without its header table is incomplete, and a header that lacks a field its form promises is damaged. */
function headerDoubts(facts: CaseFacts, promises: readonly Promised[] | null): Message[] {
  if (!promises) return [doubt('header/missing', 'error', '/caseNumber', 'the letter has no header table')]
  return promises
    .filter(field => promised(facts, field) === null)
    .map(field => doubt('header/missing', 'error', `/${field}`, 'the header lacks this field'))
}

/** Wrong characters in a number or date were replaced by the digits they resemble. */
const repairDoubts = ({ pointer, found }: Placed): Message[] =>
  found.rule.endsWith('/repaired')
    ? [doubt('header/repaired', 'warning', pointer, 'wrong characters were read as the digits they look like')]
    : []

function promised(facts: CaseFacts, field: Promised): unknown {
  if (field === 'caseNumber' || field === 'priority') return facts[field]
  return facts.dates[field.slice('dates/'.length) as keyof CaseFacts['dates']]
}

/** Injury, denial, application, assignment, decision: in every letter read so far the dates come in this order. */
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
        doubt('credential/unknown', 'warning', `/reviewer/certifications/${at}/specialty`, 'unknown specialty'),
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

/** A cover letter states the outcome of the case, which must agree with that of its items. */
function coverDoubts({ outcome }: CaseFacts, opening: string): Message[] {
  const stated = /\bFinal Determination: ?(UPHOLD|OVERTURN|PARTIAL OVERTURN)\b/.exec(opening)?.[1]
  if (stated === undefined || outcome === null || COVER_SAYS[stated as keyof typeof COVER_SAYS] === outcome) return []
  return [doubt('item/contradiction', 'warning', '/outcome', 'the cover letter gives a different outcome for the case')]
}

/** The rationale discusses the case, but no reason could be read from it. */
const reasonDoubts = ({ rationale, reasons }: CaseFacts['disputedItems'][number], at: number): Message[] =>
  rationale !== null && reasons.length === 0
    ? [doubt('item/reason-unread', 'warning', `/disputedItems/${at}/reasons`, 'the reason could not be read')]
    : []
