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
    ['injury', 'who sustained an injury to the low back on 1/2/12.', '2012-01-02'],
    ['injury', 'She injured her left knee on or about 1/2/12.', '2012-01-02'],
    ['injury', 'She was injured at work on or about 1/2/12.', '2012-01-02'],
    ['injury', 'a 40 year old male injured on 1/2/12.', '2012-01-02'],
    ['injury', 'a man who fell from a ladder on 1/2/12.', '2012-01-02'],
    ['injury', 'On 1/2/12, she injured her knee.', '2012-01-02'],
    ['injury', 'with date of injury (DOI) of 1/2/12', '2012-01-02'],
    ['injury', 'a prior neck injury on 5/6/09. He sustained a work injury on 1/2/12', '2012-01-02'],
    ['injury', 'whose injury took place on 1/2/12.', '2012-01-02'],
    ['injury', 'On 1/2/12 sustained an industrial injury', '2012-01-02'],
    ['injury', 'injured in a fall on 1/2/12', '2012-01-02'],
    ['injury', 'She was in a motor vehicle collision at work on 1/2/12.', '2012-01-02'],
    ['injury', 'D/I: 1/2/12. He is 40.', '2012-01-02'],
    ['injury', 'D.O.I. - 1/2/12', '2012-01-02'],
    ['injury', 'The incident occurred on 1/2/12.', '2012-01-02'],
    ['injury', 'He fell off the roof on 1/2/12.', '2012-01-02'],
    ['injury', 'She was assaulted by a customer on 1/2/12.', '2012-01-02'],
    ['injury', 'He developed neck pain while painting a ceiling on 1/2/12.', '2012-01-02'],
    ['injury', 'a 40 year old male injured 1/2/12.', '2012-01-02'],
    ['urDenial', 'Prior UR dated 1-3-16 modified it. UR dated 2-3-16 denied it.', '2016-02-03'],
    ['urDenial', 'On 2-3-16, UR denied the brace', '2016-02-03'],
    ['urDenial', 'The claims administrator denied the request on 2-3-16.', '2016-02-03'],
    ['urDenial', 'On 2-3-16 the claims administrator modified the request.', '2016-02-03'],
    ['urDenial', 'The request was denied by utilization review on 2-3-16.', '2016-02-03'],
    ['urDenial', 'Per UR of 2-3-16, it was denied', '2016-02-03'],
    ['urDenial', 'The UR dated 1-3-16 certified two visits. The UR dated 2-3-16 denied six.', '2016-02-03'],
    ['urDenial', 'The UR dated 2-3-16 certified two visits and denied four.', '2016-02-03'],
  ])('%s: %s', (field, text, iso) => {
    expect(valuesOf(proseDates, text).dates).toMatchObject({ [field]: iso })
  })

  it.each([
    'On 11-4-16 she was seen. An MRI dated 2/2/16 was normal.',
    'She had a prior work injury on 5/6/2009.',
    'He had a previous industrial injury on 5/6/2009.',
    'She was injured on 5/6/2009 in a previous claim.',
    'Her husband was injured on 5/6/2009.',
    'She denied any injury on 4-1-16.',
    'A re-injury on 4-1-16 was reported.',
    'She reported a new injury on 4-1-16.',
    'The UR dated 3-10-16 certified six visits.',
    'He had surgery for the injury on 4-1-16.',
    'She was in a car accident on 4-1-16 that was not work related.',
    'His son was in a car accident on 4-1-16.',
    'She fell from a chair on 4-1-16 at home.',
    'On 2-1-16, the utilization review certified x-rays.',
    'The utilization review of 3-10-16 approved six visits.',
    'An earlier UR dated 3-10-16 denied an MRI.',
    'On 3-10-16, utilization review denied an earlier request.',
  ])('ignores other dates: %s', text => {
    const { dates } = valuesOf(proseDates, text)
    expect(Object.values(dates)).toEqual([null, null, null, null, null])
  })
})
