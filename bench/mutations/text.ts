import type { CaseRecord, Span } from '../../document/index.ts'
import type { Chance } from './chance.ts'

/** A letter as text, with what was read of it. */
export interface TextLetter {
  readonly text: string
  readonly record: CaseRecord
}

/** A kind of change to the text of a letter; null where this letter cannot have it. */
export interface TextMutation {
  readonly name: string
  readonly mutate: (letter: TextLetter, chance: Chance, others: readonly TextLetter[]) => string | null
}

const pick = <T>(from: readonly T[], chance: Chance): T | undefined => from[Math.floor(chance() * from.length)]

const put = (text: string, { start, end }: Span, words: string): string =>
  text.slice(0, start) + words + text.slice(end)

/** Where a value stands, from its first word to its last. */
function placeOf({ record }: TextLetter, pointer: string): Span | null {
  const places = record.evidence[pointer] ?? []
  if (places.length === 0) return null
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) }
}

/** The places of the parts of one item, by chance. */
function itemOf(letter: TextLetter, chance: Chance, fits: (at: number, count: number) => boolean = () => true) {
  const all = letter.record.disputedItems.map((_, at) => at).filter(at => fits(at, letter.record.disputedItems.length))
  const at = pick(all, chance)
  if (at === undefined) return null
  const [name, decision, rationale] = (['text', 'decision', 'rationale'] as const).map(part =>
    placeOf(letter, `/disputedItems/${at}/${part}`),
  )
  return name && decision && rationale && name.end <= rationale.start
    ? { at, name, decision, rationale, whole: { start: name.start, end: rationale.end } }
    : null
}

/** Other words in place of an outcome of form D or E. */
const outcome = (name: string, words: (says: string, other: string) => string): TextMutation => ({
  name: `outcome: ${name}`,
  mutate: (letter, chance) => {
    const item = itemOf(letter, chance)
    const says = item && letter.text.slice(item.decision.start, item.decision.end)
    if (!item || !/^(?:Upheld|Overturned)$/i.test(says!)) return null
    return put(letter.text, item.decision, words(says!, /^u/i.test(says!) ? 'Overturned' : 'Upheld'))
  },
})

const OUTCOMES: readonly TextMutation[] = [
  outcome('negated', says => `Not ${says}`),
  outcome('negated by a verb', says => `was not ${says.toLowerCase()}`),
  outcome('neither', says => `Neither ${says}`),
  outcome('in part', says => `Partially ${says}`),
  outcome('two different words', (says, other) => `${other}, ${says}`),
  outcome('corrected', (says, other) => `${says} (corrected from ${other})`),
  outcome('another word', () => 'Modified'),
  outcome('misspelt', says => `${says.slice(0, 3)}${says.slice(4)}`),
  outcome('missing', () => ''),
  outcome('changed to the opposite', (_says, other) => other),
]

const isLast = (at: number, count: number): boolean => at === count - 1

const ITEMS: readonly TextMutation[] = [
  {
    name: 'item: name missing',
    mutate: (letter, chance) => {
      const item = itemOf(letter, chance)
      return item && put(letter.text, item.name, '')
    },
  },
  {
    name: 'item: removed',
    mutate: (letter, chance) => {
      const item = itemOf(letter, chance)
      return item && put(letter.text, item.whole, '')
    },
  },
  {
    name: 'item: duplicated',
    mutate: (letter, chance) => {
      const item = itemOf(letter, chance)
      if (!item) return null
      const { start, end } = item.whole
      return put(letter.text, { start: end, end }, `\n\n${letter.text.slice(start, end)}`)
    },
  },
  {
    name: 'item: an item of another letter appended',
    mutate: (letter, chance, others) => {
      const other = pick(others, chance)
      const item = other && itemOf(other, chance, isLast)
      const own = itemOf(letter, chance, isLast)
      if (!item || !own) return null
      const words = other.text.slice(item.whole.start, item.whole.end)
      return put(letter.text, { start: own.whole.end, end: own.whole.end }, `\n\n${words}`)
    },
  },
  {
    name: 'rationale: cut within a sentence, not the last',
    mutate: (letter, chance) => {
      const item = itemOf(letter, chance, (at, count) => !isLast(at, count))
      if (!item) return null
      const { start, end } = item.rationale
      const from = start + Math.floor((0.2 + 0.6 * chance()) * (end - start))
      return put(letter.text, { start: letter.text.indexOf(' ', from), end }, '')
    },
  },
  {
    name: 'rationale: cut after a sentence, not the last',
    mutate: (letter, chance) => {
      const item = itemOf(letter, chance, (at, count) => !isLast(at, count))
      if (!item) return null
      const { start, end } = item.rationale
      const stops = Array.from(
        letter.text.slice(start, end - 1).matchAll(/\.(?=\s+[A-Z])/g),
        ({ index }) => start + index + 1,
      )
      const from = pick(stops, chance)
      return from === undefined ? null : put(letter.text, { start: from, end }, '')
    },
  },
  {
    name: 'rationale: cut off, the last',
    mutate: (letter, chance) => {
      const item = itemOf(letter, chance, isLast)
      if (!item) return null
      const { start, end } = item.rationale
      return letter.text.slice(0, start + Math.floor((0.1 + 0.7 * chance()) * (end - start)))
    },
  },
]

