import { type Span, span } from '../../document/index.ts'
import { labels } from '../language/lists.ts'
import { findModifiers } from './status.ts'

// "1. ", "a) ", "• ", "- ": a sentence without any of these has no labels.
const MAYBE = /(?:^|[\s,;:(])(?:#?1\b|a[.)-]|i[.)])|[•●▪■◦‣∙·*|–—]\s/i
// "requested | 1. Norco", "has included: | a) Norco"
const NEXT = /^ ?:? ?(?=\(?(?:#?1|a|i)(?:[.):-]| )|[•●▪■◦‣∙·*|–—]\s)/i

/**
 * The sentence, of the same length, with a colon or semicolon for each label of the list that a modifier opens:
 *
 *     The provider requested 1. Norco 2. ice.
 *     The provider requested:   Norco;   ice.
 */
export function withoutLabels(sentence: string): string {
  if (!MAYBE.test(sentence)) return sentence
  const opener = findModifiers(sentence).find(
    ({ rule, end }) => rule.direction !== 'backward' && rule.direction !== 'pseudo' && NEXT.test(sentence.slice(end)),
  )
  const found = opener ? inOrder(sentence, opener.end) : []
  if (!opener || found.length < 2 || /[^\s:]/.test(sentence.slice(opener.end, found[0]!.start))) return sentence
  let read = sentence.slice(0, opener.end)
  for (const [index, { start, end }] of found.entries()) {
    const before = sentence
      .slice(read.length, start)
      .replace(/,? and $/, '')
      .trimEnd()
    const mark = index > 0 ? ';' : read.endsWith(':') ? ' ' : ':'
    read = (read + before + mark).padEnd(end)
  }
  return read + sentence.slice(read.length)
}

/** The labels from `start` on; numbers only if they count from 1, so "therapy (12) and ice (6)" has none. */
function inOrder(sentence: string, start: number): Span[] {
  const list = sentence.slice(start)
  const found: Span[] = []
  let count = 0
  for (const label of labels(list)
    .filter(({ joint }) => joint === ';')
    .sort((a, b) => a.start - b.start)) {
    const number = /\d+/.exec(list.slice(label.start, label.end))?.[0]
    if (number !== undefined && Number(number) !== count + 1) continue
    if (number !== undefined) count++
    if (label.start >= (found.at(-1)?.end ?? start) - start) found.push(span(start + label.start, start + label.end))
  }
  return found
}
