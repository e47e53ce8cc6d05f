import type { FoldedText, PlacedMessage } from '../../../document/index.ts'
import { findDates, isoDate } from '../../../extractors/index.ts'
import guidelines from '../../../vocabulary/terms/guidelines.json' with { type: 'json' }
import { repairedTextOf } from '../../repair/index.ts'

/** The kinds of form D, oldest first; the newest has a letter of its own. */
const KINDS = ['D1', 'D2', 'D3', 'E'] as const
/** A kind of form D, or E. */
export type KindOfD = (typeof KINDS)[number]

/** Whether a form is a kind of form D, or E. */
export const isKindOfD = (name: string): name is KindOfD => KINDS.some(kind => kind === name)

/** Titles marked like this belong to the chapters in force since December 2017. */
const titles = (isNew: boolean): string =>
  guidelines.chapters
    .filter(chapter => 'since' in chapter === isNew)
    .map(({ title }) => RegExp.escape(title))
    .join('|')

/** "MTUS Knee Complaints 2004", "MTUS Forearm, Wrist, and Hand Complaints 2004, and Knee Disorders 2020" */
const cited = (chapters: string): RegExp =>
  new RegExp(String.raw`Decision based on MTUS [^.]{0,600}?(?:${chapters})(?! \w)`)

const OLD_CHAPTER = cited(String.raw`(?:${titles(false)})(?: Guidelines)? (?:20[01]\d)\b`)

/**
 * Evidence for the kinds, strongest first: each narrows down the remaining candidates, or is ignored if it would leave
 * none.
 */
const EVIDENCE: readonly { readonly says: RegExp; readonly of: readonly KindOfD[] }[] = [
  { says: cited(String.raw`(?:${titles(true)}) 20(?:1[1-9]|[2-9]\d)\b|[A-Z][a-z]+ 20(?:1[89]|[2-9]\d)\b`), of: ['E'] },
  { says: OLD_CHAPTER, of: ['D3', 'E'] },
  {
    says: /Decision based on MTUS (?:ACOEM\b|[A-Z][\w ,&-]{2,60}?(?:Complaints|Guidelines|Conditions)\b)(?!,? \(?20\d\d)/,
    of: ['D1', 'D2'],
  },
  { says: /\bPage\(s\): ?\d/, of: ['D1', 'D2'] },
  { says: /\bSection\(s\):/, of: ['D3', 'E'] },
  { says: /\bThe (?:expert|physician) reviewer is (?:Board[ -]Certified|licensed)\b/i, of: ['D1'] },
  { says: /\bState\(s\) of Licensure:/, of: ['D2', 'D3', 'E'] },
  { says: /\bdisputed items\/services\. He\/she\b/, of: ['D1'] },
  { says: /\bdisputed items\/Service\b/, of: ['D2', 'D3', 'E'] },
]

/** The first and last day on which a kind may have been decided, as far as known. */
const TIMES: Readonly<Record<KindOfD, readonly [from: string, to: string]>> = {
  D1: ['2014-01-01', '2014-12-31'],
  D2: ['2014-07-01', '2016-11-30'],
  D3: ['2016-07-01', '2017-12-31'],
  E: ['2017-12-01', '9999-12-31'],
}

/**
 * The kind of a form D letter, by the chapters it cites, their labels, its credentials, one spelling, and its dates. If
 * several remain, the earliest is named and a note says so.
 */
export function kindOfD(letter: FoldedText): { readonly name: KindOfD; readonly messages: readonly PlacedMessage[] } {
  const texts = [...new Set([letter.text, repairedTextOf(letter).text])]
  const says = (pattern: RegExp): boolean => texts.some(text => pattern.test(text))
  let left: readonly KindOfD[] = KINDS
  for (const evidence of EVIDENCE) {
    const narrower = narrowed(left, evidence.of)
    if (narrower.length < left.length && says(evidence.says)) left = narrower
  }
  if (left.length > 1) left = narrowed(left, inTime(letter.text))
  // Old chapters are cited to this day, but in few letters.
  if (left.length > 1 && says(OLD_CHAPTER)) left = narrowed(left, ['D3'])
  return { name: left[0]!, messages: left.length > 1 ? [undecided(left)] : [] }
}

/** Those of the remaining kinds that a piece of evidence is for, if any. */
function narrowed(left: readonly KindOfD[], of: readonly KindOfD[]): readonly KindOfD[] {
  const both = left.filter(kind => of.includes(kind))
  return both.length > 0 ? both : left
}

const DECISION = /\bDecision Date: ?(?:Priority: ?\S{8,14} \S{10} )?(\d\d\/\d\d\/\d{4})/

/**
 * The kinds in use on the day of the decision or, if the letter does not state it, not before the latest date it
 * mentions.
 */
function inTime(text: string): readonly KindOfD[] {
  const day = isoDate(DECISION.exec(text)?.[1] ?? '')
  if (day) return KINDS.filter(kind => TIMES[kind][0] <= day && day <= TIMES[kind][1])
  const last = findDates(text).reduce((latest, { iso }) => (iso > latest && iso < AHEAD ? iso : latest), '')
  return KINDS.filter(kind => last <= TIMES[kind][1])
}

/** A date may be misspelt; no letter is from the second half of this century. */
const AHEAD = '2050'

const undecided = (kinds: readonly KindOfD[]): PlacedMessage => ({
  code: 'form/undecided',
  severity: 'info',
  pointer: null,
  reason: `nothing in the letter distinguishes forms ${kinds.join(', ')}; the earliest one is given`,
})
