import type { ItemSpans, PlacedMessage } from '../../../document/index.ts'
import type { ItemGrammar } from '../forms/form.ts'
import { placesOfAny, type Sought } from '../places.ts'
import type { ItemParts } from './labels.ts'

/** What the items lack of what their form promises. */
export function faultsOf(letter: Sought, grammar: ItemGrammar, items: readonly ItemSpans[]): PlacedMessage[] {
  const named = items.filter(({ heading }) => heading.end > heading.start)
  return [
    ...items.filter(one => !named.includes(one)).map(nameless),
    ...(named.length === 0 ? [NONE] : []),
    ...named.flatMap((item, at) => partFaults(item, at, promisedParts(grammar))),
    ...undecided(letter, grammar, named.length),
  ]
}

/** An outcome whose heading is gone cannot be an item: nobody could say what was decided. */
const nameless = ({ outcome }: ItemSpans): PlacedMessage => ({
  code: 'item/heading-missing',
  severity: 'error',
  pointer: '/disputedItems',
  reason: 'an outcome stands without the name of an item',
  span: outcome,
})

export const NONE: PlacedMessage = {
  code: 'item/none',
  severity: 'error',
  pointer: '/disputedItems',
  reason: 'no decided item was found',
}

type FaultyPart = keyof ItemParts

const promisedParts = (grammar: ItemGrammar): readonly FaultyPart[] =>
  grammar.kind === 'single' ? ['reviewer', 'rationale'] : grammar.labels.flatMap(({ part }) => part ?? [])

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
function undecided(letter: Sought, grammar: ItemGrammar, items: number): PlacedMessage[] {
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
