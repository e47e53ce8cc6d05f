import { found, span } from '../../document/index.ts'
import { ALONE, type ItemExtractor } from '../extractor.ts'
import { NUMBER, numberOf } from '../items/numbers.ts'
import { clausesOf } from './parts.ts'

const UNIT = '(?:sessions?|visits?|treatments?)'
const BETWEEN = '(?:[ ,][\\w()/-]+){0,5}?'
// "has had eight visits", "completed at least 6 physical therapy sessions"
const HAD = `(?:had|has|have|received|completed|attended|underwent|undergone|initial|previous|prior|after|approved for|participated in)(?: at least| a total of| about| approximately| the| of)* (${NUMBER})(?:/\\d+)?${BETWEEN} ${UNIT}`
// "six previous sessions", "8 sessions were completed"
const BEFORE = `(${NUMBER}) (?:prior|previous|completed|earlier|initial|past)${BETWEEN} ${UNIT}|(${NUMBER})${BETWEEN} ${UNIT}(?: of [\\w ]+)? (?:were |have been |had been |was )?(?:completed|attended|already|to date|so far)`
const PRIOR = new RegExp(`\\b(?:${HAD}|${BEFORE})\\b`, 'i')

/**
 * How many visits of the disputed kind the worker has had:
 *
 *     Physical therapy, 8 visits … "He has had twelve visits of physical therapy without gain."   => 12
 *
 * Only for services that are counted in visits, and only if the clause names no other kind.
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
      const match = PRIOR.exec(words)
      if (!match || FUTURE.test(match[0]) || !fits(kindsIn(words), kinds)) continue
      const count = numberOf(match.slice(1).find(Boolean)!)
      const at = span(clause.start + match.index, clause.start + match.index + match[0].length)
      return { priorSessions: count === null ? null : found(count, at, 'rationale/prior-sessions') }
    }
    return {}
  },
}

const FUTURE = /\b(?:additional|requested|recommended|more|remaining)\b/i

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
