import { matchesOf, type Span, span } from '../../document/index.ts'
import { conceptOf, findSites, findTerms, isConditionWord, namesCondition } from '../../terminology/index.ts'
import type { Modifier, ModifierRule } from '../context/index.ts'
import { ELSEWHERE, GOVERNED } from './edges.ts'
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

const WORD = /[A-Za-z][A-Za-z'’-]*/g
/** A name has at most this many words before its last. */
const LONGEST = 5
const FUNCTION_WORD = /^(?:an?|and|as|at|both|but|by|due|for|from|had|has|he|her|his|in|its|no|not|of|on|or|out|rule|she|than|that|the|their|this|to|under|versus|was|with|without)$/i

/**
 * "Her gout limits what she can take.": named diseases in a sentence that no wording opens as a list. Only sentences
 * about the worker count, not those about tests, examinations, relatives or guidelines.
 */
export function mentionsIn(sentence: string): Statement[] {
  const words = matchesOf(sentence, WORD).map(({ 0: word, index }) => ({ word, ...span(index, index + word.length) }))
  const heads = words.flatMap(({ word }, index) => (namesCondition(word) ? [index] : []))
  if (heads.length === 0 || ELSEWHERE.test(sentence)) return []
  const modifiers = modifiersIn(sentence)
  const treatments = findTerms(sentence)
  return heads.flatMap(head => {
    const at = nameEndingAt(sentence, words, head)
    if (at === null || isGoverned(sentence, at, modifiers)) return []
    if (treatments.some(({ start, end }) => start <= at.end + 1 && end >= at.start)) return []
    return [{ opener: { ...at, rule: MENTIONED, category: 'present' as const }, list: at, modifiers }]
  })
}

/** The longest name of a disease that ends with the word `head`. */
function nameEndingAt(sentence: string, words: readonly (Span & { readonly word: string })[], head: number): Span | null {
  let first = head
  while (first > 0 && head - first < LONGEST && continues(sentence, words[first - 1]!, words[first]!)) first--
  const at = span(words[first]!.start, words[head]!.end)
  const name = sentence.slice(at.start, at.end)
  const concept = conceptOf(
    name,
    findSites(name).map(({ part }) => part.value),
  )
  return concept?.code && !concept.symptom && DISEASE.test(concept.code) ? at : null
}

const continues = (sentence: string, before: Span & { readonly word: string }, next: Span): boolean =>
  sentence.slice(before.end, next.start) === ' ' && !FUNCTION_WORD.test(before.word) && isConditionWord(before.word)

// Named diseases. What examinations find and accidents cause is too often not a diagnosis: joints and soft tissue (M),
// skin (L), signs (R), injuries (S, T).
const DISEASE = /^(?:[A-K]|N|O|M(?:0[5-9]|1[01]|79\.7|8[01]))/

/** "a risk of stroke", "no gout", "screening for cancer", "asthma medication" */
const isGoverned = (sentence: string, at: Span, modifiers: readonly Modifier[]): boolean =>
  GOVERNED.test(`${sentence.slice(Math.max(0, at.start - 60), at.start)}|${sentence.slice(at.end, at.end + 30)}`) ||
  modifiers.some(({ category, end, start }) => category !== 'present' && end <= at.start && at.start - start < 110)
