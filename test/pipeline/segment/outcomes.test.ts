import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
    [': Conditionally Upheld'],
    [': No longer Upheld'],
    [': 50% Overturned'],
    [': Would be Upheld'],
    [': All but one Overturned'],
    [': Withheld'],
    [': Upheld\nA walker: Overturned'],
    [':'],
    [''],
  ])('in any other words is not guessed, wherever its item is: %j', outcome => {
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
    [': Upheldd', 'upheld'],
    [': Upheld?', 'upheld'],
    [': "Upheld"', 'upheld'],
  ])('that is misspelt or badly joined is read, with a message: %j', (outcome, decision) => {
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

const corpus = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'corpus', 'letters', `${name}.txt`), 'utf8')
const [A, B, C] = [corpus('CM13-9000011'), corpus('CM13-9000013'), corpus('CM14-9000016')] as const
const DECIDED = String.raw`\s+is\s+(?:not\s*)?medically\s+necessary\s+and\s+appropriate`

/** Both lists of form B, and an item of form C, with other words than "is medically necessary and appropriate". */
const listing = (words: string): string =>
  B.replace(
    new RegExp(`(2\\) MAXIMUS[\\s\\S]*?request for [\\s\\S]*?)${DECIDED}`, 'g'),
    (_, name) => `${name} ${words}`,
  )
const numbered = (words: string): string =>
  C.replace(new RegExp(`^(1\\. [\\s\\S]*?)${DECIDED}`, 'm'), (_, name) => `${name} ${words}`)

describe('a sentence that decides, of forms B and C', () => {
  const whole = { B: extractRecord(sourceOf(B)), C: extractRecord(sourceOf(C)) }
  const [listed] = decisions(whole.B)
  const later = decisions(whole.C).slice(1)

  it.each([
    ['is not medically necessary and appropriate', 'upheld'],
    ['is notmedically necessary and appropriate', 'upheld'],
    ['are medically necessary and appropriate', 'overturned'],
    ['is/are medically necessary and appropriate', 'overturned'],
    ['IS NOT MEDICALLY NECESSARY AND APPROPRIATE', 'upheld'],
  ])('decides in the words of its form: %s', (words, decision) => {
    const [ofB, ofC] = [extractRecord(sourceOf(listing(words))), extractRecord(sourceOf(numbered(words)))]
    expect(decisions(ofB)).toEqual([listed, `${whole.B.disputedItems[1]!.text}: ${decision}`])
    expect(decisions(ofC)).toEqual([`${whole.C.disputedItems[0]!.text}: ${decision}`, ...later])
    expect([...errors(ofB), ...errors(ofC)]).toEqual([])
  })

  it.each([
    'is partially medically necessary and appropriate',
    'is only in part medically necessary and appropriate',
    'is medically necessary and appropriate in part',
    'is medically necessary and appropriate for six visits and not for the others',
    'is not medically necessary and appropriate, and the rest is medically necessary and appropriate',
    'is not medically necessary and appropriate (corrected from medically necessary and appropriate)',
    'is not entirely medically necessary and appropriate',
    'is neither medically necessary nor appropriate',
    'is medically necessary but not appropriate',
    'is medically unnecessary and inappropriate',
    'cannot be seen as medically necessary and appropriate',
    'is no longer medically necessary and appropriate',
    'was not medically necessary and appropriate',
    'is modified',
    'has been withdrawn',
  ])('in any other words is not guessed: %s', words => {
    const [ofB, ofC] = [extractRecord(sourceOf(listing(words))), extractRecord(sourceOf(numbered(words)))]
    expect([decisions(ofB), decisions(ofC)]).toEqual([[listed], later])
    for (const { status, outcome, messages } of [ofB, ofC]) {
      expect([status, outcome]).toEqual(['partial', null])
      expect(messages.map(({ code }) => code)).toContain('item/outcome-unknown')
    }
  })

  it('that only one of two lists words differently is doubtful', () => {
    const text = B.replace(new RegExp(`(2\\) MAXIMUS[\\s\\S]*?)${DECIDED}`), (_, name) => `${name} is modified`)
    const record = extractRecord(sourceOf(text))
    expect(decisions(record)).toEqual(decisions(whole.B))
    expect(errors(record)).toEqual(['item/outcome-doubtful'])
  })

  it('that two lists word differently contradicts itself', () => {
    const record = extractRecord(sourceOf(B.replace('notmedically', 'medically')))
    expect(errors(record)).toEqual(['item/contradiction'])
  })
})

describe('the numbers of items', () => {
  it.each([
    [
      'form B',
      B.replace(/1\) MAXIMUS[\s\S]*?appropriate\./g, '').replace(/1\) Regarding[\s\S]*?(?=2\) Regarding)/, ''),
    ],
    ['form C', C.replace(/2\. Crutches[\s\S]*?(?=3\. Post)/, '')],
  ])('show by a gap that one is lost: %s', (_form, text) => {
    const { status, outcome, messages } = extractRecord(sourceOf(text))
    expect([status, outcome, messages.map(({ code }) => code)]).toEqual(['partial', null, ['item/missing']])
  })
})

describe('the name of a lost item', () => {
  it.each([[': Upheld'], [' is: Upheld'], ['is: Upheld']])('is reported: %j', outcome => {
    const record = read(item(), item({ heading: '', outcome }))
    expect(decisions(record)).toEqual([FIRST])
    expect(errors(record)).toContain('item/heading-missing')
  })
})

describe('the heading that decides form A', () => {
  const headed = (words: string): CaseRecord =>
    extractRecord(sourceOf(A.replace(/IS\/WAS NOT\s+MEDICALLY NECESSARY:/, `${words}:`)))

  it.each([
    ['IS/ARE NOT MEDICALLY NECESSARY', 'upheld'],
    ['WERE NOT MEDICALLY NECESSARY', 'upheld'],
    ['IS / WAS MEDICALLY NECESSARY', 'overturned'],
  ])('in words of its form: %s', (words, decision) => {
    const record = headed(words)
    expect(record.disputedItems.map(item => item.decision)).toEqual([decision])
    expect(errors(record)).toEqual([])
  })

  it.each([
    'IS/WAS PARTIALLY MEDICALLY NECESSARY',
    'IS/WAS IN PART MEDICALLY NECESSARY',
    'IS/WAS MEDICALLY NECESSARY IN PART',
    'IS NOT AND WAS MEDICALLY NECESSARY',
    'IS NEVER MEDICALLY NECESSARY',
    'IS MEDICALLY UNNECESSARY',
    'WAS MODIFIED',
  ])('in any other words is not guessed: %s', words => {
    const record = headed(words)
    expect([record.disputedItems, record.status, record.outcome]).toEqual([[], 'partial', null])
    expect(errors(record)).toContain('item/outcome-unknown')
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
  it('is doubted if its sentences follow one that decides nothing', () => {
    const heading = 'Massage for the neck. Duration: six weeks'
    const rationale = 'Nobody knows why she fell from the ladder.'
    const text = letterText({ items: [item({ rationale }), item({ heading })] }).replace(/\n+/g, '\n')
    expect(extractRecord(sourceOf(text)).messages).toContainEqual(
      expect.objectContaining({ code: 'item/heading-doubtful', severity: 'warning', pointer: '/disputedItems/1/text' }),
    )
  })
})
