import { found, matchesOf, span } from '../../document/index.ts'
import vocabulary from '../../vocabulary/wordings/rationales.json' with { type: 'json' }
import { ALONE, type ItemExtractor } from '../extractor.ts'
import { patternsOf } from '../language/named-patterns.ts'
import { numberOf } from '../language/numbers.ts'
import { clausesOf } from './parts.ts'

const wording = patternsOf(vocabulary.patterns)

const PRIOR = new RegExp(wording('prior-visits'), 'gi')

/** Within this many characters before the count, and in what follows, words that make it a wish or a permission. */
const BEFORE_COUNT = 45
const NOT_HAD = wording('not-had')
const NOT_HAD_BEHIND = wording('not-had-behind')

/**
 * How many visits of the disputed kind the worker has had:
 *
 *     Physical therapy, 8 visits … "He has had twelve visits of physical therapy without gain."   => 12
 *
 * Only of what is given in visits, and only where the clause names no other kind. Visits that were requested, authorized
 * or are allowed were not had.
 */
export const priorSessions: ItemExtractor = {
  name: 'reasons/prior-sessions',
  reads: 'rationale',
  extract: (text, { heading } = ALONE) => {
    const kinds = kindsIn(heading)
    if (kinds.length === 0) return {}
    for (const clause of clausesOf(text)) {
      if (clause.part === 'recital' || clause.part === 'conclusion') continue
      const words = text.slice(clause.start, clause.end)
      if (!fits(kindsIn(words), kinds)) continue
      const match = matchesOf(words, PRIOR).find(one => wasHad(words, one))
      if (!match) continue
      const count = numberOf(match.slice(1).find(Boolean)!)
      const at = span(clause.start + match.index, clause.start + match.index + match[0].length)
      return { priorSessions: count === null ? null : found(count, at, 'rationale/prior-sessions') }
    }
    return {}
  },
}

function wasHad(words: string, { index, 0: match }: RegExpExecArray): boolean {
  const before = words.slice(Math.max(0, index - BEFORE_COUNT), index).replace(/^.*(?:[,;]|\band\b)/, '')
  return !NOT_HAD.test(`${before}${match}`) && !NOT_HAD_BEHIND.test(words.slice(index + match.length))
}

const KINDS: readonly [string, RegExp][] = [
  ['therapy', wording('kind-therapy')],
  ['chiropractic', wording('kind-chiropractic')],
  ['acupuncture', wording('kind-acupuncture')],
  ['massage', wording('kind-massage')],
  ['psychological', wording('kind-psychological')],
]

const kindsIn = (words: string): string[] => KINDS.filter(([, cue]) => cue.test(words)).map(([kind]) => kind)

const fits = (said: readonly string[], asked: readonly string[]): boolean =>
  said.length === 0 || said.some(kind => asked.includes(kind))
