import type { CaseFacts, FoldedText, ItemSpans, Message } from '../../document/index.ts'
import { repairedTextOf } from '../repair/index.ts'
import { comesToDecision, endsWithDecision, grantsPart, readClosing } from './closing.ts'
import { doubt } from './doubt.ts'

type DecidedItem = CaseFacts['disputedItems'][number]

/** Doubts about the items of a letter as a whole: repetitions, rationales that were cut, closings that disagree. */
export const itemDoubts = (facts: CaseFacts, folded: FoldedText, items: readonly ItemSpans[]): Message[] => [
  ...facts.disputedItems.flatMap(contradictions),
  ...repeated(facts.disputedItems),
  ...endDoubts(folded, items),
]

/** The closing sentence of a rationale repeats the decision; if it says the opposite, one of the two is wrong. */
function contradictions({ decision, rationale }: DecidedItem, at: number): Message[] {
  const contradiction = (reason: string): Message[] => [
    doubt('item/contradiction', 'warning', `/disputedItems/${at}/decision`, reason),
  ]
  if (rationale === null) return []
  if (grantsPart(rationale)) return contradiction("the rationale's last sentence grants only a part")
  const says = readClosing(rationale)
  return says === null || says === decision ? [] : contradiction(`the rationale's last sentence reads as ${says}`)
}

/** In every letter read so far the items have different names. */
function repeated(items: readonly DecidedItem[]): Message[] {
  const names = items.map(({ text }) => text.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [doubt('item/repeated', 'warning', `/disputedItems/${at}/text`, 'an item above has the same name')],
  )
}

const ENDS_SENTENCE = /[.!?]["')\]]*$/

/**
 * In every letter read so far a rationale says whether the request is necessary, and ends with a full stop. If one
 * lacks either, pages are missing or text of another document follows. A closing may follow the last one.
 */
function endDoubts(folded: FoldedText, items: readonly ItemSpans[]): Message[] {
  const places = items.map(({ rationale }) => rationale)
  return places.flatMap((place, at) => {
    const isAgain = places.findIndex(other => other?.start === place?.start) !== at
    if (!place || place.end === place.start || isAgain) return []
    const rationale = folded.text.slice(place.start, place.end)
    const isClosed = at === items.length - 1 && place.end < folded.text.length
    const reason = isClosed ? null : unfinished(rationale, isDamaged(folded))
    return reason === null ? [] : [doubt('item/unfinished', 'warning', `/disputedItems/${at}/rationale`, reason)]
  })
}

function unfinished(rationale: string, isDamaged: boolean): string | null {
  if (!ENDS_SENTENCE.test(rationale) && !endsWithDecision(rationale))
    return 'it ends within a sentence: it was cut off, or other text follows'
  if (isDamaged || comesToDecision(rationale)) return null
  return 'no sentence at its end states the decision: it may have been cut off'
}

/** In a damaged text the words of the decision may be unreadable; a message about the whole letter says so already. */
const isDamaged = (folded: FoldedText): boolean => repairedTextOf(folded).layers.length > 0
