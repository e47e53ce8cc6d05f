import { type InterventionKind, matchesOf, type Span, span } from '../../document/index.ts'
import { type Phrase, respelled, type Term } from '../../terminology/index.ts'
import { type Classified, classOf, ofDrug, unknownDrug } from './classes.ts'

// "Zyxomol 5mg #30", "one prescription of Zyxomol", "2 tubes": a medication, whatever its name.
export const DOSED =
  /\d\s?(?:mg|mcg|%)(?![a-z])|\b(?:tablets?|tabs?|capsules?|caps|refills?|ointment|cream|lotion|gel|prescription|suspension)\b/i
// "cholecystectomy", "ulnar osteoplasty", "tenorrhaphy": the ending marks an operation.
const OPERATION = /\b[a-z]*(?:ectomy|otomy|ostomy|plasty|rrhaphy|pexy|desis)\b/i
const SCOPE = /\b[a-z]+(?:scopy|graphy|gram|metry)\b/i

/** Without a deciding term, the form of the phrase decides. */
export function unnamed(phrase: string, weak: Phrase<Term> | undefined): Classified {
  const whole = span(0, phrase.length)
  if (DOSED.test(phrase)) return misspelled(phrase) ?? medication(unknownDrug(phrase), whole, 'items/dosage')
  const operation = OPERATION.exec(phrase)
  if (operation) {
    const base = {
      category: 'Surgery',
      subcategory: 'Non-arthroscopic Surgery',
      kind: 'surgery' as InterventionKind,
      drugs: [],
    }
    return { ...base, at: span(operation.index, operation.index + operation[0].length), rule: 'items/operation-ending' }
  }
  const scope = SCOPE.exec(phrase)
  if (scope) {
    const base = {
      category: 'Diagnostic Testing',
      subcategory: 'Other Diagnostic Tests',
      kind: 'diagnostic' as InterventionKind,
    }
    return { ...base, drugs: [], at: span(scope.index, scope.index + scope[0].length), rule: 'items/test-ending' }
  }
  if (weak) return { ...classOf(weak.term), at: weak, drugs: [], rule: 'items/weak-service' }
  return (
    misspelled(phrase) ?? {
      category: 'Other',
      subcategory: 'Other',
      kind: 'other',
      at: whole,
      drugs: [],
      rule: 'items/unnamed',
    }
  )
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
