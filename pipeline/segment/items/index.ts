import { type FoldedText, type ItemSpans, type Section, span } from '../../../document/index.ts'
import type { LetterForm } from '../forms/form.ts'
import { faultsOf, nameless } from './faults.ts'
import { labelledItems, type ReadItems } from './labelled.ts'
import { listedItems, listFaults } from './listed.ts'
import { singleItem } from './single.ts'

/** The disputed items of a letter, as its form writes them, and what is wrong with them. */
export function findItems(letter: FoldedText, form: LetterForm, sections: readonly Section[]): ReadItems {
  const read = itemsOf(letter, form, sections)
  return { ...read, messages: [...faultsOf(letter, form.items, read), ...read.messages] }
}

function itemsOf(letter: FoldedText, { items: grammar }: LetterForm, sections: readonly Section[]): ReadItems {
  const end = sections.find(({ kind }) => kind === 'closing')?.heading.start ?? letter.text.length
  if (grammar.kind === 'labelled')
    return labelledItems(letter, grammar, sections.find(({ kind }) => kind === 'issues')?.body ?? span(0, end))
  if (grammar.kind === 'single') return named(singleItem(letter, grammar, sections))
  const { items, messages } = named(listedItems(letter, grammar, end))
  return { items, messages: [...messages, ...listFaults(letter, grammar)] }
}

/** What has no name is no item, and said to be missing. */
function named(items: readonly ItemSpans[]): ReadItems {
  const isNamed = ({ heading }: ItemSpans): boolean => heading.end > heading.start
  return {
    items: items.filter(isNamed),
    messages: items.filter(one => !isNamed(one)).map(({ outcome }) => nameless(outcome)),
  }
}
