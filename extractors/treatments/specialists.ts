import { overlap, type Span, span } from '../../document/index.ts'
import { findSpecialists } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { type Hit, SPECIALISTS } from './hit.ts'

const wording = patternsOf(wordings)

// "a spine surgeon | requested"
const ACTS = wording('specialist-acts')
// "referral to orthopedics and | neurology", "consultation with a psychologist, | an internist, and | a urologist."
const ANOTHER = wording('another-specialist')
const AFTER_SPECIALIST = wording('after-specialist')

/** A visit includes the specialist; each further specialist in the list is another visit. */
export function withSpecialists(sentence: string, hits: Hit[]): Hit[] {
  const visits = hits.filter(({ term }) => SPECIALISTS.has(term.concept))
  const others = [...visits.flatMap(visit => following(sentence, visit)), ...persons(sentence)]
  const added = others.filter(other => !hits.some(hit => overlap(hit, other)))
  return added.length === 0 ? hits : [...hits, ...added].sort((a, b) => a.start - b.start)
}

// "the plan was massage, a brace and | a hand surgeon"
const ASKED = wording('asked-for')
// "as noted by a | hand surgeon"
const BY = wording('by-whom')
const SPECIALIST = /(?:ist|surgeon|physician|doctor)s?$/i
const ANY_SPECIALIST = /(?:ist|surgeon|physician|doctor)s?\b/i
const AFTER_PERSON = wording('after-person')

/** Whether a sentence may name a specialist. */
export const mayNameSpecialist = (sentence: string): boolean => ANY_SPECIALIST.test(sentence)

/** A specialist named without a word for a visit: it counts only in a list of what was or will be done. */
function persons(sentence: string): Hit[] {
  if (!mayNameSpecialist(sentence)) return []
  return findSpecialists(sentence)
    .filter(at => isAsked(sentence, at))
    .map(hit => ({ ...hit, term: { ...hit.term, use: 'listed' as const } }))
}

function isAsked(sentence: string, { start, end }: Span): boolean {
  const [before, after] = [sentence.slice(Math.max(0, start - 20), start), sentence.slice(end, end + 24)]
  const named = SPECIALIST.test(sentence.slice(start, end)) && ASKED.test(before) && !BY.test(before)
  return named && AFTER_PERSON.test(after) && !ACTS.test(after)
}

function following(sentence: string, visit: Hit): Hit[] {
  const found: Hit[] = []
  for (let { end } = visit; ; ) {
    const joint = ANOTHER.exec(sentence.slice(end, end + 20))
    const from = end + (joint?.[0].length ?? 0)
    const next = joint && findSpecialists(sentence.slice(from, from + 60))[0]
    if (!next || next.start > 0 || !AFTER_SPECIALIST.test(sentence.slice(from + next.end))) return found
    end = from + next.end
    found.push({ ...span(from, end), term: next.term })
  }
}
