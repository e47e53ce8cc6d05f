import { describe, expect, it } from 'vitest'
import { extractRecord } from '../../../pipeline/index.ts'
import { item, letterText, sourceOf } from '../../letters.ts'

type Parts = NonNullable<Parameters<typeof letterText>[0]>

const messages = (parts: Parts, change = (text: string) => text): string[] =>
  extractRecord(sourceOf(change(letterText(parts))))
    .messages.filter(({ code }) => code !== 'item/reason-unread')
    .map(({ code, pointer }) => `${code} ${pointer}`)

const WORKER = 'The injured worker is a 41-year-old female.'
const NEEDED = 'The request is medically necessary.'

describe('days', () => {
  it.each([
    [`${WORKER} She sustained an industrial injury on 3-5-2016.`, ['date/contradiction /dates/injury']],
    [`${WORKER} On 4-29-16, Utilization Review non-certified the request.`, ['date/contradiction /dates/urDenial']],
    [`${WORKER} She sustained an industrial injury on 3-4-2016.`, []],
    [`${WORKER} She was seen on 3-5-2016.`, []],
    [`${WORKER} She was seen on 2-30-2016.`, ['date/impossible /dates']],
    ['The injured worker is a 15-year-old female.', []],
  ])('%s', (summary, expected) => {
    expect(messages({ summary })).toEqual(expected)
  })

  it.each(['02/30/2016', '03/04/1816', '03/04/2106', '03/04/20016', '3/4/0016'])(
    'a header with the impossible date %s is doubted, although the prose has the date',
    written => {
      const summary = `${WORKER} She sustained an industrial injury on 3-4-2016.`
      const impossible = (text: string) => text.replace('03/04/2016', written)
      expect(messages({ summary }, impossible)).toEqual(['date/impossible /dates'])
    },
  )

  it.each([
    ['03/04/2016', '03/04/1916', 'date/implausible /dates/injury'],
    ['06/02/2016', '06/02/2061', 'date/implausible /dates/decision'],
    ['03/04/2016', '03/04/1984', 'date/implausible /dates/injury'],
  ])('%s as %s is doubted', (day, other, expected) => {
    expect(messages({}, text => text.replaceAll(day, other))).toContain(expected)
  })
})

describe('sex', () => {
  it.each([
    [`${WORKER} He reports pain. His knee is swollen.`, ['worker/contradiction /worker/sex']],
    [`${WORKER} She reports pain.`, []],
    [`${WORKER} The provider saw her. He ordered an MRI.`, []],
    [`${WORKER} Her husband drives. He brought the records.`, []],
  ])('%s', (summary, expected) => {
    expect(messages({ summary })).toEqual(expected)
  })
})

describe('the side of a request', () => {
  it.each([
    [
      'MRI of the left knee',
      `The right knee locks. ${NEEDED}`,
      ['item/side-contradiction /disputedItems/0/sites/0/side'],
    ],
    ['MRI of the left knee', `The left knee locks, the right knee does not. ${NEEDED}`, []],
    ['MRI of the left knee', `The knee locks. ${NEEDED}`, []],
    ['MRI of the left knee', `The right hip is stiff. ${NEEDED}`, []],
    ['MRI of both knees', `The right knee locks. ${NEEDED}`, []],
  ])('%s: %s', (heading, rationale, expected) => {
    expect(messages({ items: [item({ heading, outcome: ': Overturned', rationale })] })).toEqual(expected)
  })
})

describe('an overturn', () => {
  it.each([
    [`The criteria for surgery have not been met. ${NEEDED}`, ['item/criterion-unmet /disputedItems/0/decision']],
    [`The worker does not meet the MTUS criteria. ${NEEDED}`, ['item/criterion-unmet /disputedItems/0/decision']],
    [`The claims administrator held that the criteria are not met. ${NEEDED}`, []],
    [`Although one criterion is not met, the rest is. ${NEEDED}`, []],
    [`The criteria have been met. ${NEEDED}`, []],
  ])('%s', (rationale, expected) => {
    expect(messages({ items: [item({ heading: 'A cane', outcome: ': Overturned', rationale })] })).toEqual(expected)
  })
})
