import { type Span, span, textOf, trimmed } from '../../document/index.ts'
import { findTerms, namesCondition } from '../../terminology/index.ts'
import type { Modifier } from '../context/index.ts'
import type { Joint } from '../language/lists.ts'
import { completeItems } from './complete-items.ts'
import { CLOSING, NONE, OPENING, wording } from './edges.ts'

/** One condition of a list, without modifiers at its edges, and what joins it to the one before. */
export interface Item {
  readonly joint: Joint
  readonly at: Span
  /** The words that modifiers apply to: from the first word that is more than a modifier or a grade. */
  readonly target: Span
}

/** The conditions in a list of a sentence. */
export function itemsOf(text: string, list: Span, modifiers: readonly Modifier[]): Item[] {
  return completeItems(text, list, modifiers).flatMap(part => {
    const at = untreated(text, bounded(text, withoutModifiers(text, bounded(text, part), modifiers)))
    if (at.end <= at.start || NONE.test(text.slice(at.start, at.end))) return []
    return [{ at, target: targetOf(text, at, modifiers), joint: part.joint }]
  })
}

/**
 * The item without modifiers at its edges: "possible wrist sprain" and "wrist sprain, resolved" are both wrist sprain.
 */
function withoutModifiers(text: string, range: Span, modifiers: readonly Modifier[]): Span {
  let { start, end } = range
  for (const modifier of modifiers) if (leads(text, start, end, modifier)) start = modifier.end
  for (const modifier of modifiers.toReversed())
    if (closes(text, start, end, modifier))
      end = start + text.slice(start, modifier.start).replace(/[\s(]+$/, '').length
  return span(start, end)
}

const leads = (text: string, start: number, end: number, modifier: Modifier): boolean =>
  modifier.end > start && modifier.end < end && !/\w/.test(text.slice(start, Math.max(start, modifier.start)))

const closes = (text: string, start: number, end: number, modifier: Modifier): boolean =>
  modifier.start > start && modifier.start < end && !/\w/.test(text.slice(Math.min(end, modifier.end), end))

// "acute possible tear": a modifier inside the name applies to the rest if only a grade or a side precedes it.
function targetOf(text: string, at: Span, modifiers: readonly Modifier[]): Span {
  const within = modifiers.find(({ start, end }) => start > at.start && end < at.end)
  return within && GRADED.test(text.slice(at.start, within.start)) ? span(within.end, at.end) : at
}

const GRADED = wording('graded')

// "anemia with iron tablets": what a condition is treated with is not part of its name.
function untreated(text: string, at: Span): Span {
  const words = textOf(text, at)
  const link = words.search(/ with (?!or\b)/i)
  if (link < 0 || namesCondition(words.slice(link))) return at
  const given = findTerms(words.slice(link)).some(({ term }) => GIVEN.has(term.kind))
  return given ? span(at.start, at.start + link) : at
}

const GIVEN: ReadonlySet<string> = new Set(['medication', 'therapy', 'behavioral', 'device', 'injection'])

/** Strips determiners, cue words, codes and punctuation at the edges, which are not part of the condition. */
function bounded(text: string, range: Span): Span {
  let { start, end } = trimmed(text, range)
  for (let before = -1; before !== end - start; ) {
    before = end - start
    for (const opening of OPENING) start += opening.exec(text.slice(start, end))?.[0].length ?? 0
    for (const closing of CLOSING) end -= closing.exec(text.slice(start, end))?.[0].length ?? 0
  }
  return trimmed(text, closed(text, { start, end: Math.max(start, end) }))
}

/** "shoulder pain (", "rotator cuff tear)": a bracket whose other half is in another item. */
function closed(text: string, { start, end }: Span): Span {
  const phrase = textOf(text, { start, end })
  if (/^[^(]*\)$/.test(phrase)) return { start, end: end - 1 }
  return phrase.lastIndexOf('(') > phrase.lastIndexOf(')') && /[( ]$/.test(phrase)
    ? { start, end: start + phrase.lastIndexOf('(') }
    : { start, end }
}
