import { describe, expect, it } from 'vitest'
import { header } from '../../extractors/header/index.ts'
import { findDates, isoDate } from '../../extractors/language/dates.ts'
import { valuesOf } from './values.ts'

const ROWS =
  'Case Number: CM16-9900001 Date Assigned: 05/09/2016 Date of Injury: 03/04/2016 Decision Date: 06/02/2016 ' +
  'UR Denial Date: 04/20/2016 Priority: Standard Application Received: 05/02/2016'

describe('header', () => {
  it('reads the table row by row', () => {
    expect(valuesOf(header, ROWS)).toMatchObject({
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

  it('reads the last date inside its wrapped label', () => {
    const text = ROWS.replace('Application Received: 05/02/2016', 'Application 05/02/2016 Received:')
    expect(valuesOf(header, text).dates).toMatchObject({ applicationReceived: '2016-05-02' })
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
    ['no spaces', ROWS.replace(/([:\d]) (?=\w)/g, '$1').replace('Date of Injury', 'DateofInjury')],
    [
      'damaged labels',
      ROWS.replace('Injury', 'lnjuy').replace('Case Numb', 'C se Nunb').replace('Priority', 'Pri0rity'),
    ],
  ])('reads the table by %s', (_how, text) => {
    expect(valuesOf(header, text)).toEqual(valuesOf(header, ROWS))
  })

  it.each([
    ['Date of Injury: 03/04/2016', { injury: null }],
    ['Decision Date: 06/02/2016', { decision: null }],
    ['UR Denial Date: 04/20/2016', { urDenial: null }],
    ['Date Assigned: 05/09/2016 Date of Injury: 03/04/2016', { assigned: null, injury: null }],
  ])('without the value of %s, still reads the next field', (field, lost) => {
    const { dates, ...others } = valuesOf(header, ROWS)
    const text = ROWS.replace(field, field.replace(/ \d\S+/g, ''))
    expect(valuesOf(header, text)).toEqual({ ...others, dates: { ...(dates as object), ...lost } })
  })

  it.each(['2016-03-04', '4 March 2016', '04-Mar-2016', '4-Mar-16', '04MAR2016', 'Mar-04-2016', '04/Mar/2016'])(
    'reads %s among other dates',
    written => {
      expect(valuesOf(header, ROWS.replace('03/04/2016', written))).toEqual(valuesOf(header, ROWS))
    },
  )

  it('reads ISO dates only', () => {
    const text = ROWS.replace(/(\d\d)\/(\d\d)\/(\d{4})/g, '$3-$1-$2')
    expect(valuesOf(header, text)).toEqual(valuesOf(header, ROWS))
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
    'makes no date of %s',
    written => {
      expect(header.extract(ROWS.replace('03/04/2016', written)).dates).toMatchObject({
        injury: null,
        urDenial: { value: '2016-04-20' },
        assigned: { value: '2016-05-09' },
      })
    },
  )

  it.each(['CMl6-99OO001', 'CM 16-9900001', 'CM16 9900001', 'CM16-99 00001', 'cm16-9900001', 'Cm16-9900001'])(
    'repairs %s',
    written => {
      const { caseNumber } = header.extract(ROWS.replace('CM16-9900001', written))
      expect(caseNumber).toMatchObject({ value: 'CM16-9900001', rule: 'header/case-number/repaired' })
    },
  )

  it('takes no date for a label that is followed by others if a date is lost', () => {
    const text = 'Date of Injury: UR Denial Date: Application Received: 10/13/2016 11/03/2016'
    expect(valuesOf(header, text).dates).toMatchObject({ applicationReceived: null, urDenial: null, injury: null })
  })

  it('reads a priority in capitals', () => {
    expect(valuesOf(header, ROWS.replace('Standard', 'STANDARD')).priority).toBe('standard')
  })

  it('takes no dates from columns in an order that no letter has', () => {
    const text = 'Date of Injury: UR Denial Date: Application Received: 10/13/2016 11/03/2016 10/03/2016'
    expect(valuesOf(header, `${text} Case Number: CM16-9900001 Priority: Standard`)).toMatchObject({
      caseNumber: 'CM16-9900001',
      dates: { applicationReceived: null, urDenial: null, injury: null },
    })
  })

  it.each([
    ['Case Number: 13-000004', '13-000004'],
    ['Case Number: 16-0000004', null],
    ['Claim Number: 13-000004', null],
    ['13-000004', null],
  ])('reads a number of early 2013, after its label only: %s', (text, number) => {
    expect(valuesOf(header, text)).toMatchObject({ caseNumber: number })
  })

  it('gives null for what is absent, for a number of another shape and for an impossible date', () => {
    expect(valuesOf(header, 'Case Number: ../../etc/passwd Decision Date: 13/41/2016')).toMatchObject({
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
