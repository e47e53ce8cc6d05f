import { describe, expect, it } from 'vitest'
import { settle } from '../../document/index.ts'
import { demographics } from '../../extractors/demographics.ts'
import { header } from '../../extractors/header/index.ts'
import type { CaseExtractor } from '../../extractors/index.ts'
import { findDates, isoDate } from '../../extractors/language/dates.ts'
import { proseDates } from '../../extractors/prose-dates.ts'

const values = (extractor: CaseExtractor, text: string): Record<string, unknown> =>
  settle<Record<string, unknown>>(extractor.extract(text) as never).value

const ROWS =
  'Case Number: CM16-9900001 Date Assigned: 05/09/2016 Date of Injury: 03/04/2016 Decision Date: 06/02/2016 ' +
  'UR Denial Date: 04/20/2016 Priority: Standard Application Received: 05/02/2016'

describe('header', () => {
  it('reads the table row by row', () => {
    expect(values(header, ROWS)).toEqual({
      caseNumber: 'CM16-9900001',
      dates: {
        injury: '2016-03-04',
        urDenial: '2016-04-20',
        applicationReceived: '2016-05-02',
        assigned: '2016-05-09',
        decision: '2016-06-02',
      },
      priority: 'standard',
    })
  })

  it('reads the last date where it stands inside its wrapped label', () => {
    const text = ROWS.replace('Application Received: 05/02/2016', 'Application 05/02/2016 Received:')
    expect(values(header, text).dates).toMatchObject({ applicationReceived: '2016-05-02' })
  })

  it.each([
    [
      'columns, labels first',
      'Case Number: Date Assigned: Decision Date: Priority: CM16-9900001 05/09/2016 06/02/2016 Standard ' +
        'Date of Injury: UR Denial Date: Application Received: 03/04/2016 04/20/2016 05/02/2016',
    ],
    [
      'columns, a value before its label',
      'Case Number: Date Assigned: Decision Date: Priority: CM16-9900001 05/09/2016 06/02/2016 Standard ' +
        '03/04/2016 Date of Injury: UR Denial Date: 04/20/2016 05/02/2016 Application Received:',
    ],
    ['no blanks', ROWS.replace(/([:\d]) (?=\w)/g, '$1').replace('Date of Injury', 'DateofInjury')],
    [
      'damaged labels',
      ROWS.replace('Injury', 'lnjuy').replace('Case Numb', 'C se Nunb').replace('Priority', 'Pri0rity'),
    ],
  ])('reads the table by %s', (_how, text) => {
    expect(values(header, text)).toEqual(values(header, ROWS))
  })

  it.each([
    ['09/05/2016', '2016-09-05', 'header/injury'],
    ['O3/O5/2Ol6', '2016-03-05', 'header/injury/repaired'],
    ['03/0 5/2016', '2016-03-05', 'header/injury/repaired'],
    ['03105/2016', '2016-03-05', 'header/injury/repaired'],
    ['0305/2016', '2016-03-05', 'header/injury/repaired'],
    ['03/05d2016', '2016-03-05', 'header/injury/repaired'],
  ])('repairs %s', (written, iso, rule) => {
    const { dates } = header.extract(ROWS.replace('03/04/2016', written))
    expect(dates?.injury).toMatchObject({ value: iso, rule })
  })

  it.each(['13/41/2016', '09/05/2816', '0x/05/2016', '09/05/216', '3/04/2016', '03/04/201g', 'a/b/c'])(
    'makes no day of %s',
    written => {
      expect(header.extract(ROWS.replace('03/04/2016', written)).dates).toMatchObject({
        injury: null,
        urDenial: { value: '2016-04-20' },
        assigned: { value: '2016-05-09' },
      })
    },
  )

  it.each(['CMl6-99OO001', 'CM 16-9900001', 'CM16 9900001', 'CM16-99 00001'])('repairs %s', written => {
    const { caseNumber } = header.extract(ROWS.replace('CM16-9900001', written))
    expect(caseNumber).toMatchObject({ value: 'CM16-9900001', rule: 'header/case-number/repaired' })
  })

  it('takes no date for a label that others follow where a day is lost', () => {
    const text = 'Date of Injury: UR Denial Date: Application Received: 10/13/2016 11/03/2016'
    expect(values(header, text).dates).toMatchObject({ applicationReceived: null, urDenial: null, injury: null })
  })

  it('reads a priority in capitals as it stands', () => {
    const { value } = settle<{ priority: string }>(header.extract(ROWS.replace('Standard', 'STANDARD')) as never)
    expect(value.priority).toBe('standard')
  })

  it('takes no days from columns in an order that no letter keeps', () => {
    const text = 'Date of Injury: UR Denial Date: Application Received: 10/13/2016 11/03/2016 10/03/2016'
    expect(values(header, `${text} Case Number: CM16-9900001 Priority: Standard`)).toMatchObject({
      caseNumber: 'CM16-9900001',
      dates: { applicationReceived: null, urDenial: null, injury: null },
    })
  })

  it('gives null for what is absent, no number of another shape and no day that is none', () => {
    expect(values(header, 'Case Number: ../../etc/passwd Decision Date: 13/41/2016')).toEqual({
      caseNumber: null,
      dates: { injury: null, urDenial: null, applicationReceived: null, assigned: null, decision: null },
      priority: null,
    })
  })
})

describe('dates', () => {
  it.each([
    ['10/13/2016', '2016-10-13'],
    ['10-13-16', '2016-10-13'],
    ['4/1/04', '2004-04-01'],
    ['9.2.87', '1987-09-02'],
    ['10/10/ 2016', '2016-10-10'],
    ['October 13, 2016', '2016-10-13'],
    ['Oct. 3rd 2016', '2016-10-03'],
    ['2/30/2016', null],
    ['13/1/2016', null],
  ])('%s is %s', (written, iso) => {
    expect(isoDate(written)).toBe(iso)
  })

  it('does not take ratings and fractions for dates', () => {
    expect(findDates('pain 6/10, strength 5/5, L4-5, 50/500 mg')).toEqual([])
  })
})

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
    expect(values(proseDates, text).dates).toMatchObject({ [field]: iso })
  })

  it('leaves other days alone', () => {
    const { dates } = values(proseDates, 'On 11-4-16 she was seen. An MRI dated 2/2/16 was normal.')
    expect(Object.values(dates as object)).toEqual([null, null, null, null, null])
  })
})

describe('demographics', () => {
  it.each([
    ['The injured worker is a 48 year old male who', 48, 'male'],
    ['This case involves a now 43-year-old female with', 43, 'female'],
    ['The patient is a 58-year old, right-hand dominant woman', 58, 'female'],
    ['The injured worker is a male, age 34, who', 34, 'male'],
    ['A 61 y/o woman was hurt', 61, 'female'],
    ['This case involves a now 8-year-old male with', null, 'male'],
    ['The worker was hurt. She reports pain.', null, 'female'],
    ['The worker has a 10 year old injury and is a 40 year old male.', 40, 'male'],
    ['The worker was seen by Dr. Smith. She recommended surgery.', null, null],
    ['The worker was hurt.', null, null],
  ])('%s', (text, age, sex) => {
    expect(values(demographics, text)).toEqual({ worker: { age, sex } })
  })
})
