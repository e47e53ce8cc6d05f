import { matchesOf, type Span, span, verbatim } from '../document/index.ts'
import vocabulary from '../vocabulary/terms/occupations.json' with { type: 'json' }
import persons from '../vocabulary/wordings/persons.json' with { type: 'json' }
import type { CaseExtractor } from './extractor.ts'
import { patternsOf } from './language/named-patterns.ts'
import { sentences } from './language/sentences.ts'

/**
 * The worker's occupation in the words of the summary, without the article and words that describe the person:
 *
 *     a 41 year old right-handed warehouse worker who    => warehouse worker
 *     a 38 year old female, a bus driver, with           => bus driver
 *     she was working as a cashier when                  => cashier
 *
 * Only a known title counts, and only if nothing unknown follows it.
 */
export const occupation: CaseExtractor = {
  name: 'occupation',
  reads: 'summary',
  extract: text => {
    for (const { rule, wording, unless } of WORDINGS)
      for (const match of matchesOf(text, wording)) {
        const title = titleAt(text, match.index + match[0].length)
        if (title && !unless.test(sentenceBefore(text, match.index)))
          return { worker: { occupation: verbatim(text, title, rule) } }
      }
    return {}
  },
}

interface Wording {
  readonly rule: string
  /** Must end where a title may begin. */
  readonly wording: RegExp
  /** Words earlier in the sentence that make it someone else's occupation. */
  readonly unless: RegExp
}

const wording = patternsOf(persons.patterns)

const introducing = (rule: string, pattern: RegExp, unless = wording('not-the-job')): Wording => ({
  rule: `occupation/${rule}`,
  wording: new RegExp(pattern, 'gi'),
  unless,
})

/** Words that introduce a title, the most reliable first. */
const WORDINGS: readonly Wording[] = [
  introducing('beside-age', wording('job-beside-age')),
  introducing('beside-age', wording('job-beside-sex')),
  introducing('named', wording('job-of-worker')),
  introducing('named', wording('job-of-pronoun'), wording('not-the-job-of-worker')),
  introducing('label', wording('job-label')),
  introducing('work', wording('job-worked')),
]

/** How far back in a sentence to look, in characters. */
const BEFORE = 200

/** The sentence before `offset`; at the start of a sentence, the previous one. */
function sentenceBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - BEFORE), offset)
  const last = sentences(before).at(-1)
  return last ? before.slice(last.start, last.end) : ''
}

const TITLES = new Map(vocabulary.titles.map(({ title, alone = true }) => [title, { alone }]))
const ASIDE = new Set(vocabulary.aside)
const ENDS = new Set(vocabulary.ends)

/** No title has more words. */
const LONGEST = 6

/** The title that begins at `offset`, after a space and words that only describe a person; null if there is none. */
function titleAt(text: string, offset: number): Span | null {
  const words = wordsFrom(text, offset)
  const first = words.findIndex(word => !isAside(text, word, words.at(-1)!))
  const own = first < 0 ? [] : words.slice(first)
  const last = own.at(-1)
  const known = last && TITLES.get(wordAt(text, last).split('/').at(-1)!)
  if (!known || own.length > LONGEST || (own.length === 1 && !known.alone)) return null
  return span(own[0]!.start, last.end)
}

/** The words after `offset`, as long as they are separated by single spaces and none of them ends a title. */
function wordsFrom(text: string, offset: number): Span[] {
  const words: Span[] = []
  const WORD = / ([A-Za-z][A-Za-z'&/-]*)/y
  WORD.lastIndex = offset
  for (let match = WORD.exec(text); match && words.length < 2 * LONGEST; match = WORD.exec(text)) {
    if (ENDS.has(match[1]!.toLowerCase())) break
    words.push(span(match.index + 1, match.index + match[0].length))
  }
  return words
}

const wordAt = (text: string, { start, end }: Span): string => text.slice(start, end).toLowerCase()

/** "pleasant", "right-handed"; before a lower-case title also a company name. */
function isAside(text: string, word: Span, last: Span): boolean {
  const isName = /^[A-Z][a-z]/.test(text.slice(word.start, word.end)) && /[a-z]/.test(text[last.start]!)
  return ASIDE.has(wordAt(text, word)) || isName
}
