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
// ("1,000"). A stray closing quote does ("shoulder pain' arm numbness"), but a possessive apostrophe does not.
const SEPARATOR =
  /; ?(?:and )?|,(?!\d{3}) ?(?:(?:and|or|as well as|along with|plus|but also) )?| and[-/ ]or | (?:and|or|as well as|along with|plus|but also|&) |(?<=[a-rt-z])['’] (?=[a-z])/gi
// "1) rest 2) ice", "(1) rest (2) ice", "#1 rest #2 ice", "1. rest 2. ice": numbers that begin items.
const NUMBERED = /(?<=^|[\s,;:])(?:\(?\d{1,2}\)|#\d{1,2}[.:]?|\d{1,2}\.)\s+(?=[A-Za-z])/g
// "a. rest b. ice", "A) rest B) ice"
const LETTERED = /(?<=^|[\s,;:])\(?([a-z])[.)]\s+(?=[A-Za-z])/gi

/**
 * The items of the list that `range` covers, split as finely as possible; `rejoin` combines those that a caller knows
 * to be one.
 */
export function splitList(text: string, range: Span): ListItem[] {
  const list = text.slice(range.start, range.end)
  const divisions = [...separators(list), ...numbers(list), ...letters(list)].sort((a, b) => a.start - b.start)
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

// At least two numbers, so "L4-5 (2) injections" stays one item.
function numbers(list: string): ListItem[] {
  const found = matchesOf(list, NUMBERED).map(match => ({
    ...span(match.index, match.index + match[0].length),
    joint: ';' as const,
  }))
  return found.length > 1 ? found : []
}

// From "a" on without a gap, so "hepatitis B. Rest" stays one item.
function letters(list: string): ListItem[] {
  const found: ListItem[] = []
  for (const match of matchesOf(list, LETTERED))
    if (match[1]!.toLowerCase() === String.fromCharCode(97 + found.length))
      found.push({ ...span(match.index, match.index + match[0].length), joint: ';' })
  return found.length > 1 ? found : []
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
  if (mark.startsWith(',')) return mark === ',' ? ',' : ',and'
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
