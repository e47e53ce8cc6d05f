import { found, matchesOf, span } from '../../document/index.ts'
import { ALONE, type ItemExtractor } from '../extractor.ts'
import { NUMBER, numberOf } from '../language/numbers.ts'
import { clausesOf } from './parts.ts'

const UNIT = '(?:sessions?|visits?|treatments?)'
// Up to five words of the name of the therapy; a preposition or a verb would begin something else.
const KIND = '(?:[ ,](?!(?:of|for|is|are|was|were|to|on|and|will|would)\\b)[\\w()/-]+){0,5}?'
const ABOUT = '(?: (?:already|at least|only|just|a total of|some|about|approximately|the|these|his|her|all|of))*'
const FIRST = '(?: (?:initial|first|prior|previous|earlier|past))?'

// "has had eight visits", "completed at least 6 physical therapy sessions", "with the initial 6 visits", "after 4/6 treatments"
const HAD = `(?:had|received|receiving|completed|completing|completion of|finished|attended|underwent|undergone|participated in|used|after|following|with|from|despite)${ABOUT}${FIRST} (${NUMBER})(?: of \\d+|/\\d+)?${FIRST}${KIND} ${UNIT}`
// "six previous sessions", "8 visits of therapy were completed", "12 sessions to date"
const BEFORE = `(${NUMBER}) (?:prior|previous|completed|earlier|past)${KIND} ${UNIT}|(${NUMBER})(?: of \\d+|/\\d+)?${KIND} ${UNIT}(?: of(?: [\\w-]+){1,3})? (?:(?:were|have been|had been|was) (?:already )?(?:completed|attended|given|provided|received|used)|completed|attended|already|to date|so far|thus far|(?:are|were|lie) behind)`
// "has had physical therapy x 12", "completed physical therapy (12 sessions)"
const COUNTED = `(?:had|received|completed|attended|underwent|undergone)(?: [\\w-]+){1,4},? (?:x ?(${NUMBER})\\b(?! (?:weeks|months|days))|\\((${NUMBER}) ${UNIT}\\))`
const PRIOR = new RegExp(`\\b(?:${HAD}|${BEFORE}|${COUNTED})`, 'gi')

/** Within this many characters before the count, and in what follows, words that make it a wish or a permission. */
const BEFORE_COUNT = 45
const NOT_HAD =
  /\b(?:additional|more|remaining|requested?|requests|requesting|recommend\w*|should|would|could|may|if|until|unless|warrant|up to|not|allow\w*|limit\w*|within)\b|\bauthori[sz]ed|\bapproved(?! for \w+ (?:prior|previous))/i
const NOT_HAD_BEHIND =
  /^(?: of(?: [\w-]+){1,4})? (?:(?:is|are|was|were|has been|have been) )?(?:\w+ly )?(?:authori[sz]ed|approved|certified|requested|recommended|remain|left|allowed|planned|pending|scheduled)\b/i

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
  ['therapy', /\b(?:physical|occupational|hand|aquatic|pool) (?:medicine|therap)|\b(?:PT|OT|physiotherapy)\b/i],
  ['chiropractic', /\bchiro/i],
  ['acupuncture', /\bacupunct/i],
  ['massage', /\bmassage|myofascial release/i],
  ['psychological', /\bpsycho|cognitive behavio|\bCBT\b|biofeedback/i],
]

const kindsIn = (words: string): string[] => KINDS.filter(([, cue]) => cue.test(words)).map(([kind]) => kind)

const fits = (said: readonly string[], asked: readonly string[]): boolean =>
  said.length === 0 || said.some(kind => asked.includes(kind))
