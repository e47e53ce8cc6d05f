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
import { contradictingLists, doubtfulOutcome, missingNumbers, unknownOutcome } from './faults.ts'
import type { ReadItems } from './labelled.ts'
import { type ItemLabel, type ItemParts, labelledParts, labelsOf } from './labels.ts'
import { type ItemOutcome, outcomeIn, sentenceDoubt } from './outcomes.ts'

/** A place that names an item, with the preceding number if there is one. */
interface Naming {
  readonly number: number | null
  readonly name: Span
}

/** A listed item; `outcome` is null if its sentence does not decide in the words of the form. */
interface ListedName extends Naming {
  readonly outcome: (ItemOutcome & { readonly isDoubtful: boolean }) | null
}

/** The part of the letter about one item. */
interface Discussed extends Naming {
  readonly parts: ItemParts
}

const NO_PARTS: ItemParts = { claimsAdministrator: null, reviewer: null, rationale: null }

/** Items are listed, often twice, and discussed further down under their names; each counts once. */
export function listedItems(
  letter: FoldedText,
  grammar: ListedItems,
  end: number,
  stops: readonly number[],
): ReadItems {
  const discussions = discussionsOf(letter, grammar, end)
  const items: ItemSpans[] = []
  const list = listOf(letter, printed(letter, grammar, stops))
  const messages = missingNumbers(list.map(listings => listings.find(({ number }) => number !== null)?.number ?? null))
  for (const listings of list) {
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

/** The items of all lists, without duplicates: for each, every place at which it is listed. */
function listOf({ text }: FoldedText, all: readonly ListedName[]): ListedName[][] {
  const items: ListedName[][] = []
  for (const listed of all) {
    const item = items.find(([first]) => isSame(text, first!, listed))
    if (item) item.push(listed)
    else items.push([listed])
  }
  return items
}

/** Reports lists that contradict each other on an item; the first one counts. */
function listDoubts(listings: readonly ListedName[], at: number): PlacedMessage[] {
  const known = listings.flatMap(({ outcome }) => outcome ?? [])
  if (known.some(({ decision }) => decision !== known[0]!.decision)) return [contradictingLists(at)]
  return known.length < listings.length || known.every(({ isDoubtful }) => isDoubtful) ? [doubtfulOutcome(at)] : []
}

/** Every listed item, as often as it is printed. */
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

/** Where the name ends in a sentence that does not decide: before its verb, or with the sentence. */
function undecidedEnd(text: string, { start, end }: Span): number {
  const words = text.slice(start, Math.min(end, start + LONGEST_NAME))
  return start + (/ (?:is|are|was|were|has|have|can|cannot)\b|[.;](?= |$)|$/.exec(words)?.index ?? 0)
}

function discussionsOf(letter: FoldedText, grammar: ListedItems, end: number): Discussed[] {
  const openings = openingsOf(letter, grammar.reopens)
  return openings.map(({ number, end: from }, at): Discussed => {
    const until = openings[at + 1]?.start ?? Math.max(from, end)
    const labels = labelsOf(letter, grammar.labels, span(from, until))
    return { number, name: nameBefore(letter.text, from, labels[0]), parts: labelledParts(letter.text, labels, until) }
  })
}

/** No letter read so far has more than 21 items; this limits the work on hostile input. */
const MOST_ITEMS = 400

/** "2) Regarding the request for": from the number on. */
function openingsOf(letter: FoldedText, phrases: readonly string[]): (Span & { number: number | null })[] {
  const places = placesOfAny(letter, phrases).slice(0, MOST_ITEMS)
  return places.map(({ start, end }) => {
    const number = /(\d{1,2})[.)] ?$/.exec(letter.text.slice(Math.max(0, start - 6), start))
    return { number: number && Number(number[1]), start: start - (number?.[0].length ?? 0), end }
  })
}

/** The text between the opening and the first label, without the colon; if there is no label, up to a colon. */
function nameBefore(text: string, from: number, label: ItemLabel | undefined): Span {
  const colon = text.indexOf(':', from)
  const range = trimmed(text, span(from, label?.start ?? (colon < 0 ? from : colon)))
  return text[range.end - 1] === ':' ? trimmed(text, span(range.start, range.end - 1)) : range
}

/** Whether two names are equal; or, unless their numbers differ, nearly equal, as in bad copies. */
function isSame(text: string, one: Naming, other: Naming): boolean {
  const [a, b] = [bareName(text, one.name), bareName(text, other.name)]
  if (a === b) return true
  const numbers = new Set([one.number, other.number])
  const mayBe = numbers.size === 1 ? !numbers.has(null) : numbers.has(null)
  const longest = Math.max(a.length, b.length)
  return mayBe && longest <= LONGEST_NAME && LevenshteinDistance(a, b) <= longest / 8
}

/** Longer names must be equal. */
const LONGEST_NAME = 400

/** Only letters and digits, by which copies of one name are compared. */
export const bareName = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
