import {
  type FoldedText,
  type ItemSpans,
  type PlacedMessage,
  placeInSource,
  type Span,
} from '../../../document/index.ts'
import type { ItemGrammar } from '../forms/form.ts'
import { placesOfAny } from '../places.ts'
import type { ItemParts } from './labels.ts'

/** What the items lack that their form promises, apart from what was `said` already. */
export function faultsOf(
  letter: FoldedText,
  grammar: ItemGrammar,
  { items, messages: said }: { readonly items: readonly ItemSpans[]; readonly messages: readonly PlacedMessage[] },
): PlacedMessage[] {
  return [
    ...(items.length === 0 ? [NONE] : []),
    ...items.flatMap((item, at) => partFaults(item, at, promisedParts(grammar))),
    ...(said.some(({ severity }) => severity === 'error') ? [] : undecided(letter, grammar, items.length)),
  ]
}

/** An outcome without its heading cannot be an item: what was decided is unknown. */
export const nameless = (outcome: Span): PlacedMessage => ({
  code: 'item/heading-missing',
  severity: 'error',
  pointer: '/disputedItems',
  reason: 'an outcome has no item name before it',
  span: outcome,
})

/** Neither of the form's outcomes, or several, or one negated by the words before it. */
export const unknownOutcome = (letter: FoldedText, place: Span): PlacedMessage => ({
  code: 'item/outcome-unknown',
  severity: 'error',
  pointer: '/disputedItems',
  reason: `an item was left out: the decision at characters ${placeInSource(letter, place)} is not in the words of the form`,
  span: place,
})

/** "Uphled" */
export const doubtfulOutcome = (at: number): PlacedMessage => ({
  code: 'item/outcome-doubtful',
  severity: 'error',
  pointer: `/disputedItems/${at}/decision`,
  reason: 'the outcome is misspelt, or the words before it are not those of the form',
})

/** Ascending numbers with gaps: "1. A cane", "3. A walker". */
export function missingNumbers(numbers: readonly (number | null)[]): PlacedMessage[] {
  const known = numbers.filter(number => number !== null)
  const goUp = known.every((number, at) => at === 0 || known[at - 1]! < number)
  const last = known.at(-1) ?? 0
  if (known.length < numbers.length || !goUp || last === known.length || last > known.length + MOST_LOST) return []
  const lost = Array.from({ length: last }, (_, at) => at + 1).filter(number => !known.includes(number))
  const reason = `the numbers of the items leave out ${lost.join(', ')}`
  return [{ code: 'item/missing', severity: 'error', pointer: '/disputedItems', reason }]
}

/** With a larger gap, a number was misread. */
const MOST_LOST = 20

/** "1. A cane: upheld", and further down "1. A cane: overturned" */
export const contradictingLists = (at: number): PlacedMessage => ({
  code: 'item/contradiction',
  severity: 'error',
  pointer: `/disputedItems/${at}/decision`,
  reason: 'the letter lists this item with different outcomes',
})

/** Full stops above the name that may or may not end a sentence. */
export const doubtfulHeading = (at: number): PlacedMessage => ({
  code: 'item/heading-doubtful',
  severity: 'warning',
  pointer: `/disputedItems/${at}/text`,
  reason: 'the end of the sentence before this name is not clear: it may begin earlier or later',
})

/** A label that stands within a rationale. */
export const repeatedLabel = (letter: FoldedText, at: number, label: Span): PlacedMessage => ({
  code: 'item/label-repeated',
  severity: 'error',
  pointer: `/disputedItems/${at}/rationale`,
  reason: `a label is repeated at characters ${placeInSource(letter, label)}; it was read as part of the rationale`,
  span: label,
})

/** A letter without items. */
export const NONE: PlacedMessage = {
  code: 'item/none',
  severity: 'error',
  pointer: '/disputedItems',
  reason: 'no decided item was found',
}

type FaultyPart = keyof ItemParts

const promisedParts = (grammar: ItemGrammar): readonly FaultyPart[] =>
  grammar.kind === 'single' ? ['reviewer', 'rationale'] : [...new Set(grammar.labels.flatMap(({ part }) => part ?? []))]

/** The promised parts of an item that are missing or empty. */
export const partFaults = (item: ItemSpans, at: number, promised: readonly FaultyPart[]): PlacedMessage[] =>
  promised
    .filter(part => item[part] === null || item[part].end === item[part].start)
    .map(part => ({
      code: 'item/label-missing',
      severity: 'error',
      pointer: `/disputedItems/${at}/${part}`,
      reason: `item ${at + 1} has no ${part === 'rationale' ? 'rationale' : 'guideline'} under its label`,
    }))

/** More rationales than outcomes: an outcome was lost. */
function undecided(letter: FoldedText, grammar: ItemGrammar, items: number): PlacedMessage[] {
  if (grammar.kind === 'single') return []
  const labels = grammar.labels.filter(({ part }) => part === 'rationale').flatMap(({ says }) => says)
  const rationales = placesOfAny(letter, labels, 'in any case').length
  if (rationales <= items) return []
  return [
    {
      code: 'item/label-missing',
      severity: 'error',
      pointer: '/disputedItems',
      reason: `${rationales} rationales but ${items} outcomes`,
    },
  ]
}
