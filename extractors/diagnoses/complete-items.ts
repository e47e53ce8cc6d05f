import { matchesOf, type Span, shift, span, textOf, trimmed } from '../../document/index.ts'
import { conceptOf, findSites, findTitles, namesCondition, phraseWords } from '../../terminology/index.ts'
import type { Modifier } from '../context/index.ts'
import { type ListItem, rejoin, splitList } from '../language/lists.ts'
import { ALIKE, BEHIND, QUALIFIERS, TOGETHER, wording } from './edges.ts'

/** The list split into complete conditions: what a comma or "and" separated from its head word is rejoined. */
export function completeItems(text: string, list: Span, modifiers: readonly Modifier[]): ListItem[] {
  const fixed = together(text, list)
  const divided = rejoin(splitList(text, list), item => fixed.some(at => item.start > at.start && item.start <= at.end))
  return parted(text, modifiers, sharing(text, forwards(text, backwards(text, divided))))
}

// "sprain and strain of the neck", "dizziness and giddiness": wordings whose separators do not separate, and titles of
// ICD-10-CM.
function together(text: string, list: Span): Span[] {
  const words = text.slice(list.start, list.end)
  const wordings = matchesOf(words, TOGETHER).map(({ 0: { length }, index }) => span(index, index + length + 1))
  const titles = findTitles(words).filter(
    ({ start, end }) => BEFORE.test(words.slice(0, start)) && AFTER.test(words.slice(end)),
  )
  return [...wordings, ...titles].map(at => shift(at, list.start))
}

// A title must be a whole item: "elbow tendinitis, right shoulder | bursitis" only contains one by chance.
const BEFORE = wording('before-title')
const AFTER = wording('after-title')

// "radiculopathy, lumbosacral region", "sprain of the left hand and wrist": a trailing fragment belongs to its head.
function backwards(text: string, items: readonly ListItem[]): ListItem[] {
  return rejoin(items, (item, previous) => {
    if (item.joint === ';' || !isFragment(text, item) || !namesCondition(textOf(text, previous))) return false
    if (opensNext(text, item, previous, items)) return false
    // "a bite of the hand, and with anxiety": what "and" adds is another condition.
    if (item.joint !== ',' && /^with\b/i.test(textOf(text, item))) return false
    return item.joint === ',' || item.joint === ',and' || endsInSite(text, previous)
  })
}

/**
 * "low back pain, cervical and lumbar strain": "cervical" belongs to the head that follows. So do bare parts after a
 * condition that has its own ("headaches, neck, and back pain"; but not in "dislocation, shoulder, and neck pain").
 */
function opensNext(text: string, item: ListItem, previous: ListItem, items: readonly ListItem[]): boolean {
  const phrase = textOf(text, item)
  const index = items.indexOf(item)
  const headed = items.findIndex((other, at) => at > index && !isFragment(text, other))
  const listed = item.joint === 'and' || headed > index + 1
  if (headed < 0 || REGION.test(phrase) || (listed && endsInSite(text, previous))) return false
  // "lateral epicondylitis, right elbow and medial epicondylitis": a noun may be the place of what precedes it.
  if (headed === index + 1) return items[headed]!.joint === 'and' && (!isNoun(text, item) || isPlaced(text, previous))
  return (
    items.slice(index, headed).every(other => isBarePart(text, other)) && findSites(textOf(text, previous)).length > 0
  )
}

const isNoun = (text: string, item: ListItem): boolean =>
  isBarePart(text, item) && !ADJECTIVE.test(phraseWords(textOf(text, item)).at(-1) ?? '')

/** Whether a phrase names its own place, and not only implies it. */
const isPlaced = (text: string, at: Span): boolean =>
  findSites(textOf(text, at)).some(({ part }) => part.rule !== 'sites/implied')

// "radiculopathy, cervical region and neck pain": ICD-10-CM appends the region to its condition.
const REGION = wording('appended-region')

const isBarePart = (text: string, item: ListItem): boolean =>
  item.joint !== ';' && phraseWords(withoutSites(textOf(text, item))).length === 0

