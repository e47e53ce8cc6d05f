import {
  type Citation,
  type Draft,
  type Found,
  found,
  type GuidelineSide,
  matchesOf,
  type Span,
  shift,
  span,
} from '../../document/index.ts'
import type { ItemExtractor } from '../extractor.ts'
import { titleAt } from './chapters.ts'
import { LONGEST } from './edges.ts'
import { mtusCitations } from './mtus.ts'
import { otherCitations } from './other.ts'
import { piecesOf } from './pieces.ts'
import { proseSide } from './prose.ts'
import { OPENS_PROSE, OUTSIDE, SAYS, STATEMENT } from './wordings.ts'

export { unreadIn } from './unread.ts'

/** What the claims administrator cited for an item. */
export const claimsAdministratorGuidelines: ItemExtractor = {
  name: 'claims-administrator-guidelines',
  reads: 'claimsAdministrator',
  extract: text => ({ claimsAdministrator: guidelineSide(text) }),
}

/** What the reviewer cited for an item. */
export const reviewerGuidelines: ItemExtractor = {
  name: 'reviewer-guidelines',
  reads: 'reviewer',
  extract: text => ({ reviewer: guidelineSide(text) }),
}

/** What one side cited, in the sentences of forms D and E, or else in prose. */
function guidelineSide(part: string): Draft<GuidelineSide> {
  const text = part.slice(0, LONGEST)
  const statements = statementsIn(text)
  const basis = basisOf(text, statements)
  if (basis === null) return proseSide(text)
  return { basis, citations: statements.flatMap(statement => citationsOf(text, statement)) }
}

/** "Decision based on …": its words, and what it cites. */
interface CitingStatement {
  readonly isMtus: boolean
  readonly says: Span
  readonly body: Span
}

/** Full stops inside a statement do not end it: numbered sections and book titles contain them. */
function statementsIn(text: string): CitingStatement[] {
  const leads = matchesOf(text, STATEMENT)
  return leads.map(({ 0: lead, index, groups }, at) => {
    const start = index + lead.length
    const isMtus = groups?.other === undefined
    const body = span(start, endOf(text, span(start, leads[at + 1]?.index ?? text.length), isMtus))
    return { isMtus, says: span(index, index + groups!.says!.length), body }
  })
}

/**
 * In an MTUS statement only a chapter may follow a full stop. The names of other works contain full stops themselves,
 * so those statements end where a sentence of prose begins.
 */
function endOf(text: string, { start, end }: Span, isMtus: boolean): number {
  const [, ...later] = piecesOf(text.slice(start, end)).map(piece => shift(piece, start))
  const rest = later.find(piece => (isMtus ? !titleAt(text, piece.start)?.isKnown : isProse(text, piece)))
  return rest?.start ?? end
}

function isProse(text: string, piece: Span): boolean {
  const words = text.slice(piece.start, piece.end)
  return OPENS_PROSE.test(words) && SAYS.test(words)
}

function citationsOf(text: string, { isMtus, body }: CitingStatement): Draft<Citation>[] {
  if (!isMtus) return otherCitations(text, body)
  const joined = JOINED.exec(text.slice(body.start, body.end))
  if (!joined) return mtusCitations(text, body)
  const end = body.start + joined.index
  const others = otherCitations(text, span(end + joined[0].length, body.end))
  return [...mtusCitations(text, span(body.start, end)), ...others]
}

/** "Knee Complaints 2004 and Non-MTUS Citation ODG", "Knee Complaints 2004; ODG Knee": other works in a statement about the MTUS. */
const JOINED =
  /[,;.]?(?: and| as well as)?(?: on)?(?: the)? Non-? ?MTUS(?: Citations?\b)?:? ?|(?:[,;.](?: and| also| as well as)?| and| as well as)(?: on)?(?: the)? (?=(?:ODG|Official Disability Guidelines|UpToDate|Cochrane)\b)/i

type Basis = Found<GuidelineSide['basis'] & string>

function basisOf(text: string, statements: readonly CitingStatement[]): Basis | null {
  const mtus = statements.find(({ isMtus }) => isMtus)
  if (mtus) return found<Basis['value']>('mtus', mtus.says, 'guideline/mtus')
  const outside = spanOf(OUTSIDE, text)
  if (outside) return found<Basis['value']>('outside-mtus', outside, 'guideline/outside')
  return statements[0] ? found<Basis['value']>('outside-mtus', statements[0].says, 'guideline/non-mtus') : null
}

function spanOf(pattern: RegExp, text: string): Span | null {
  const match = pattern.exec(text)
  return match && span(match.index, match.index + match[0].length)
}
