import { matchesOf, type Span, span, trimmed } from '../../document/index.ts'

/**
 * What separates an item from the one before it:
 *
 *     sprain of neck; strain of back, and anxiety and stress as well as insomnia
 *                   ;               ,and        and        and
 */
export type Joint = 'first' | ';' | ',' | ',and' | 'and' | 'and/or'

/** An item of a list, and what separates it from the one before. */
export interface ListItem extends Span {
  readonly joint: Joint
}

// "a, b; c", "a and b", "a, and b", "a as well as b", "a and/or b"; a comma inside a number does not separate
// ("1,000"). A stray closing quote does ("shoulder pain' arm numbness"), but a possessive apostrophe does not. An aside
// belongs to what separates: "a and, incidentally, b".
const SEPARATOR =
  /[,;]? (?:and|or), (?:(?:as an? (?:[a-z]{4,12} )?(?:consequence|result|sequela|complication)|by history|in addition|(?:most |more )?recently|to a lesser (?:degree|extent)|unrelated|(?:to|in|at|on|for|of) (?:the |his |her )?(?:left |right )?[a-z]{3,12}|[a-z]{4,14}ly),) |; ?(?:and )?|,(?!\d{3}) ?(?:(?:and|or|as well as|along with|plus|but also) )?| and[-/ ]or | (?:and|or|nor|as well as|along with|plus|but also|&) |(?<=[a-rt-z])['’] (?=[a-z])/gi
// "1) rest 2) ice", "(1) rest (2) ice", "1.) rest 2.) ice", "[1] rest [2] ice", "#1 rest #2 ice", "No. 1 rest, No. 2 ice",
// "1. rest 2. ice", "1: rest 2: ice", "1- rest 2- ice", "1.Rest 2.Ice": numbers that begin items.
const NUMBERED =
  /(?<=^|[\s,;:])(?:(?:\(?\d{1,2}\.?\)|\[\d{1,2}\]|#\d{1,2}[.:]?|No\.? ?\d{1,2}[.:]?|\d{1,2}[.:-])\s+(?=[A-Za-z])|\d{1,2}\.(?=[A-Z][a-z]))/g
// "① rest ② ice"
const CIRCLED = /[①-⑳❶-❿➀-➓]\s*/g
// "a. rest b. ice", "A) rest B) ice", "A- rest, B- ice"
const LETTERED = /(?<=^|[\s,;:])\(?([a-z])[.)-]\s+(?=[A-Za-z])/gi
// "i) rest ii) ice", "I. Rest. II. Ice."
const ROMAN = /(?<=^|[\s,;:])\(?((?=[ivx])x?(?:ix|iv|v?i{0,3}))[.)]\s+(?=[A-Za-z])/gi
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']
// "1 rest 2 ice": bare figures, if they begin the list and ascend.
const COUNTED = /(?<=^|[\s,;])(\d{1,2}) (?=[A-Za-z])/g
// "• rest • ice", "* rest * ice", "rest | ice", "-> rest -> ice"; dashes only if one begins the list: "- rest - ice".
const BULLETS = /(?:^|(?<=[\s:;,.]))(?:[•●▪■◦‣∙·*|→➢►❖✓✔»]|[-=]>)\s+/g
const DASHES = /(?:^|(?<=\s))(?:--|[-–—])\s+/g
// "[x] rest [ ] ice [x] heat": what is not ticked is no item.
const TICKED = /(?:\[[xX✓✔]\]|[☒☑])\s*/g
const NOT_TICKED = /(?:\[ ?\]|☐)\s*[^[\]☐☒☑;]*/g
// "o rest o ice": a bullet that was printed as a letter, if one begins the list.
const HOLLOW = /(?:^|(?<=\s))o (?=[A-Za-z])/g
// "M10.9 - gout J45.909 asthma": codes before names, if one begins the list.
const CODES = /(?:^|(?<=\s))[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4} ?[-–:]?| ?[-–:]) (?=[A-Za-z])/g
// "gout + asthma"; "gout – asthma – anxiety"
const PLUS = /(?<=[a-z)]) \+ (?=[A-Za-z])/g
const LONG_DASHES = /(?<=[a-z)]) [–—] (?=[A-Za-z])/g
// "gout - asthma - anxiety", if nothing else separates.
const SHORT_DASHES = /(?<=[a-z)]) - (?=[A-Za-z])/g
// "neck strain / gout / anxiety", but "sprain / strain" are two words for one.
const SLASHES = /\s\/\s/g

/**
 * The items of the list that `range` covers, split as finely as possible; `rejoin` combines those that a caller knows
 * to be one.
 */
export function splitList(text: string, range: Span): ListItem[] {
  const list = text.slice(range.start, range.end)
  const divisions = [...separators(list), ...labels(list)].sort((a, b) => a.start - b.start)
  const items: ListItem[] = []
  let start = 0
  let joint: Joint = 'first'
  for (const division of [...divisions, { ...span(list.length, list.length), joint }]) {
    push(items, text, span(range.start + start, range.start + Math.max(start, division.start)), joint)
    start = Math.max(start, division.end)
    joint = division.joint
  }
  return items
}