// "cervical and lumbar strain", "shoulder, wrist, leg pain": leading fragments belong to the head that follows.
function forwards(text: string, items: readonly ListItem[]): ListItem[] {
  return rejoin(items, (item, previous) => item.joint !== ';' && isFragment(text, previous))
}

// "right knee sprain and contusion", "sprain and contusion of the knee": the part is stated once for both, so they are
// one item.
function sharing(text: string, items: readonly ListItem[]): ListItem[] {
  return rejoin(items, (item, previous) => {
    if (item.joint !== 'and') return false
    const [before, after] = [textOf(text, previous), textOf(text, item)]
    return needsPartOf(after, before) || needsPartOf(before, after) || isOneKind(before, after)
  })
}

/** "stiffness and swelling of the left ankle": two conditions of one kind, of which one names the place of both. */
function isOneKind(before: string, after: string): boolean {
  const [placed = '', bare = ''] = findSites(before).length > 0 ? [before, after] : [after, before]
  if (findSites(placed).length === 0 || findSites(bare).length > 0) return false
  const names = phraseWords(withoutSites(placed)).filter(word => !QUALIFIERS.has(word))
  return ALIKE.some(kind => [...names, ...phraseWords(bare)].every(name => kind.exec(name)?.[0] === name))
}

/** Whether `phrase` is a condition only at some body part, and `other` is one that names the part. */
function needsPartOf(phrase: string, other: string): boolean {
  const placed = findSites(other).map(({ part }) => part.value)
  if (placed.length === 0 || findSites(phrase).length > 0 || !namesCondition(phrase)) return false
  if (STRUCTURE.test(phrase)) return false
  const alone = conceptOf(phrase, [])
  if (alone && (alone.code === null || !GENERIC.test(alone.code))) return false
  return [phrase, other].every(words => conceptOf(words, placed)?.code != null)
}

// Pain, and injuries of unspecified place.
const GENERIC = /^(?:R52|T14)/
const STRUCTURE = wording('structure')

/** "knee pain status post arthroscopy", "neck pain with derivative complaints of depression": a modifier inside may begin another item. */
function parted(text: string, modifiers: readonly Modifier[], items: readonly ListItem[]): ListItem[] {
  const divisions = modifiers.filter(({ rule }) => rule.divides).map(({ start }) => start)
  return items.flatMap(item => {
    const within = divisions.filter(cut => cut > item.start && cut < item.end && divides(text, span(cut, item.end)))
    const cuts = [
      ...within,
      ...unseparated(text, item),
      ...capitalized(text, item),
      ...slashed(text, item),
      ...withAnother(text, item),
    ].sort((a, b) => a - b)
    const starts = [item.start, ...cuts.filter(cut => namesCondition(text.slice(item.start, cut)))]
    const parts = starts.map((start, index) => ({
      ...trimmed(text, span(start, starts[index + 1] ?? item.end)),
      joint: index === 0 ? item.joint : (',' as const),
    }))
    return parts.filter((part, index) => index === 0 || !isAftermath(textOf(text, part)))
  })
}

/** "shoulder strain right elbow contusion": where a side begins another condition without a comma. */
const unseparated = (text: string, item: Span): number[] =>
  matchesOf(textOf(text, item), /(?<=([a-z]+) )(?:left|right|bilateral) /gi)
    .filter(({ 1: last = '', index }) => {
      const rest = textOf(text, item).slice(index)
      return namesCondition(last) && namesCondition(rest) && findSites(rest)[0]?.part.rule === 'sites/part'
    })
    .map(({ index }) => item.start + index)

/** "medial meniscus tear Insomnia": lines of a list that were joined, each with a capital. */
const capitalized = (text: string, item: Span): number[] =>
  matchesOf(textOf(text, item), /(?<=([a-z]{3,}) )[A-Z][a-z]{2,}/g)
    .filter(({ 1: last = '', index }) => namesCondition(last) && isDisease(textOf(text, item).slice(index)))
    .map(({ index }) => item.start + index)

/**
 * "neck strain/anxiety": conditions of different chapters of ICD-10-CM; "contusion/laceration" is one entry, and so is
 * "sprain/strain with radiculitis".
 */
