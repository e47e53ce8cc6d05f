import { matchesOf, type Span, span } from '../../document/index.ts'
import { conceptOf, findSites, findTerms, isConditionWord, namesCondition } from '../../terminology/index.ts'
import type { Modifier, ModifierRule } from '../context/index.ts'
import { COMPLAINT, ELSEWHERE, GOVERNED, UNRELATED, wording } from './edges.ts'
import { modifiersIn, type Statement } from './statements.ts'

/** What a mention counts as: a disease that the worker has. */
const MENTIONED: ModifierRule = {
  id: 'mentioned',
  category: 'present',
  direction: 'forward',
  maxScope: null,
  terminatedBy: [],
  opens: 'diseases',
  example: 'Her {gout} limits what she can take.',
}

const WORD = /[A-Za-z0-9][A-Za-z0-9'’-]*/g
/** No sentence names more; it limits what a hostile text can cost. */
const MOST = 20
/** A name has at most this many words before its last. */
const LONGEST = 5
const FUNCTION_WORD = wording('function-word')

/** Where the summary lists no diagnoses, what is only told is taken for one. */
const TOLD: ModifierRule = { ...MENTIONED, opens: 'purposes' }

/** What follows a label of any kind. */
const HEADED: ModifierRule = { ...MENTIONED, id: 'headed', opens: 'led', example: 'Working list: {gout} and asthma.' }
const LABEL = /^[A-Z][^:;.]{1,60}: (?=\S)/

/**
 * "Her gout limits what she can take.": named diseases in a sentence that no wording opens as a list. Only sentences
 * about the worker count, not those about tests, examinations, relatives or guidelines.
 *
 * @param listed - whether the summary lists diagnoses; where none are, injuries and findings that are only mentioned count
 */
export function mentionsIn(sentence: string, listed: boolean): Statement[] {
  const label = LABEL.exec(sentence)?.[0]
  if (label !== undefined && !ELSEWHERE.test(label) && !UNRELATED.test(label)) {
    const opener = { ...span(0, label.length), rule: HEADED, category: 'present' as const }
    return [{ opener, list: span(label.length, sentence.length), modifiers: modifiersIn(sentence) }]
  }
  const names = namesIn(sentence, listed ? DISEASE : ANY)
  if (names.length === 0) return []
  const modifiers = modifiersIn(sentence)
  const treatments = findTerms(sentence)
  return names.flatMap((at, index) => {
    const isPart = (names[index + 1]?.start ?? at.end) < at.end
    if (isPart || isGoverned(sentence, at, modifiers)) return []
    if (treatments.some(({ start, end }) => start <= at.end + 1 && end >= at.end)) return []
    const list = withPlace(sentence, at)
    const rule = listed || DENIES.test(sentence) ? MENTIONED : TOLD
    return [{ opener: { ...list, rule, category: 'present' as const }, list, modifiers }]
  })
}

/** In capitals it is multiple sclerosis. */
const TITLE = 'Ms'

/** The names of diseases in a sentence about the worker; one may be part of the next. */
function namesIn(sentence: string, codes: RegExp): Span[] {
  const words = matchesOf(sentence, WORD).map(({ 0: word, index }) => ({ word, ...span(index, index + word.length) }))
  const heads = words.flatMap(({ word }, index) => (namesCondition(word) && word !== TITLE ? [index] : []))
  if (heads.length === 0 || ELSEWHERE.test(sentence)) return []
  return heads.slice(0, MOST).flatMap(head => nameEndingAt(sentence, words, head, codes) ?? [])
}

/** The longest name of a disease that ends with the word `head`. */
function nameEndingAt(
  sentence: string,
  words: readonly (Span & { readonly word: string })[],
  head: number,
  codes: RegExp,
): Span | null {
  let first = head
  while (first > 0 && head - first < LONGEST && continues(sentence, words[first - 1]!, words[first]!)) first--
  const at = span(words[first]!.start, words[head]!.end)
  const name = sentence.slice(at.start, at.end)
  const concept = conceptOf(
    name,
    findSites(name).map(({ part }) => part.value),
  )
  return concept?.code && !concept.symptom && codes.test(concept.code) && !isComplaint(name) ? at : null
}

/** "osteoarthritis of the left knee" */
function withPlace(sentence: string, { start, end }: Span): Span {
  const words = PLACE.exec(sentence.slice(end))?.[0].split(' ') ?? []
  for (let length = words.length; length > 2; length--) {
    const place = words.slice(0, length).join(' ')
    if (findSites(place).length > 0 && isConditionWord(place)) return span(start, end + place.length)
  }
  return span(start, end)
}

const PLACE = wording('in-place')

const continues = (sentence: string, before: Span & { readonly word: string }, next: Span): boolean =>
  sentence.slice(before.end, next.start) === ' ' && !FUNCTION_WORD.test(before.word) && isConditionWord(before.word)

// Named diseases. What examinations find and accidents cause is too often not a diagnosis: joints and soft tissue (M),
// skin (L), signs (R), injuries (S, T).
const DISEASE = /^(?:[A-K]|N|O|M(?:0[5-9]|1[01]|79\.7|8[01]))/

const ANY = /^(?!Z|R|T07|T14|M25|M62|L9)/
const NIGHTMARES = wording('told-complaint')
const isComplaint = (name: string): boolean => COMPLAINT.test(name) || NIGHTMARES.test(name)

/** "No gout, no asthma.": a sentence without a verb; "No gout was noted." is said of an examination. */
const DENIES = wording('denies')

/** "a risk of stroke", "has no gout", "screening for cancer", "asthma medication"; but "No gout." denies it. */
const isGoverned = (sentence: string, at: Span, modifiers: readonly Modifier[]): boolean =>
  !DENIES.test(sentence) &&
  (GOVERNED.test(`${sentence.slice(Math.max(0, at.start - 60), at.start)}|${sentence.slice(at.end, at.end + 30)}`) ||
    modifiers.some(each => DENYING.has(each.category) && each.end <= at.start && reaches(sentence, each, at)))

// "did not smoke, and was on lisinopril for | hypertension": another statement has begun.
const reaches = (sentence: string, { start, end }: Modifier, at: Span): boolean =>
  at.start - start < 110 && !NEW_PREDICATE.test(sentence.slice(end, at.start))
const NEW_PREDICATE = wording('new-predicate')

const DENYING: ReadonlySet<string> = new Set(['negated', 'hypothetical', 'pseudo'])
