import wordings from '../../vocabulary/context/purposes.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import type { Hit } from './hit.ts'

/**
 * The hits that only say what a service before them is for, and that service:
 *
 *     PT for neck stabilization and strengthening         => stabilization, strengthening: of PT
 *     a consultation to discuss a knee replacement        => knee replacement: of the consultation
 */
export function purposesIn(sentence: string, hits: readonly Hit[]): ReadonlyMap<Hit, Hit> {
  const purposes = new Map<Hit, Hit>()
  for (const [at, hit] of hits.entries()) {
    const last = hits[at - 1]
    if (!last) continue
    const between = sentence.slice(last.end, hit.start)
    const service = purposes.get(last)
    if (service && !ESCORTS.has(service.term.concept) && LISTED.test(between) && canServe(service, hit))
      purposes.set(hit, service)
    else if (!service && canServe(last, hit) && opening(last, hit).test(between)) purposes.set(hit, last)
  }
  return purposes
}

const wording = patternsOf(wordings)

// "stabilization, | strengthening and core | stretching"
const LISTED = wording('listed')

const GOAL = wording('goal')
const QUESTION = wording('question')

// "aspirin for | DVT prophylaxis", "psychiatric consultation for | medication management"
const AIM = wording('aim')

// "urine toxicology was ordered to monitor | medications"
const WATCHED = wording('watched')

// "transportation to and from | therapy", "an interpreter for | office visits"
const OCCASION = wording('occasion')
const ESCORTS: ReadonlySet<string> = new Set(['transportation', 'interpreter'])

// "a home aide to assist with bathing and | meal preparation"
const HELP = wording('help')
// "a home health nurse for | wound care", "nursing visits twice weekly for | wound checks"
const CARE = /care$/
const ASSISTING: ReadonlySet<string> = new Set(['home-health', 'home-help'])

const opening = ({ term }: Hit, aim: Hit): RegExp => {
  if (ESCORTS.has(term.concept)) return OCCASION
  if (term.kind === 'diagnostic') return WATCHED
  if (term.drug || aim.term.concept === 'medication') return AIM
  if (ASSISTING.has(term.concept)) return CARE.test(aim.term.concept) || aim.term.kind === 'consultation' ? AIM : HELP
  if (term.kind === 'consultation' && aim.term.kind === 'consultation') return AIM
  return term.kind === 'consultation' ? QUESTION : GOAL
}

const EXERCISE: ReadonlySet<string> = new Set(['exercise', 'therapeutic-exercise', 'operation', 'weight-bearing'])
const DECIDED: ReadonlySet<string> = new Set(['surgery', 'injection', 'device'])

function canServe({ term: service }: Hit, { term }: Hit): boolean {
  if (ESCORTS.has(service.concept)) return !term.drug && term.kind !== 'device'
  if (service.drug) return !term.drug
  if (service.kind === 'diagnostic') return term.drug || term.concept === 'medication'
  if (service.kind === 'therapy') return EXERCISE.has(term.concept) || term.concept === service.concept
  if (ESCORTS.has(term.concept)) return false
  if (ASSISTING.has(service.concept)) return term.kind === 'other' || term.kind === 'consultation'
  if (service.kind === 'consultation' && term.kind === 'consultation') return true
  return service.kind === 'consultation' && (DECIDED.has(term.kind) || term.concept === 'medication')
}
