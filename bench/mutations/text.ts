import type { Span } from '../../document/index.ts'
import { ITEM_MUTATIONS } from './item-mutations.ts'
import { itemOf, pick, placeOf, put, type TextMutation } from './text-letter.ts'

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

/** All changes to the text of a letter. */
export const TEXT_MUTATIONS: readonly TextMutation[] = [...ITEM_MUTATIONS, ...HEADS, ...TEXTS]
