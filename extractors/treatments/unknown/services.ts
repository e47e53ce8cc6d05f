import { overlap, type Span, span } from '../../../document/index.ts'
import { findHeadingTerms, findSites, namesCondition } from '../../../terminology/index.ts'
import type { Modifier } from '../../context/index.ts'
import { type ListItem, splitList } from '../../language/lists.ts'
import { type Hit, unlisted } from '../hit.ts'

/**
 * "Treatment to date has included physical therapy, sound bathing, and Norco": a list that is said to be of treatments
 * makes a treatment of every noun phrase between two that are known.
 */
export function withUnknownServices(sentence: string, modifiers: readonly Modifier[], hits: Hit[]): Hit[] {
  const opener = modifiers.find(({ rule }) => LISTS.has(rule.id))
  if (!opener) return hits
  const items = splitList(sentence, span(opener.end, sentence.length)).slice(0, MOST)
  const known = items.map(item => hits.some(hit => overlap(hit, item)))
  const unknown = items.flatMap((item, at) => (isListed(items, known, at) ? unknownService(sentence, item) : []))
  return unknown.length === 0 ? hits : [...hits, ...unknown].sort((a, b) => a.start - b.start)
}

/** Whether commas part an unknown item from known ones; "activity and work modifications" may be one thing. */
function isListed(items: readonly ListItem[], known: readonly boolean[], at: number): boolean {
  const next = items[at + 1]
  const last = at > 0 && known[at - 1]! && items[at - 1]!.joint !== 'first'
  if (known[at] || (at > 0 && !known[at - 1]) || known[at + 1] === false) return false
  return next ? next.joint !== 'and' : last
}

/** Openers of lists of which every item is a treatment. */
const LISTS: ReadonlySet<string> = new Set([
  'treatment-included', 'treatment-to-date', 'past-treatment', 'treatment-received', 'conservative-care', 'plan-included', 'the-plan', 'future-care'
]) // biome-ignore format: a list

/** No such list is longer; this limits the work on a hostile sentence. */
const MOST = 60

// "a trial of sound bathing", "use of a bathtub rail"
const LEAD = /^(?:(?:an?|the|use of|(?:a )?trial of|of|also|some|new)\s+)*/i
// One to four words, of which the last may be a noun: no verb, no pronoun, no date, no adverb.
const NAME =
  /^(?![a-z]+ed$)(?!.*\b(?:[a-z]+ly|an?|the|and|or|is|are|was|were|be|been|has|have|had|he|she|it|they|his|her|but|not|no|all|any|other|others|more|such|both|each|time|times|today|possible|probable|plan|action|activity|one|two|three|four|five|six|seven|eight|nine|ten|january|february|march|april|may|june|july|august|september|october|november|december)\b)[a-z][a-z'/-]{2,}(?: [a-z'/-]{3,}){0,3}$/i
// "of", "with relief", "due to pain": what qualifies the item before.
const QUALIFYING =
  /\b(?:about|after|as|at|because|before|by|due|during|for|from|if|in|into|of|on|once|over|per|since|than|that|this|through|to|until|up|when|where|which|while|who|with|without)\b/i

function unknownService(sentence: string, item: ListItem): Hit[] {
  const at = withoutLead(sentence, item)
  const name = sentence.slice(at.start, at.end)
  if (!NAME.test(name) || QUALIFYING.test(name) || namesCondition(name) || findSites(name).length > 0) return []
  const [named] = findHeadingTerms(name)
  return [{ ...at, term: unlisted({ kind: named?.term.kind ?? 'other', concept: name.toLowerCase(), use: 'listed' }) }]
}

function withoutLead(sentence: string, { start, end }: Span): Span {
  const words = sentence.slice(start, end)
  return span(start + LEAD.exec(words)![0].length, start + words.replace(/[.:]$/, '').length)
}
