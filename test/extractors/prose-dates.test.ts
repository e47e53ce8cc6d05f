import { describe, expect, it } from 'vitest'
import { proseDates } from '../../extractors/prose-dates.ts'
import { valuesOf } from './values.ts'

describe('dates in prose', () => {
  it.each([
    ['injury', 'who sustained an industrial injury on 11/3/09.', '2009-11-03'],
    ['injury', 'with a work injury dated 4/10/04.', '2004-04-10'],
    ['injury', 'with an industrial injury date of 10-26-2015.', '2015-10-26'],
    ['injury', 'a 49-year-old with a 4/18/2013 date of injury', '2013-04-18'],
    ['urDenial', 'The Utilization Review report, with a decision date of 01-05-2015, denied', '2015-01-05'],
    ['injury', 'with a date of injury of March 3, 2012', '2012-03-03'],
    ['injury', 'a history of an occupational claim from 10/10/ 2016.', '2016-10-10'],
    ['urDenial', 'On 12/13/13 Utilization Review non-certified a request', '2013-12-13'],
    ['urDenial', 'The Utilization Review dated 1-19-17, denied it', '2017-01-19'],
    ['urDenial', 'The original utilization review (11-14-2016) modified it', '2016-11-14'],
    ['applicationReceived', 'On 1/13/14, the injured worker submitted an application for IMR', '2014-01-13'],
  ])('%s: %s', (field, text, iso) => {
    expect(valuesOf(proseDates, text).dates).toMatchObject({ [field]: iso })
  })

  it('ignores other dates', () => {
    const { dates } = valuesOf(proseDates, 'On 11-4-16 she was seen. An MRI dated 2/2/16 was normal.')
    expect(Object.values(dates)).toEqual([null, null, null, null, null])
  })
})
