import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../../document/index.ts'
import { extractRecord } from '../../../pipeline/index.ts'
import { item, letterText, sourceOf } from '../../letters.ts'

const read = (...items: readonly string[]): CaseRecord => extractRecord(sourceOf(letterText({ items })))
const decisions = ({ disputedItems }: CaseRecord): string[] =>
  disputedItems.map(({ text, decision }) => `${text}: ${decision}`)
const errors = ({ messages }: CaseRecord): string[] =>
  messages.filter(({ severity }) => severity === 'error').map(({ code }) => code)
const massage = (outcome: string): string => item({ heading: 'Massage for the neck', outcome })

const FIRST = 'Aquatic therapy for the left knee: upheld'
const LAST = 'A cane: overturned'
const cane = item({
  heading: 'A cane',
  outcome: ': Overturned',
  rationale: 'She fell. The request is medically necessary.',
})

describe('an outcome', () => {
  it.each([
    [': Upheld', 'upheld'],
    [' is: Overturned', 'overturned'],
    [' are: UPHELD', 'upheld'],
    [': Up held', 'upheld'],
    [': Upheld.', 'upheld'],
    [' is Upheld', 'upheld'],
  ])('in the words of its form decides: %j', (outcome, decision) => {
    const record = read(item(), massage(outcome), cane)
    expect(decisions(record)).toEqual([FIRST, `Massage for the neck: ${decision}`, LAST])
    expect(errors(record)).toEqual([])
    expect(record.outcome).toBe('partially-overturned')
  })

  it.each([
    [': Modified'],
    [' is: Modified'],
    [': Overturned in part'],
    [': Partially Overturned'],
    [': Partial Overturn'],
    [': Not Upheld'],
    [' was not upheld'],
    [': was not upheld'],
    [': Overturned (corrected from Upheld)'],
    [': Overturned, Upheld'],
    [': Upheld/Overturned'],
    [': Upheld for six visits; Overturned for two'],
    [': Upheld as modified'],
    [': Withdrawn'],
    [': Withheld'],
    [': Upheld\nA walker: Overturned'],
    [':'],
    [''],
  ])('in any others is not guessed, wherever its item stands: %j', outcome => {
    for (const [items, expected] of [
      [
        [massage(outcome), item(), cane],
        [FIRST, LAST],
      ],
      [
        [item(), massage(outcome), cane],
        [FIRST, LAST],
      ],
      [
        [item(), cane, massage(outcome)],
        [FIRST, LAST],
      ],
    ] as const) {
      const record = read(...items)
      expect(decisions(record)).toEqual(expected)
      expect(errors(record)).toContain('item/outcome-unknown')
      expect([record.status, record.outcome]).toEqual(['partial', null])
      expect(record.disputedItems.map(({ rationale }) => rationale?.match(/[^.]*\.$/)?.[0].trim())).toEqual([
        'The request is not medically necessary.',
        'The request is medically necessary.',
      ])
    }
  })

  it.each([
    [': Uphel', 'upheld'],
    [': Ovrturned', 'overturned'],
    [': Uphold', 'upheld'],
    [' - Upheld', 'upheld'],
    [' Upheld', 'upheld'],
  ])('that is misspelt or badly joined is read, and said to be doubtful: %j', (outcome, decision) => {
    const record = read(item(), massage(outcome))
    expect(decisions(record)).toEqual([FIRST, `Massage for the neck: ${decision}`])
    expect(record.messages).toContainEqual(
      expect.objectContaining({
        code: 'item/outcome-doubtful',
        severity: 'error',
        pointer: '/disputedItems/1/decision',
      }),
    )
  })
})

describe('a rationale that quotes a label', () => {
  it.each([
    ['Claims Administrator guideline: none was named.'],
    ['MAXIMUS guideline: see the page before.'],
    ['Decision rationale: the denial gave none.'],
  ])('at the start of a line keeps it, and the letter is flagged: %j', quote => {
    const rationale = `The denial says this.\n${quote}\nNothing else. The request is not medically necessary.`
    const record = read(item({ rationale }), cane)
    expect(decisions(record)).toEqual([FIRST, LAST])
    expect(record.disputedItems[0]?.rationale).toBe(rationale.replaceAll('\n', ' '))
    expect(record.disputedItems[0]?.reviewer.citations).toHaveLength(1)
    expect(errors(record)).toEqual(['item/label-repeated'])
    expect(record.outcome).toBe('partially-overturned')
  })
})

describe('the name of an item', () => {
  it('is doubted where its sentences follow one that decides nothing', () => {
    const heading = 'Massage for the neck. Duration: six weeks'
    const rationale = 'Nobody knows why she fell from the ladder.'
    const text = letterText({ items: [item({ rationale }), item({ heading })] }).replace(/\n+/g, '\n')
    expect(extractRecord(sourceOf(text)).messages).toContainEqual(
      expect.objectContaining({ code: 'item/heading-doubtful', severity: 'warning', pointer: '/disputedItems/1/text' }),
    )
  })
})
