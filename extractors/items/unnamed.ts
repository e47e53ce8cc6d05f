import { matchesOf, type Span, span } from '../../document/index.ts'
import { type Phrase, respelled, type Term } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { type Classified, classOf, ofDrug, unknownDrug } from './classes.ts'

const wording = patternsOf(wordings)

// "Zyxomol 5mg #30", "one prescription of Zyxomol", "2 tubes": a medication, whatever its name.
export const DOSED = wording('dosed')

/** Endings that say what kind of service a word names. */
const ENDINGS = [
  {
    // "cholecystectomy", "ulnar osteoplasty", "tenorrhaphy"
    ending: /\b[a-z]*(?:ectomy|otomy|ostomy|plasty|rrhaphy|pexy|desis)\b/i,
    service: { category: 'Surgery', subcategory: 'Non-arthroscopic Surgery', kind: 'surgery' },
    rule: 'items/operation-ending',
  },
  {
    // "cystoscopy", "venography", "manometry"
    ending: /\b[a-z]+(?:scopy|graphy|gram|metry)\b/i,
    service: { category: 'Diagnostic Testing', subcategory: 'Other Diagnostic Tests', kind: 'diagnostic' },
    rule: 'items/test-ending',
  },
] as const

/** Without a deciding term, the form of the phrase decides. */
export function unnamed(phrase: string, weak: Phrase<Term> | undefined): Classified {
  const whole = span(0, phrase.length)
  if (DOSED.test(phrase)) return misspelled(phrase) ?? medication(unknownDrug(phrase), whole, 'items/dosage')
  for (const { ending, service, rule } of ENDINGS) {
    const word = ending.exec(phrase)
    if (word) return { ...service, at: span(word.index, word.index + word[0].length), drugs: [], rule }
  }
  if (weak) return { ...classOf(weak.term), at: weak, drugs: [], rule: 'items/weak-service' }
  const other = { category: 'Other', subcategory: 'Other', kind: 'other' } as const
  return misspelled(phrase) ?? { ...other, at: whole, drugs: [], rule: 'items/unnamed' }
}

const medication = (subcategory: string | null, at: Span, rule: string): Classified => ({
  category: 'Pharmaceuticals',
  subcategory,
  kind: 'medication',
  at,
  drugs: [],
  rule,
})

// "Ketaprofen 50mg": the first word that is nearly the name of a drug.
function misspelled(phrase: string): Classified | null {
  for (const word of matchesOf(phrase, /[A-Za-z]{6,}/g)) {
    const term = respelled(word[0])
    if (!term) continue
    const drug = { ...span(word.index, word.index + word[0].length), term }
    return { ...ofDrug(phrase, [drug]), at: drug, drugs: [drug], rule: 'items/drug-misspelled' }
  }
  return null
}
