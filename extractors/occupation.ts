import { matchesOf, type Span, span, verbatim } from '../document/index.ts'
import vocabulary from '../vocabulary/terms/occupations.json' with { type: 'json' }
import type { CaseExtractor } from './extractor.ts'
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

/** Other people who work, and what is not, no longer, or not yet the worker's occupation. */
const ANOTHER =
  /\b(?:wife|husband|spouse|partner|sons?|daughters?|sister|brother|mother|father|parents?|friend|co-?worker|previous(?:ly)?|formerly|past|wants?|wish(?:es)?|hopes?|plans?|like|able|retrain(?:ed|ing)?|trained|training|never|not)\b/i
const ANOTHER_OR_DOCTOR = new RegExp(
  String.raw`${ANOTHER.source}|\b(?:dr|doctor|physician|surgeon|provider|therapist|reviewer)\b`,
  'i',
)

/** Words that introduce a title, the most reliable first. */
const WORDINGS: readonly Wording[] = [
  // "a 41 year old", "a 38-year-old", "a 45 y/o", "aged 52"
  {
    rule: 'occupation/beside-age',
    wording: /(?:\b(?:year|yr)s?[ -]{0,2}(?:old|of age)|\d ?(?:y\/o|yo)|\baged? \d{1,3})\b/gi,
    unless: ANOTHER,
  },
  // "a 41 year old woman, a", "a 38 year old right-handed male who is a"
  {
    rule: 'occupation/beside-age',
    wording:
      /\b(?:year|yr)s?[ -]{0,2}old(?:,? (?:male|female|man|woman|gentleman|lady|(?:right|left)[ -]hand(?:ed)?|dominant)){0,3}(?:,| who (?:is|was)| and) an?\b/gi,
    unless: ANOTHER,
  },
  // "The injured worker is a", "The patient, a"
  {
    rule: 'occupation/named',
    wording: /\b(?:injured worker|patient|claimant|applicant|employee)(?:,| (?:is|was)) an?\b/gi,
    unless: ANOTHER,
  },
  // "He is a"
  { rule: 'occupation/named', wording: /(?:^|\. )(?:he|she) (?:is|was) an?\b/gi, unless: ANOTHER_OR_DOCTOR },
  // "Occupation:", "her occupation was listed as", "whose job title is", "his position is that of a"
  {
    rule: 'occupation/label',
    wording:
      /\b(?:occupation|profession|job title|(?:his|her|whose) (?:job|position|trade))(?: ?:| (?:is|was|of)(?: (?:listed|documented|noted|given) as)?)(?: (?:that of )?an?\b)?/gi,
    unless: ANOTHER,
  },
  // "works as a", "has been employed for ten years as", "in his job as a", "the duties of a"
  {
    rule: 'occupation/work',
    wording:
      /\b(?:(?:works?|worked|working|employed|employment|job|career|position|capacity|role|hired)(?: [\w-]{1,20}){0,6} as|(?:job|duties|work) of)(?: an?\b)?/gi,
    unless: ANOTHER,
  },
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