/** The last sentence of a rationale that decides, said otherwise. */
const closing = (name: string, from: RegExp, to: string): TextMutation => ({
  name: `closing: ${name}`,
  mutate: (letter, chance) => {
    const item = itemOf(letter, chance)
    if (!item) return null
    const { start, end } = item.rationale
    const words = letter.text.slice(start, end)
    const changed = words.replace(from, to)
    return changed === words ? null : put(letter.text, item.rationale, changed)
  },
})

const CLOSINGS: readonly TextMutation[] = [
  closing('negated', /\bis(\s+)medically(\s+)necessary(?=[\s\S]{0,30}$)/, 'is$1not medically$2necessary'),
  closing('not negated', /\bis(\s+)not(\s+)medically(\s+)necessary(?=[\s\S]{0,30}$)/, 'is$1medically$3necessary'),
  closing(
    'a part is necessary',
    /[^.]*\bmedically(\s+)necessary[^.]{0,30}\.\s*$/,
    ' A modified quantity of two is medically necessary.',
  ),
]

const HEADS: readonly TextMutation[] = [
  {
    name: 'head: missing',
    mutate: ({ text }) => {
      const end = text.search(/HOW\s+THE\s+IMR|ISSUE\s+AT\s+DISPUTE|INDEPENDENT\s+MEDICAL\s+REVIEW\s+DECISION/)
      return end > 0 && /Case Number/.test(text.slice(0, end)) ? text.slice(end) : null
    },
  },
  {
    name: 'head: a second case number',
    mutate: ({ text, record: { caseNumber } }) =>
      caseNumber === null ? null : text.replace(caseNumber, `${caseNumber} Case Number: ${otherNumber(caseNumber)}`),
  },
  {
    name: 'head: another case number on a later page',
    mutate: (letter, chance) => {
      const { caseNumber } = letter.record
      const item = itemOf(letter, chance)
      if (caseNumber === null || !item) return null
      const { start } = item.whole
      return put(
        letter.text,
        { start, end: start },
        `Final Determination Letter for IMR Case Number ${otherNumber(caseNumber)}\n\n`,
      )
    },
  },
  {
    name: 'head: decided in 2061',
    mutate: letter => {
      const place = placeOf(letter, '/dates/decision')
      return place && put(letter.text, place, letter.text.slice(place.start, place.end).replace(/\d\d$/, '61'))
    },
  },
  {
    name: 'head: both priorities',
    mutate: letter => {
      const place = placeOf(letter, '/priority')
      return place && put(letter.text, place, 'Expedited Standard')
    },
  },
  {
    name: 'head: the day of a date missing',
    mutate: (letter, chance) => {
      const field = pick(['injury', 'urDenial', 'applicationReceived', 'assigned', 'decision'], chance)
      const place = placeOf(letter, `/dates/${field}`)
      return place && put(letter.text, place, '')
    },
  },
]

const otherNumber = (number: string): string => number.replace(/\d$/, digit => String((Number(digit) + 1) % 10))

/** The fixed words of the forms, and what a line of print can lose. */
const FIXED =
  /(?:The (?:expert|physician) reviewer developed[^:]{0,200}:|The Final Determination was based[^:]{0,120}:|HOW\s+THE\s+IMR\s+FINAL\s+DETERMINATION\s+WAS\s+MADE|CLINICAL\s+CASE\s+SUMMARY|IMR\s+ISSUES,\s+DECISIONS\s+AND\s+RATIONALES|Claims\s+Administrator\s+guideline:|MAXIMUS\s+guideline:|Decision\s+rationale:|State\(s\) of Licensure:|Certification\(s\)\/Specialty:)/g

const lines = (text: string): Span[] =>
  Array.from(text.matchAll(/[^\n\f]*\S[^\n\f]*\n?/g), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))

const TEXTS: readonly TextMutation[] = [
  {
    name: 'a state code that does not exist',
    mutate: letter => {
      const place = placeOf(letter, '/reviewer/statesOfLicensure/0')
      return place && put(letter.text, place, 'Calizona')
    },
  },
  {
    name: 'fixed wording missing',
    mutate: ({ text }, chance) => {
      const found = pick([...text.matchAll(FIXED)], chance)
      return found ? put(text, { start: found.index, end: found.index + found[0].length }, '') : null
    },
  },
  {
    name: 'first lines of the summary missing',
    mutate: ({ text }, chance) => {
      const found = /The (?:expert|physician) reviewer developed/.exec(text)
      if (!found) return null
      return put(text, { start: found.index, end: found.index + 80 + Math.floor(chance() * 200) }, '')
    },
  },
  {
    name: 'a line missing',
    mutate: ({ text }, chance) => {
      const line = pick(lines(text), chance)
      return line ? put(text, line, '') : null
    },
  },
  {
    name: 'two lines swapped',
    mutate: ({ text }, chance) => {
      const all = lines(text)
      const at = Math.floor(chance() * (all.length - 1))
      const [first, second] = [all[at], all[at + 1]]
      if (!first || !second) return null
      return put(
        text,
        { start: first.start, end: second.end },
        text.slice(second.start, second.end) + text.slice(first.start, first.end),
      )
    },
  },
]

export const TEXT_MUTATIONS: readonly TextMutation[] = [...OUTCOMES, ...ITEMS, ...CLOSINGS, ...HEADS, ...TEXTS]
