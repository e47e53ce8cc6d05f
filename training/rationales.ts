import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DisputedItem } from '../document/index.ts'
import type { ItemSurroundings } from '../extractors/index.ts'
import { type ItemWithGold, itemWithGold } from './examples.ts'

/** Rationales of our own with their reasons: a file for each author. */
const FOLDER = join(import.meta.dirname, '..', 'corpus', 'rationales')

/** The items of all rationales in the corpus. */
export const inventedItems = (): ItemWithGold[] =>
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .flatMap(name => itemsIn(readFileSync(join(FOLDER, name), 'utf8'), name))

/**
 * The items of one file, in blocks:
 *
 *     == care-001
 *     decision: upheld
 *     item: Aquatic therapy twice a week for four weeks
 *     other: 2. Gym membership (upheld)
 *     rationale: …
 *     reason: exceeds-guideline-amount | eight visits are more than …
 *     depends-on: 2
 *
 * @throws Error for a block without decision, item, rationale or reason.
 */
export const itemsIn = (file: string, source: string): ItemWithGold[] =>
  file
    .split(/^== /m)
    .slice(1)
    .map(block => itemOf(block, source))

function itemOf(block: string, source: string): ItemWithGold {
  const [letter = '', ...lines] = block.split('\n').filter(line => line !== '')
  const place = `${source}: ${letter}`
  const valuesOf = (name: string) =>
    lines.filter(line => line.startsWith(`${name}: `)).map(line => line.slice(name.length + 2))
  const only = (name: string) => {
    const [value, ...more] = valuesOf(name)
    if (value === undefined || more.length > 0) throw new Error(`${place}: one ${name} is needed`)
    return value
  }
  const reasons = valuesOf('reason').map(line => {
    const [code = '', quote = ''] = line.split(' | ')
    return { code, quote }
  })
  if (reasons.length === 0) throw new Error(`${place}: a reason is needed`)
  const others = valuesOf('other').map(line => otherItem(line, place))
  const own = {
    ordinal: freeOrdinal(others.map(({ ordinal }) => ordinal)),
    decision: decisionOf(only('decision'), place),
    heading: only('item'),
  }
  const items = [...others, own].sort((a, b) => a.ordinal - b.ordinal)
  return itemWithGold({ source, letter, rationale: only('rationale'), about: { ...own, items }, reasons })
}

/** The first place that no other item has. */
const freeOrdinal = (taken: readonly number[]): number =>
  [1, ...taken.map(ordinal => ordinal + 1)].find(ordinal => !taken.includes(ordinal))!

function otherItem(line: string, place: string): ItemSurroundings['items'][number] {
  const { ordinal, heading, decision } =
    /^(?<ordinal>\d+)\. (?<heading>.+) \((?<decision>\w+)\)$/.exec(line)?.groups ?? {}
  if (heading === undefined) throw new Error(`${place}: "other" needs ordinal, heading and decision`)
  return { ordinal: Number(ordinal), heading, decision: decisionOf(decision!, place) }
}

function decisionOf(word: string, place: string): DisputedItem['decision'] {
  if (word !== 'upheld' && word !== 'overturned') throw new Error(`${place}: no decision "${word}"`)
  return word
}
