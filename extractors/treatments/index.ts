import { type Draft, found, type InterventionKind, type Treatment, verbatim } from '../../document/index.ts'
import { drugNames } from '../../terminology/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import { confidenceOf } from '../confidence.ts'
import type { CaseExtractor } from '../extractor.ts'
import { ingredientsAt } from '../language/ingredients.ts'
import { patternsOf } from '../language/named-patterns.ts'
import { mentions } from './mentions.ts'
import { type Merged, merge } from './merge.ts'

const wording = patternsOf(wordings)

/**
 * Every intervention or test that the summary mentions:
 *
 *     Treatment to date has included physical therapy and Zyxomol 5 mg. The treatment plan included an MRI of the neck.
 *     => physical therapy, received; Zyxomol 5 mg, received; MRI of the neck, planned
 */
export const treatments: CaseExtractor = {
  name: 'treatments',
  reads: 'summary',
  extract: text => ({ treatments: merge(text, mentions(text)).map(merged => draftOf(text, merged)) }),
}

function draftOf(text: string, merged: Merged): Draft<Treatment> {
  const { mention, deciding } = merged
  const { cue, status, rule } = deciding
  const spans = [deciding, ...(cue ? [cue] : [])]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
  const at = { start: mention.start, end: mention.end }
  return {
    text: verbatim(text, at, 'treatments/term'),
    kind: found(kindOf(text, merged), at, 'treatments/term'),
    status: found(status, spans, rule),
    ingredients: mention.term.kind === 'medication' ? ingredientsAt(text, [at]) : [],
    confidence: confidenceOf('treatments', featuresOf(text, merged)),
  }
}

/**
 * How a machine or a drug is used decides its kind: who rides a stationary bike exercises, and a drug that was injected
 * is an injection.
 */
function kindOf(text: string, { mention: { start, end, term, core }, deciding }: Merged): InterventionKind {
  if (deciding.status === 'received') {
    if (term.concept === 'exercise-machine') return 'activity'
    if (term.concept === 'paraffin' && !APPARATUS.test(text.slice(start, end))) return 'therapy'
  }
  const injected =
    term.injected ||
    (term.drug && ([core.end, end].some(at => INJECTED.test(text.slice(at))) || INTO.test(text.slice(0, start))))
  return injected ? 'injection' : term.kind
}

// "a paraffin unit" at home; the bath is given at visits.
const APPARATUS = wording('apparatus')
// "Ketorolac was injected", "Toradol 60 mg IM"; "injected with Depo-Medrol", "a shot of Toradol"
const INJECTED = wording('was-injected')
const INTO = wording('injected-with')

/** More words than a plain name with side and site has. */
const LONG = 6

function featuresOf(text: string, { mention, deciding }: Merged) {
  const { start, end, core, term } = mention
  const name = text.slice(core.start, core.end).toLowerCase()
  return {
    planned: deciding.status === 'planned',
    uncued: deciding.cue === null,
    general: term.use !== null,
    broad: term.broad,
    visit: term.kind === 'consultation',
    drug: term.drug,
    unlisted: term.drug ? !(drugNames().has(term.concept) && name.includes(term.concept)) : term.category === null,
    preceded: start < core.start,
    long: text.slice(start, end).split(' ').length > LONG,
  }
}
