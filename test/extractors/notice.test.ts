import { expect, it } from 'vitest'
import { notice, noticeOpening } from '../../extractors/notice.ts'
import { valuesOf } from './values.ts'

const NONE = { injury: null, urDenial: null, applicationReceived: null, assigned: null, decision: null }

it.each([
  [
    'An application for Independent Medical Review was filed on 9/6/2013 disputing the Utilization Review Denial dated ' +
      '8/30/2013. A Notice of Assignment and Request for Information was provided to the above parties on 9/18/2013.',
    { urDenial: '2013-08-30', applicationReceived: '2013-09-06', assigned: '2013-09-18' },
  ],
  ['disputing the Utilization Review Modification dated August 30, 2013', { urDenial: '2013-08-30' }],
  ['An application was filed on 9/6/2013.', {}],
])('a sentence: %s', (text, dates) => {
  expect(valuesOf(notice, text).dates).toEqual({ ...NONE, ...dates })
})

it('the lines at the top', () => {
  const text = 'Dated: 9/26/2013 Date of UR Decision: 8/30/2013 IMR Application Received: 9/6/2013'
  const dates = { decision: '2013-09-26', urDenial: '2013-08-30', applicationReceived: '2013-09-06' }
  expect(valuesOf(noticeOpening, text).dates).toEqual({ ...NONE, ...dates })
})
