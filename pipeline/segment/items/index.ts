import { type ItemSpans, type PlacedMessage, type Section, span } from '../../../document/index.ts'
import type { LetterForm } from '../forms/form.ts'
import type { Sought } from '../places.ts'
import { faultsOf } from './faults.ts'
import { labelledItems } from './labelled.ts'
import { listedItems, listFaults } from './listed.ts'
import { singleItem } from './single.ts'

/** The disputed items of a letter, as its form writes them, and what is wrong with them. */
export function findItems(
  letter: Sought,
  form: LetterForm,
  sections: readonly Section[],
): { items: ItemSpans[]; messages: PlacedMessage[] } {
  const items = itemsOf(letter, form, sections)
  const named = items.filter(({ heading }) => heading.end > heading.start)
  const doubts = form.items.kind === 'listed' ? listFaults(letter, form.items) : []
  return { items: named, messages: [...faultsOf(letter, form.items, items), ...doubts] }
}

function itemsOf(letter: Sought, { items: grammar }: LetterForm, sections: readonly Section[]): ItemSpans[] {
  const end = sections.find(({ kind }) => kind === 'closing')?.heading.start ?? letter.text.length
  if (grammar.kind === 'single') return singleItem(letter, grammar, sections)
  if (grammar.kind === 'labelled')
    return labelledItems(letter, grammar, sections.find(({ kind }) => kind === 'issues')?.body ?? span(0, end))
  return listedItems(letter, grammar, end)
}
