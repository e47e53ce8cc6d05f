import { isLast, itemOf, pick, put, type TextMutation } from './text-letter.ts'

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

/** Changes to the items of a letter: their outcomes, names, rationales and closing sentences. */
export const ITEM_MUTATIONS: readonly TextMutation[] = [...OUTCOMES, ...ITEMS, ...CLOSINGS]
