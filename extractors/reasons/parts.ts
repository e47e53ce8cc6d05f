import { matchesOf, type RationalePart, remembered, type Span, shift, span, trimmed } from '../../document/index.ts'
import vocabulary from '../../vocabulary/reasons/parts.json' with { type: 'json' }
import { clauses } from './clauses.ts'

/**
 * What a clause of a rationale does:
 *
 *     The MTUS recommends six visits. | He has had eight, | and no gain is recorded. | The request is not medically necessary.
 *     recital                         | case                                         | conclusion
 *
 * A clause in which the reviewer sums up ("Given the steady gains, …") before the conclusion is `summing-up`.
 */
export interface RationaleClause extends Span {
  readonly part: RationalePart
}

const any = (cues: readonly { cue: string }[]): RegExp => new RegExp(cues.map(({ cue }) => `(?:${cue})`).join('|'), 'i')

const ATTRIBUTED = any(vocabulary.attributed)
const DENIAL = any(vocabulary.denial)
const GENERAL = any(vocabulary.general)
const RECOMMENDING = any(vocabulary.recommending)
const OWN = any(vocabulary.ownCase)
const OTHER = any(vocabulary.otherCase)
const FIRM = any(vocabulary.firm)
const SUMMING = any(vocabulary.summing)
const CONCLUSION = new RegExp(any(vocabulary.conclusion).source, 'gi')
const VERDICT = any(vocabulary.verdict)
const TURNING = any(vocabulary.turning)

/** The clauses of a rationale, each with its function, for all who ask. */
export const clausesOf: (text: string) => readonly RationaleClause[] = remembered(cutIntoClauses, 200)

function cutIntoClauses(text: string): readonly RationaleClause[] {
  const found: RationaleClause[] = []
  let quoted = false
  let before: RationalePart | null = null
  for (const clause of clauses(text)) {
    const words = text.slice(clause.start, clause.end)
    // An unclosed quotation ends where the reviewer plainly discusses the case.
    if (quoted && FIRM.test(words)) quoted = false
    const cut: RationaleClause[] = quoted ? [{ ...clause, part: 'recital' as const }] : cutOf(words, clause, before)
    found.push(...cut)
    before = cut.at(-1)!.part === 'conclusion' ? 'recital' : cut.at(-1)!.part
    quoted = isOpen(words, quoted)
  }
  return found
}

/** Whether a quotation is still open after these words. */
function isOpen(words: string, quoted: boolean): boolean {
  let open = quoted
  for (const quote of words.match(/["“”]/g) ?? []) open = quote === '“' ? true : quote === '”' ? false : !open
  return open
}

function cutOf(words: string, clause: Span, before: RationalePart | null): RationaleClause[] {
  const concludes = matchesOf(words, CONCLUSION).at(-1)
  if (!concludes) return [{ ...clause, part: VERDICT.test(words) ? 'conclusion' : partOf(words, before) }]
  const at = conclusionStart(words, concludes.index)
  const conclusion = { ...span(clause.start + at, clause.end), part: 'conclusion' as const }
  if (at === 0) return [conclusion]
  const lead = trimmed(words, span(0, at))
  return [{ ...shift(lead, clause.start), part: 'summing-up' }, conclusion]
}

// Where the leading clause ends
const TURN = new RegExp(any(vocabulary.leadEnds).source, 'gi')
const EMPTY = any(vocabulary.emptyLeads)
const PREMISE = any(vocabulary.premises)

/** Shorter premises only refer to something said before. */
const SHORT = 40

function conclusionStart(words: string, verb: number): number {
  const turn = matchesOf(words.slice(0, verb), TURN).at(-1)
  if (!turn) return PREMISE.exec(words.slice(0, verb))?.[0].length ?? 0
  const at = turn.index + turn[0].length
  if (!SUMMING.test(words) && !turn[0].startsWith(' ')) return 0
  return at < SHORT && EMPTY.test(words.slice(0, at)) ? 0 : at
}

// A conclusion from a guideline is not a recital of it.
const DRAWN = any(vocabulary.drawn)

function partOf(words: string, before: RationalePart | null): RationalePart {
  if (isRecital(words, before)) return 'recital'
  return SUMMING.test(words) ? 'summing-up' : 'case'
}

/**
 * A named source outweighs a general remark, and a statement about this case outweighs both; otherwise the previous
 * part continues. Why somebody else denied it is recited, too.
 */
function isRecital(words: string, before: RationalePart | null): boolean {
  if (DENIAL.test(words)) return true
  if (OWN.test(words) || DRAWN.test(words)) return false
  if (ATTRIBUTED.test(words) || GENERAL.test(words)) return true
  if (before !== 'recital') return before === null && RECOMMENDING.test(words)
  return RECOMMENDING.test(words) || !OTHER.test(words)
}

/** Whether the reviewer turns from what is known to what decides: "However", "In this case". */
export const turnsToCase = (part: RationalePart, words: string): boolean => part !== 'recital' && TURNING.test(words)