const slashed = (text: string, item: Span): number[] =>
  matchesOf(textOf(text, item), /(?<=[a-z]{2})\/(?=[a-z]{2})/gi)
    .filter(({ index }) => {
      const words = textOf(text, item)
      const before = words.slice(0, index)
      const after = words.slice(index + 1)
      if (/\b(?:sprain|strain)s?$/i.test(before) && /^(?:sprain|strain)/i.test(after)) return false
      if (!isDisease(before) || !isDisease(after)) return false
      const [chapter, other] = [before, after].map(each => conceptIn(each)!.code![0])
      return chapter !== other && other !== 'T'
    })
    .map(({ index }) => item.start + index)

/**
 * "tibia fracture with compartment syndrome", "wrist tenosynovitis with right ganglion cyst": a syndrome with a category of
 * its own, or a disease with a side of its own, is not part of another one's name.
 */
function withAnother(text: string, item: Span): number[] {
  const words = textOf(text, item)
  const at = words.toLowerCase().lastIndexOf(' with ')
  if (at < 0 || !OWN.test(words.slice(at)) || COMBINED.test(words.slice(at))) return []
  if (!isDisease(words.slice(0, at)) || !isDisease(words.slice(at))) return []
  const [own, added] = [words.slice(0, at), words.slice(at)].map(each => conceptIn(each)?.code?.slice(0, 3))
  return own === added ? [] : [item.start + at + 1]
}

const OWN = wording('another-condition')
const COMBINED = wording('combined')

// "tendinitis versus tear" of one tendon is one condition in doubt; "strain versus radiculopathy" are two.
const divides = (text: string, rest: Span): boolean => {
  const phrase = textOf(text, rest)
  const words = /^(?:versus|vs)\b\.?(.*)/i.exec(phrase)?.[1]
  if (words !== undefined) return (conceptIn(words)?.code ?? null) !== null
  // "a fracture with associated carpal tunnel syndrome" is two conditions, "a strain with associated stiffness" one.
  const added = ADDED.exec(phrase)?.[1]
  return added === undefined || isDisease(added)
}

const ADDED = wording('added')

const conceptIn = (words: string) =>
  conceptOf(
    words,
    findSites(words).map(({ part }) => part.value),
  )

function isDisease(words: string): boolean {
  const concept = conceptIn(words)
  return concept !== null && concept.code !== null && !concept.symptom
}

// "fracture status post fixation": what was done about a condition is not another one.
function isAftermath(words: string): boolean {
  const operation = /^(?:status[- ]post|s\/p)\b\W*(.*)/i.exec(words)?.[1]
  if (operation === undefined) return false
  const code = conceptIn(operation)?.code
  return !code || code.startsWith('Z')
}

const ADJECTIVE = wording('adjective')

/** Whether the words do not name a condition by themselves: body parts, sides, grades, or an adjective. */
export function isFragment(text: string, range: Span): boolean {
  const phrase = textOf(text, range).replace(/\.$/, '')
  if (BEHIND.test(phrase)) return !/^unspecified \w/.test(phrase) || !namesCondition(phrase)
  if (namesCondition(phrase)) return false
  const words = phraseWords(withoutSites(phrase))
  if (words.length > 0 && words.at(-1) === phraseWords(phrase).at(-1) && ADJECTIVE.test(words.at(-1)!)) return true
  return words.every(word => QUALIFIERS.has(word) || ADJECTIVE.test(word) || /\d/.test(word))
}

function withoutSites(phrase: string): string {
  const spans = findSites(phrase).flatMap(({ part, side }) => [...part.spans, ...(side?.spans ?? [])])
  const letters = [...phrase]
  for (const { start, end } of spans) letters.fill(' ', start, end)
  return letters.join('')
}

/** "sprain of the left hand", "strain of muscle": more sites may follow. */
function endsInSite(text: string, range: Span): boolean {
  const phrase = textOf(text, range)
  const last = phraseWords(phrase).at(-1)
  return (
    last !== undefined &&
    !namesCondition(last) &&
    (QUALIFIERS.has(last) || !phraseWords(withoutSites(phrase)).includes(last))
  )
}
