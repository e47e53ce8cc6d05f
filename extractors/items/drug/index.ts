import { blanked, type Draft, type Drug, found, type Span, shiftedDraft } from '../../../document/index.ts'
import type { Phrase, Term } from '../../../terminology/index.ts'
import type { ItemDraft, ItemExtractor } from '../../extractor.ts'
import { ingredientsAt } from '../../language/ingredients.ts'
import { classified } from '../classify.ts'
import { LONGEST, readRequest } from '../ur-action.ts'
import { quantity, refills, strength } from './dosage.ts'
import { drugName } from './name.ts'

/**
 * The drug of a disputed medication:
 *
 *     Orphenadrine Citrate ER 100mg tabs #30 with 2 refills
 *     => orphenadrine citrate, 100mg, 30, 2
 */
export const drug: ItemExtractor = {
  name: 'items/drug',
  reads: 'heading',
  extract: text => {
    const { disputed } = readRequest(text)
    if (disputed.end <= disputed.start) return {}
    const { kind, drugs, rule, named } = classified(text, disputed)
    // "Medication management" is of this kind but does not name a drug.
    if (kind !== 'medication' || rule === 'items/service' || rule === 'items/weak-service') return {}
    const read = drugOf(phraseAt(text, named), drugs)
    const drug = read && shiftedDraft(read, named.start)
    return { drug: drug && named !== disputed ? { ...drug, ...amountAt(text, disputed) } : drug } satisfies ItemDraft
  },
}

const phraseAt = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + LONGEST))

/** "The remaining portion, #30": how much of the drug that was requested. */
function amountAt(text: string, disputed: Span): Pick<Draft<Drug>, 'quantity' | 'refills'> {
  const phrase = phraseAt(text, disputed)
  return shiftedDraft({ quantity: quantity(phrase, true), refills: refills(phrase) }, disputed.start)
}

function drugOf(phrase: string, drugs: readonly Phrase<Term>[]): Draft<Drug> | null {
  const name = drugName(phrase, drugs)
  if (!name) return null
  // "Tylenol with codeine #3": figures in a name are neither strength nor quantity.
  const nameless = blanked(phrase, name.spans)
  const written = strength(nameless)
  const doseless = blanked(nameless, written?.spans ?? [])
  return {
    name: found(name.value, name.spans, name.spans.length > 1 ? 'items/drug-mixture' : 'items/drug-name'),
    strength: severally(phrase, name.spans) ? null : written,
    quantity: quantity(doseless, written !== null),
    refills: refills(nameless),
    ingredients: ingredientsAt(phrase, name.spans),
  }
}

// "Flurbiprofen 20%/Baclofen 2%": each ingredient has a strength, the mixture as a whole has none.
const severally = (phrase: string, names: readonly Span[]): boolean =>
  names.length > 1 && /\d/.test(phrase.slice(names[0]!.end, names.at(-1)!.start))
