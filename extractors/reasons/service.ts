import { remembered } from '../../document/index.ts'
import { findHeadingTerms } from '../../terminology/index.ts'
import vocabulary from '../../vocabulary/wordings/rationales.json' with { type: 'json' }
import { classified } from '../items/classify.ts'
import { readRequest } from '../items/ur-action.ts'
import { patternsOf } from '../language/named-patterns.ts'

const wording = patternsOf(vocabulary.patterns)

/**
 * Whether words of a rationale refer to the service that a heading requests: by a shared word, or by words for the same
 * service or class of drugs.
 *
 *     Flexeril 10mg #60 … "The guideline does not recommend muscle relaxants in this phase."
 */
export function mentionsService(words: string, heading: string): boolean {
  const said = new Set(words.toLowerCase().match(WORD) ?? [])
  if ((heading.toLowerCase().match(WORD) ?? []).some(word => said.has(word) && !EMPTY.has(word))) return true
  const asked = askedIn(heading)
  return findHeadingTerms(words).some(
    ({ term }) => asked.has(term.concept) || (term.drug && asked.has(term.subcategory)),
  )
}

/** Every clause is compared with the headings of its letter, which are few. */
const MOST = 500

const askedIn = remembered(
  (heading: string): ReadonlySet<string | null> =>
    new Set(findHeadingTerms(heading).flatMap(({ term }) => [term.concept, term.subcategory])),
  MOST,
)

const WORD = /[a-z]{3,}/g

/** Words in headings that do not name a service. */
const EMPTY: ReadonlySet<string> = new Set(vocabulary.headingWords)

const SUPPORTING = wording('supporting')

/** "Associated surgical service: brace" and "PA assist" only support one. */
export const isOperation = remembered((heading: string): boolean => {
  if (SUPPORTING.test(heading)) return false
  return classified(heading, readRequest(heading).disputed).kind === 'surgery'
}, MOST)
