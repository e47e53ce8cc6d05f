import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { REASON_CODES } from '../../document/index.ts'
import { readLetter } from '../../pipeline/index.ts'
import { inventedItems, itemsIn } from '../../training/rationales.ts'

const FIRST_OF_OVERTURNS = REASON_CODES.indexOf('supports-necessary-item')
const CODES: Readonly<Record<string, readonly string[]>> = {
  upheld: [...REASON_CODES.slice(0, FIRST_OF_OVERTURNS), 'unexplained'],
  overturned: REASON_CODES.slice(FIRST_OF_OVERTURNS),
}

describe('the rationales of the corpus', () => {
  const items = inventedItems()

  it('have names of their own, one to three reasons, and codes of their decision', () => {
    expect(new Set(items.map(({ letter }) => letter)).size).toBe(items.length)
    for (const { letter, gold, about } of items) {
      expect([1, 2, 3], letter).toContain(gold.length)
      expect(new Set(gold).size, letter).toBe(gold.length)
      for (const code of gold) expect(CODES[about.decision], letter).toContain(code)
    }
  })

  it('state each reason in a clause', () => {
    for (const { letter, gold, stated } of items) expect(stated.flat().toSorted(), letter).toEqual(gold.toSorted())
  })
})

const BLOCK = `== a-1
decision: upheld
item: Lumbar brace
other: 1. Lumbar fusion (upheld)
rationale: The fusion was refused. So the brace has no purpose. It is not medically necessary.
reason: depends-on-denied-item | So the brace has no purpose
depends-on: 1
`

describe('a file of rationales', () => {
  it('gives each item its place among those of its letter', () => {
    const [item] = itemsIn(BLOCK, 'a.txt')
    expect(item).toMatchObject({ source: 'a.txt', letter: 'a-1', gold: ['depends-on-denied-item'] })
    expect(item!.about.items.map(({ ordinal, heading }) => [ordinal, heading])).toEqual([
      [1, 'Lumbar fusion'],
      [2, 'Lumbar brace'],
    ])
    expect(item!.stated).toEqual([[], ['depends-on-denied-item'], []])
  })

  it.each([
    ['a decision', 'decision: upheld\n', '', 'one decision is needed'],
    ['a known decision', 'decision: upheld', 'decision: denied', 'no decision "denied"'],
    ['one item', 'item: Lumbar brace', 'item: Lumbar brace\nitem: Brace', 'one item is needed'],
    ['a rationale', /rationale: .*\n/, '', 'one rationale is needed'],
    ['a reason', /reason: .*\n/, '', 'a reason is needed'],
    ['the parts of another item', '1. Lumbar fusion (upheld)', 'Lumbar fusion', '"other" needs ordinal'],
  ])('needs %s', (_, part, instead, message) => {
    expect(() => itemsIn(BLOCK.replace(part, instead), 'a.txt')).toThrow(`a.txt: a-1: ${message}`)
  })
})

const POSTED = join(import.meta.dirname, '..', '..', '..', 'shared', 'letters')
/** So many words in a row are not shared by chance. */
const SHARED = 9

describe.runIf(existsSync(POSTED))('posted letters', () => {
  const posted = new Set<string>()

  beforeAll(async () => {
    for (const name of readdirSync(POSTED)) {
      const { text } = await readLetter({ bytes: readFileSync(join(POSTED, name)), name })
      for (const run of runsOf(text)) posted.add(run)
    }
  })

  it('share no sentence with the rationales of the corpus', () => {
    for (const { letter, rationale } of inventedItems())
      expect(
        runsOf(rationale).filter(run => posted.has(run)),
        letter,
      ).toEqual([])
  })
})

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.slice(SHARED - 1).map((_, at) => words.slice(at, at + SHARED).join(' '))
}
