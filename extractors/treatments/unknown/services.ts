import { overlap, type Span, span } from '../../../document/index.ts'
import { findHeadingTerms, findSites, namesCondition } from '../../../terminology/index.ts'
import wordings from '../../../vocabulary/context/mentions.json' with { type: 'json' }
import type { Modifier } from '../../context/index.ts'
import { type ListItem, splitList } from '../../language/lists.ts'
import { patternsOf } from '../../language/named-patterns.ts'
import { type Hit, unlisted } from '../hit.ts'

const wording = patternsOf(wordings)

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
const LEAD = wording('before-service')
// One to four words, of which the last may be a noun: no verb, no pronoun, no date, no adverb.
const NAME = wording('service-name')
// "of", "with relief", "due to pain": what qualifies the item before.
const QUALIFYING = wording('qualifying')

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
