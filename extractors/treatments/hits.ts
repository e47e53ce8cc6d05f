import type { Span } from '../../document/index.ts'
import { findTerms } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import services from '../../vocabulary/terms/services.json' with { type: 'json' }
import type { Modifier } from '../context/index.ts'
import { patternsOf } from '../language/named-patterns.ts'
import { joined } from './compounds.ts'
import type { Hit } from './hit.ts'
import { notMeantBy } from './meant.ts'
import { mayNameSpecialist, withSpecialists } from './specialists.ts'
import { mayListDrugs, withUnknownDrugs } from './unknown/drugs.ts'
import { mayEndInHead, withHeads } from './unknown/heads.ts'
import { withPatterns } from './unknown/patterns.ts'
import { withUnknownServices } from './unknown/services.ts'

const wording = patternsOf(wordings)

/** The vocabulary's terms in a sentence, as far as they are meant: "pt" for patient is not physical therapy. */
export const namedIn = (sentence: string): Hit[] =>
  withPatterns(
    sentence,
    findTerms(sentence)
      .map(hit => withLongerName(sentence, hit))
      .filter(({ start }, at, hits) => at === 0 || start >= hits[at - 1]!.end),
  )
    .filter(hit => inCapitals(sentence, hit) && notMeantBy(sentence, hit) === null)
    .map(hit => withoutHeading(sentence, hit))

// "referral for a | pulmonary function test": not to a pulmonary specialist.
function withLongerName(sentence: string, hit: Hit): Hit {
  const opener = hit.term.kind === 'consultation' ? OPENER.exec(sentence.slice(hit.start, hit.end)) : null
  if (!opener) return hit
  const from = hit.start + opener[0].length
  const other = findTerms(sentence.slice(from, hit.end + 40))[0]
  return other?.start === 0 && from + other.end > hit.end && other.term.kind !== 'consultation'
    ? { ...other, start: from, end: from + other.end }
    : hit
}

const OPENER = wording('before-words')

// "Work status: modified | duty": only the status is the treatment
function withoutHeading(sentence: string, hit: Hit): Hit {
  const heading = /^work status: /i.exec(sentence.slice(hit.start, hit.end))
  const duty = heading && /^ (?:duty|duties|work|activit(?:y|ies))\b/i.exec(sentence.slice(hit.end, hit.end + 14))
  return duty ? { ...hit, start: hit.start + heading[0].length, end: hit.end + duty[0].length } : hit
}

/** Whether a sentence in which the vocabulary names nothing may still have a hit. */
export const mayHaveOthers = (sentence: string): boolean =>
  mayNameSpecialist(sentence) || mayListDrugs(sentence) || mayEndInHead(sentence)

/** The same with unknown drugs that their list identifies, and with two names of one thing combined. */
export const hitsIn = (sentence: string, named: Hit[], modifiers: readonly Modifier[]): Hit[] =>
  joined(sentence, withUnknown(sentence, modifiers, withSpecialists(sentence, named))).map((hit, at, hits) =>
    asModality(sentence, hit, at, hits),
  )

const withUnknown = (sentence: string, modifiers: readonly Modifier[], hits: Hit[]): Hit[] =>
  withUnknownServices(sentence, modifiers, withHeads(sentence, modifiers, withUnknownDrugs(sentence, modifiers, hits)))

const MODALITIES: ReadonlySet<string> = new Set([
  'electrical-stimulation',
  'modalities',
  'massage',
  'traction',
  'pt',
  'chiropractic',
])

// "chiropractic and ultrasound of the left calf": the part is looked at.
const OF_PART = wording('of-part')

/** "ultrasound, massage and heat": among what a therapist applies, ultrasound is no test. */
function asModality(sentence: string, hit: Hit, at: number, hits: readonly Hit[]): Hit {
  if (hit.term.concept !== 'ultrasound' || OF_PART.test(sentence.slice(hit.end, hit.end + 12))) return hit
  const near = [hits[at - 1], hits[at + 1]].some(other => other && MODALITIES.has(other.term.concept))
  return near ? { ...hit, term: { ...hit.term, kind: 'therapy', weak: false } } : hit
}

// "PT" is a therapy and "pt" a patient; "US" is ultrasound and "us" a pronoun.
function inCapitals(sentence: string, { start, end }: Span): boolean {
  const word = sentence.slice(start, end)
  return !/^[A-Za-z]{2,4}$/.test(word) || !ACRONYM.has(word.toLowerCase()) || word === word.toUpperCase()
}

const ACRONYM: ReadonlySet<string> = new Set(services.capitals)
