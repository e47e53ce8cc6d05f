import {
  type FoldedText,
  type ItemSpans,
  type PlacedMessage,
  type Span,
  span,
  trimmed,
} from '../../../document/index.ts'
import { LevenshteinDistance } from '../../../terminology/index.ts'
import type { ListedItems } from '../forms/form.ts'
import { placesOfAny } from '../places.ts'
import { contradictingLists, doubtfulOutcome, unknownOutcome } from './faults.ts'
import type { ReadItems } from './labelled.ts'
import { type ItemLabel, type ItemParts, labelsOf, partsOf } from './labels.ts'
import { type ItemOutcome, outcomeIn, sentenceDoubt } from './outcomes.ts'

/** A place at which an item is named, and the number before it, if there is one. */
interface Naming {
  readonly number: number | null
  readonly name: Span
}

/** `outcome` is null where the sentence does not decide in words of the form. */
interface ListedName extends Naming {
  readonly outcome: (ItemOutcome & { readonly isDoubtful: boolean }) | null
}

/** The part of the letter that is about one item. */
interface Discussed extends Naming {
  readonly parts: ItemParts
}

const NO_PARTS: ItemParts = { claimsAdministrator: null, reviewer: null, rationale: null }

/**
 * Items stand in a list, often printed twice, and are discussed further down under their names: each counts once. An item
 * that no list decides in words of the form is left out, and said to be; so is the end of each sentence, which is one of
 * `stops` at the latest.
 */
export function listedItems(
  letter: FoldedText,
  grammar: ListedItems,
  end: number,
  stops: readonly number[],
): ReadItems {
  const discussions = discussionsOf(letter, grammar, end)
  const items: ItemSpans[] = []
  const messages: PlacedMessage[] = []
  for (const listings of listOf(letter, printed(letter, grammar, stops))) {
    const known = listings.find(({ outcome }) => outcome !== null)
    if (!known) {
      messages.push(unknownOutcome(letter, listings[0]!.name))
      continue
    }
    messages.push(...listDoubts(listings, items.length))
    const { decision, start, end: until } = known.outcome!
    const own = discussions.find(discussed => isSame(letter.text, discussed, known))
    items.push({ heading: known.name, outcome: span(start, until), decision, ...(own?.parts ?? NO_PARTS) })
  }
  return { items, messages }
}

/** What all lists say of one item after another. */
function listOf({ text }: FoldedText, all: readonly ListedName[]): ListedName[][] {
  const items: ListedName[][] = []
  for (const listed of all) {
    const item = items.find(([first]) => isSame(text, first!, listed))
    if (item) item.push(listed)
    else items.push([listed])
  }
  return items
}

/** Lists that say different things of one item: the first counts, and a reader should look. */
function listDoubts(listings: readonly ListedName[], at: number): PlacedMessage[] {
  const known = listings.flatMap(({ outcome }) => outcome ?? [])
  if (known.some(({ decision }) => decision !== known[0]!.decision)) return [contradictingLists(at)]
  return known.length < listings.length || known.every(({ isDoubtful }) => isDoubtful) ? [doubtfulOutcome(at)] : []
}

/** Every listed item as often as it is printed. */
function printed(letter: FoldedText, grammar: ListedItems, stops: readonly number[]): ListedName[] {
  const openings = openingsOf(letter, grammar.opens)
  return openings.map(({ number, end }, at): ListedName => {
    const next = [openings[at + 1]?.start ?? letter.text.length, ...stops].filter(stop => stop > end)
    const range = span(end, Math.min(...next))
    const outcome = outcomeIn(letter, grammar.outcomes, range)
    const name = withoutComma(letter.text, span(end, outcome?.start ?? undecidedEnd(letter.text, range)))
    const doubt = outcome && name.end > name.start ? sentenceDoubt(letter.text, name, outcome, range.end) : 'unknown'
    return { number, name, outcome: doubt === 'unknown' ? null : { ...outcome!, isDoubtful: doubt === 'unusual' } }
  })
}

function withoutComma(text: string, range: Span): Span {
  const name = trimmed(text, range)
  return text[name.end - 1] === ',' ? trimmed(text, span(name.start, name.end - 1)) : name
}

/** Where the name ends in a sentence that does not decide: before its verb, or with it. */
function undecidedEnd(text: string, { start, end }: Span): number {
  const words = text.slice(start, Math.min(end, start + LONGEST_NAME))
  return start + (/ (?:is|are|was|were|has|have|can|cannot)\b|[.;](?= |$)|$/.exec(words)?.index ?? 0)
}

function discussionsOf(letter: FoldedText, grammar: ListedItems, end: number): Discussed[] {
  const openings = openingsOf(letter, grammar.reopens)
  return openings.map(({ number, end: from }, at): Discussed => {
    const until = openings[at + 1]?.start ?? Math.max(from, end)
    const labels = labelsOf(letter, grammar.labels, span(from, until))
    return { number, name: nameBefore(letter.text, from, labels[0]), parts: partsOf(letter.text, labels, until) }
  })
}

/** No letter seen has more than 21 items; it bounds what a hostile one can ask for. */
const MOST_ITEMS = 400

/** "2) Regarding the request for": from the number on. */
function openingsOf(letter: FoldedText, phrases: readonly string[]): (Span & { number: number | null })[] {
  const places = placesOfAny(letter, phrases).slice(0, MOST_ITEMS)
  return places.map(({ start, end }) => {
    const number = /(\d{1,2})[.)] ?$/.exec(letter.text.slice(Math.max(0, start - 6), start))
    return { number: number && Number(number[1]), start: start - (number?.[0].length ?? 0), end }
  })
}

/** What stands between the opening and the first label, without its colon; without a label, up to a colon. */
function nameBefore(text: string, from: number, label: ItemLabel | undefined): Span {
  const colon = text.indexOf(':', from)
  const range = trimmed(text, span(from, label?.start ?? (colon < 0 ? from : colon)))
  return text[range.end - 1] === ':' ? trimmed(text, span(range.start, range.end - 1)) : range
}

/** The same words; or, unless their numbers tell them apart, nearly the same, as bad copies damage them. */
function isSame(text: string, one: Naming, other: Naming): boolean {
  const [a, b] = [bareName(text, one.name), bareName(text, other.name)]
  if (a === b) return true
  const numbers = new Set([one.number, other.number])
  const mayBe = numbers.size === 1 ? !numbers.has(null) : numbers.has(null)
  const longest = Math.max(a.length, b.length)
  return mayBe && longest <= LONGEST_NAME && LevenshteinDistance(a, b) <= longest / 8
}

/** Longer names are compared as they stand. */
const LONGEST_NAME = 400

const bareName = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