/**
 * The members of a list whose items have labels, each without its label and with all its commas; the list itself if it
 * has no labels.
 */
export function membersOf(text: string, range: Span): Span[] {
  const list = text.slice(range.start, range.end)
  const found = labels(list).filter(({ joint }) => joint === ';')
  const starts = [0, ...found.map(({ end }) => end)].sort((a, b) => a - b)
  const ends = [...found.map(({ start }) => start), list.length].sort((a, b) => a - b)
  return starts
    .map((start, index) => span(range.start + start, range.start + Math.max(start, ends[index]!)))
    .filter(({ start, end }) => /\w/.test(text.slice(start, end)))
}

function push(items: ListItem[], text: string, at: Span, joint: Joint): void {
  const { start, end } = trimmed(text, at)
  if (end > start) items.push({ start, end, joint: items.length === 0 ? 'first' : joint })
}

function separators(list: string): ListItem[] {
  const pairs = brackets(list)
  let next = 0
  return matchesOf(list, SEPARATOR)
    .map(match => ({
      ...span(match.index, match.index + match[0].length),
      joint: jointOf(match[0]),
    }))
    .filter(({ start }) => {
      while (next < pairs.length && pairs[next]!.end < start) next++
      return !pairs[next] || pairs[next]!.start > start
    })
}

/** What labels the items of a list: numbers, letters, bullets. */
export const labels = (list: string): ListItem[] => [
  ...several(marks(list, NUMBERED)),
  ...ascending(list, LETTERED, (label, index) => label.toLowerCase() === String.fromCharCode(97 + index)),
  ...ascending(list, ROMAN, (label, index) => label.toLowerCase() === ROMANS[index]),
  ...(/^\s*\d/.test(list) ? ascending(list, COUNTED, (label, index) => label === String(index + 1)) : []),
  ...marks(list, CIRCLED),
  ...marks(list, BULLETS),
  ...marks(list, TICKED),
  ...(list.search(TICKED) < 0 ? [] : marks(list, NOT_TICKED)),
  ...(/^\s*(?:--|[-–—])\s/.test(list) ? marks(list, DASHES) : []),
  ...(/^\s*o\s/.test(list) ? marks(list, HOLLOW) : []),
  ...(/^\s*[A-TV-Z]\d[0-9A-Z][\s.:–-]/.test(list) ? marks(list, CODES) : []),
  ...marks(list, PLUS, ','),
  ...several(marks(list, LONG_DASHES, ',')),
  ...(/[,;]/.test(list) ? [] : several(marks(list, SHORT_DASHES, ','))),
  ...several(marks(list, SLASHES, ',')),
]

// At least two, so "L4-5 (2) injections" stays one item.
const several = (found: ListItem[]): ListItem[] => (found.length > 1 ? found : [])

const marks = (list: string, pattern: RegExp, joint: Joint = ';'): ListItem[] =>
  matchesOf(list, pattern).map(({ 0: { length }, index }) => ({ ...span(index, index + length), joint }))

/** From the first label on without a gap, so "hepatitis B. Rest" stays one item. */
function ascending(list: string, pattern: RegExp, isNext: (label: string, index: number) => boolean): ListItem[] {
  const found: ListItem[] = []
  for (const {
    0: { length },
    1: label,
    index,
  } of matchesOf(list, pattern))
    if (isNext(label!, found.length)) found.push({ ...span(index, index + length), joint: ';' })
  return several(found)
}

/** Outermost pairs of brackets: "(naproxen, ice and rest)" is not split. An unclosed bracket is ignored. */
function brackets(list: string): Span[] {
  const pairs: Span[] = []
  const open: number[] = []
  for (const { 0: bracket, index } of matchesOf(list, /[([\])]/g)) {
    if (bracket === '(' || bracket === '[') open.push(index)
    else if (open.length > 0) {
      const start = open.pop()!
      while (pairs.length > 0 && pairs.at(-1)!.start > start) pairs.pop()
      pairs.push(span(start, index))
    }
  }
  return pairs
}

function jointOf(separator: string): Joint {
  const mark = separator.trim().toLowerCase()
  if (mark.startsWith(';') || mark === "'" || mark === '’') return ';'
  if (mark.startsWith(',') || mark.endsWith(',')) return mark === ',' ? ',' : ',and'
  return /^and[-/ ]or$/.test(mark) ? 'and/or' : 'and'
}

/** Joins an item to the one before it if `belongs` says so. */
export function rejoin(
  items: readonly ListItem[],
  belongs: (item: ListItem, previous: ListItem, next: ListItem | undefined) => boolean,
): ListItem[] {
  const joined: ListItem[] = []
  for (const [index, item] of items.entries()) {
    const previous = joined.at(-1)
    if (previous && belongs(item, previous, items[index + 1])) {
      joined[joined.length - 1] = { ...previous, end: item.end }
    } else joined.push(item)
  }
  return joined
}
