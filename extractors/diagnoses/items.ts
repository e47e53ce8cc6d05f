import { type Span, span, trimmed } from '../../document/index.ts'
import { conceptOf, findSites, namesCondition, wordsOf } from '../../terminology/index.ts'
import { type Asserted, assertionOf, withoutModifiers } from '../language/assertion.ts'
import { type Joint, type ListItem, rejoin, splitList } from '../language/lists.ts'
import { BEHIND, CLOSING, NONE, OPENING, QUALIFIERS, TOGETHER } from './cues.ts'

/** One condition of a list: its words without cues, what joins it to the one before, and how it is asserted. */
export interface Item {
  readonly joint: Joint
  readonly at: Span
  readonly asserted: Asserted
}

const NOTHING: Asserted = { value: 'present', at: null, shared: false }

export function itemsOf(text: string, list: Span): Item[] {
  const parts = whole(text, list)
  const items: Item[] = []
  let before: Asserted = NOTHING
  for (const part of parts) {
    const own = againstNext(text, part) ?? assertionOf(text, part)
    // "possible tear and effusion": what "and" adds shares the doubt.
    before = !own.at && before.shared && (part.joint === 'and' || part.joint === 'and/or') ? before : own
    const at = bounded(text, withoutModifiers(text, bounded(text, part)))
    if (at.end > at.start && !NONE.test(text.slice(at.start, at.end)))
      items.push({ at, joint: part.joint, asserted: before })
  }
  return items
}

// "epicondylitis | vs. radial tunnel syndrome": the doubt is of both.
function againstNext(text: string, { end }: Span): Asserted | null {
  const cue = /^\W*(?:versus|vs)\b/i.exec(text.slice(end, end + 12))
  return cue && { value: 'possible', at: span(end, end + cue[0].length), shared: false }
}

/** The list divided into whole conditions: what a comma or "and" tears from its head word is put back. */
function whole(text: string, list: Span): ListItem[] {
  const fixed = together(text, list)
  const divided = rejoin(splitList(text, list), item => fixed.some(at => item.start > at.start && item.start <= at.end))
  return parted(text, sharing(text, forwards(text, backwards(text, divided))))
}

// "sprain and strain of the neck" and other wordings in which a separator divides nothing.
const together = (text: string, list: Span): Span[] =>
  Array.from(text.slice(list.start, list.end).matchAll(TOGETHER), match =>
    span(list.start + match.index, list.start + match.index + match[0].length + 1),
  )

// "radiculopathy, lumbosacral region", "sprain of the left hand and wrist": a fragment behind belongs to its head.
function backwards(text: string, items: readonly ListItem[]): ListItem[] {
  return rejoin(items, (item, previous) => {
    if (item.joint === ';' || !isFragment(text, item) || !namesCondition(textOf(text, previous))) return false
    if (opensNext(text, item, previous, items)) return false
    return item.joint === ',' || item.joint === ',and' || endsInSite(text, previous)
  })
}

/**
 * "low back pain, cervical and lumbar strain": "cervical" waits for the head that follows, and so do parts without more
 * behind a condition that has its own ("headaches, neck, and back pain"; but "dislocation, shoulder, and neck pain").
 */
function opensNext(text: string, item: ListItem, previous: ListItem, items: readonly ListItem[]): boolean {
  const phrase = textOf(text, item)
  const index = items.indexOf(item)
  const headed = items.findIndex((other, at) => at > index && !isFragment(text, other))
  const listed = item.joint === 'and' || headed > index + 1
  if (headed < 0 || REGION.test(phrase) || (listed && endsInSite(text, previous))) return false
  if (headed === index + 1) return items[headed]!.joint === 'and'
  return (
    items.slice(index, headed).every(other => isBarePart(text, other)) && findSites(textOf(text, previous)).length > 0
  )
}

// "radiculopathy, cervical region and neck pain": ICD-10-CM writes the region behind its condition.
const REGION = /\b(?:region|level|limb|encounter|parts?|unspecified|side|sequela|episode|type|specified)\b/i

const isBarePart = (text: string, item: ListItem): boolean =>
  item.joint !== ';' && wordsOf(withoutSites(textOf(text, item))).length === 0

