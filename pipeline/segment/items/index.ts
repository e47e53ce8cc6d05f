import { type FoldedText, type ItemSpans, type PlacedMessage, type Section, span } from '../../../document/index.ts'
import type { LetterForm } from '../forms/form.ts'
import { faultsOf, nameless } from './faults.ts'
import { labelledItems, type ReadItems } from './labelled.ts'
import { listedItems } from './listed.ts'
import { singleItem } from './single.ts'

/** The disputed items of a letter, in the grammar of its form, and their faults. */
export function findItems(letter: FoldedText, form: LetterForm, sections: readonly Section[]): ReadItems {
  const read = itemsOf(letter, form, sections)
  return { ...read, messages: [...faultsOf(letter, form.items, read), ...read.messages] }
}

function itemsOf(letter: FoldedText, { items: grammar }: LetterForm, sections: readonly Section[]): ReadItems {
  const end = sections.find(({ kind }) => kind === 'closing')?.heading.start ?? letter.text.length
  if (grammar.kind === 'labelled')
    return labelledItems(letter, grammar, sections.find(({ kind }) => kind === 'issues')?.body ?? span(0, end))
  const { items, messages } =
    grammar.kind === 'single'
      ? singleItem(letter, grammar, sections)
      : listedItems(letter, grammar, end, stopsOf(sections))
  return withNames(items, messages)
}

/** Where sections begin, which end the sentence above them. */
const stopsOf = (sections: readonly Section[]): number[] => sections.map(({ heading }) => heading.start)

/** Without a name it is not an item, and a message reports it as missing. */
function withNames(items: readonly ItemSpans[], messages: readonly PlacedMessage[]): ReadItems {
  const isNamed = ({ heading }: ItemSpans): boolean => heading.end > heading.start
  return {
    items: items.filter(isNamed),
    messages: [...messages, ...items.filter(one => !isNamed(one)).map(({ outcome }) => nameless(outcome))],
  }
}