// "cervical and lumbar strain", "shoulder, wrist, leg pain": fragments in front belong to the head that follows.
function forwards(text: string, items: readonly ListItem[]): ListItem[] {
  return rejoin(items, (item, previous) => item.joint !== ';' && isFragment(text, previous))
}

// "right knee sprain and contusion", "sprain and contusion of the knee": the part stands once for both, so they are one.
function sharing(text: string, items: readonly ListItem[]): ListItem[] {
  return rejoin(items, (item, previous) => {
    if (item.joint !== 'and') return false
    const [before, after] = [textOf(text, previous), textOf(text, item)]
    return needsPartOf(after, before) || needsPartOf(before, after)
  })
}

/** Whether `phrase` is a condition only at some part of the body, and `other` is one that names the part. */
function needsPartOf(phrase: string, other: string): boolean {
  const placed = findSites(other).map(({ part }) => part.value)
  if (placed.length === 0 || findSites(phrase).length > 0 || !namesCondition(phrase)) return false
  const alone = conceptOf(phrase, [])
  if (alone && (alone.code === null || !GENERIC.test(alone.code))) return false
  return [phrase, other].every(words => conceptOf(words, placed)?.code != null)
}

// Pain, and injuries of no place.
const GENERIC = /^(?:R52|T14)/

// "knee pain status post arthroscopy", "neck pain rule out disc herniation": a modifier within opens an item of its own.
const WITHIN =
  / (?=(?:status[- ]post|s\/p|rule[- ]out|r\/o|versus|vs\.?|with (?:derivative|associated|ancillary|alleged|secondary|additional) (?:[a-z]+ )?(?:complaints|issues|symptoms|allegations|conditions) of) )/gi

function parted(text: string, items: readonly ListItem[]): ListItem[] {
  return items.flatMap(item => {
    const cuts = Array.from(textOf(text, item).matchAll(WITHIN), ({ index }) => item.start + index)
    const starts = [item.start, ...cuts.filter(cut => namesCondition(text.slice(item.start, cut)))]
    return starts.map((start, index) => ({
      ...trimmed(text, span(start, starts[index + 1] ?? item.end)),
      joint: index === 0 ? item.joint : (',' as const),
    }))
  })
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end)

const ADJECTIVE = /[a-z](?:al|ular|ic|ive|oid|ous|ed|ary|ing)$/

/** Whether the words name no condition by themselves: parts of the body, sides, grades, or "…" before an adjective. */
export function isFragment(text: string, range: Span): boolean {
  const phrase = textOf(text, range)
  if (BEHIND.test(phrase)) return true
  if (namesCondition(phrase)) return false
  const words = wordsOf(withoutSites(phrase))
  if (words.length > 0 && words.at(-1) === wordsOf(phrase).at(-1) && ADJECTIVE.test(words.at(-1)!)) return true
  return words.every(word => QUALIFIERS.has(word) || ADJECTIVE.test(word) || /\d/.test(word))
}

function withoutSites(phrase: string): string {
  const spans = findSites(phrase).flatMap(({ part, side }) => [...part.spans, ...(side?.spans ?? [])])
  const letters = [...phrase]
  for (const { start, end } of spans) letters.fill(' ', start, end)
  return letters.join('')
}

/** "sprain of the left hand", "strain of muscle": more of the same kind may follow. */
function endsInSite(text: string, range: Span): boolean {
  const phrase = textOf(text, range)
  const last = wordsOf(phrase).at(-1)
  return (
    last !== undefined &&
    !namesCondition(last) &&
    (QUALIFIERS.has(last) || !wordsOf(withoutSites(phrase)).includes(last))
  )
}

/** Determiners, cue words, codes and punctuation at the edges are not of the condition. */
function bounded(text: string, range: Span): Span {
  let { start, end } = trimmed(text, range)
  for (let before = -1; before !== end - start; ) {
    before = end - start
    for (const opening of OPENING) start += opening.exec(text.slice(start, end))?.[0].length ?? 0
    for (const closing of CLOSING) end -= closing.exec(text.slice(start, end))?.[0].length ?? 0
  }
  return trimmed(text, { start, end: Math.max(start, end) })
}
