import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CaseRecord, Rejected } from '../../../document/index.ts'
import { extractRecord } from '../../../pipeline/index.ts'
import { sectionize } from '../../../pipeline/segment/sectionize.ts'
import { item, letterText, sourceOf } from '../../letters.ts'

const corpus = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'corpus', 'letters', `${name}.txt`), 'utf8')

const record = (text: string): CaseRecord => extractRecord(sourceOf(text))
const names = ({ disputedItems }: CaseRecord): string[] => disputedItems.map(({ text }) => text)
const codes = ({ messages }: CaseRecord): string[] => messages.map(({ severity, code }) => `${severity} ${code}`)
const codeOf = (text: string): string => {
  try {
    return sectionize(sourceOf(text)).form
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    return error.code
  }
}

const [A, B, C] = [corpus('CM13-9000011'), corpus('CM13-9000013'), corpus('CM14-9000016')] as const

const UNFILLED = '________'
const EMPTY = item({
  heading: UNFILLED,
  outcome: `: ${UNFILLED}`,
  claims: UNFILLED,
  reviewer: UNFILLED,
  rationale: UNFILLED,
})

describe('recognition', () => {
  const outside = (side: string) =>
    `The ${side} based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG, Knee.`
  const undecided = (header: string) =>
    record(
      letterText({
        header,
        items: [item({ claims: outside('Claims Administrator'), reviewer: outside('Expert Reviewer') })],
      }),
    )
  const decided = (day: string) => `Case Number: CM16-9900001\nDecision Date: ${day}`

  it.each([
    ['', 'D2', /D2, D3, E/],
    [decided('03/02/2015'), 'D2', null],
    [decided('09/20/2016'), 'D2', /D2, D3/],
    [decided('01/20/2017'), 'D3', null],
    [decided('12/14/2017'), 'D3', /D3, E/],
    [decided('06/02/2019'), 'E', null],
  ])('is by date if no chapter is cited, and if several fit the earliest, with a note: %j', (header, form, note) => {
    const { source, messages } = undecided(header)
    expect(source.form).toBe(form)
    const notes = messages.filter(({ code }) => code === 'form/undecided')
    expect(notes.map(({ severity, reason }) => [severity, note?.test(reason)])).toEqual(note ? [['info', true]] : [])
  })

  it.each([
    ['new chapters', 'Low Back Disorders 2019, Section(s): Exercise', '06/02/2016', 'E'],
    ['new chapters in the month from which they hold', 'Initial Approaches to Treatment 2017', '12/20/2017', 'E'],
    ['a title that is not known yet', 'Wound Care 2024', '01/20/2017', 'E'],
    ['a chapter about the mind', 'Workplace Mental Health: Depressive Disorders 2020', '', 'E'],
    ['chapters with a year', 'Elbow Complaints 2007', '', 'D3'],
    ['pages', 'Foot Care Page(s): 12', '', 'D2'],
    ['a box without a chapter', 'ACOEM', '', 'D2'],
    ['two boxes', 'ACOEM, Chronic Pain Treatment Guidelines', '11/20/2016', 'D2'],
  ])('of kinds of D is by %s', (_what, chapters, day, form) => {
    const cites = `Decision based on MTUS ${chapters}.`
    const text = letterText({ header: day && decided(day), items: [item({ claims: cites, reviewer: cites })] })
    expect(record(text).source.form).toBe(form)
  })

  it('is by date if the chapters are older', () => {
    const text = letterText().replace('Decision Date: 06/02/2016', 'Decision Date: 06/02/2018')
    expect(record(text).source.form).toBe('E')
  })

  it('is by the content of the letter, wherever it begins', () => {
    expect(record(`Scanned by a machine\n\n${A}`).source.form).toBe('A')
    expect(record(B.slice(B.indexOf('INDEPENDENT'))).source.form).toBe('B')
    expect(record(C.slice(C.indexOf('HOW THE IMR'))).source.form).toBe('C')
  })

  it('is by damaged words if there are no others', () => {
    const damaged = A.replace(/[A-Z]{6,}/g, word => word.replace(/[OI]/, '0'))
    expect(damaged).not.toBe(A)
    expect(record(damaged)).toMatchObject({ source: { form: 'A' }, disputedItems: [{ decision: 'upheld' }] })
  })

  it.each([
    [
      'headings alone',
      'HOW THE IMR FINAL DETERMINATION WAS MADE\nCLINICAL CASE SUMMARY\nIMR ISSUES, DECISIONS AND RATIONALES',
    ],
    ['one heading and prose', 'An invoice. CLINICAL CASE SUMMARY of the month.'],
    [
      'a form that nobody filled in',
      letterText({ header: '', credentials: UNFILLED, summary: UNFILLED, items: [EMPTY] }),
    ],
  ])('refuses %s', (_name, text) => {
    expect(codeOf(text)).toBe('E_NOT_A_LETTER')
  })

  it('refuses two letters of an old form in one file', () => {
    expect(codeOf(`${A}\n\n${A}`)).toBe('E_AMBIGUOUS')
  })
})

describe('form A', () => {
  it.each([
    ['IS/WAS NOT', 'upheld'],
    ['WAS NOT', 'upheld'],
    ['IS', 'overturned'],
    ['IS/WAS', 'overturned'],
    ['1S/WAS N0T', 'upheld'],
  ])('is decided by its heading: %s', (verb, decision) => {
    const text = A.replace(/IS\/WAS NOT/, verb)
    expect(record(text).disputedItems).toMatchObject([{ decision, medicallyNecessary: decision === 'overturned' }])
  })

  it.each([
    ['Whether the request for a cane is medically necessary.', 'a cane'],
    ['Whether the requested cane is medically necessary.', 'cane'],
    ['Is the request for a cane, 1, medically necessary?', 'a cane, 1'],
  ])('has the name of its item without its frame: %s', (issue, name) => {
    expect(names(record(A.replace('MRI of the left shoulder without contrast', issue)))).toEqual([name])
  })

  it.each([
    ['1. A cane\n2. Six visits of massage, 2 times a week', ['A cane', 'Six visits of massage, 2 times a week']],
    ['1) Whether the request for a cane is medically necessary. 2) A walker.', ['a cane', 'A walker']],
    ['A. tramadol B. MRI of the knee', ['tramadol', 'MRI of the knee']],
    ['a) naproxen 500mg b.i.d.; b) a cane; c) a walker', ['naproxen 500mg b.i.d.', 'a cane', 'a walker']],
    ['(1) A cane (2) A walker', ['A cane', 'A walker']],
    ['Massage, 2. week', ['Massage, 2. week']],
    ['A. Vitamin D. level', ['A. Vitamin D. level']],
  ])('has an item for each numbered issue: %j', (issue, expected) => {
    const text = A.replace('MRI of the left shoulder without contrast', issue)
    const { disputedItems } = record(text)
    expect(disputedItems.map(({ text }) => text)).toEqual(expected)
    expect(new Set(disputedItems.map(({ decision, rationale }) => `${decision} ${rationale}`)).size).toBe(1)
  })

  it('promises no guideline of the claims administrator and no denial date', () => {
    expect(codes(record(A))).toEqual([])
    expect(record(A).disputedItems[0]?.claimsAdministrator).toEqual({ basis: null, citations: [] })
  })
})

describe('the head of form A', () => {
  const READ = ['2012-04-05', '2013-02-06', '2013-02-09', '2013-03-04']
  const headed = (head: string) =>
    record(A.replace(/Case Number:[\s\S]*?(?=ISSUE AT)/, `${head}\n\n`).replace(/on 10\/2\/2012/, ''))

  it.each([
    'CASE NUMBER: CM13-9000104\nDATE OF INJURY: 04/05/2012\nAPPLICATION RECEIVED: 02/06/2013\nDATE ASSIGNED: 02/09/2013\nDATE OF NOTICE: 03/04/2013\nPRIORITY: Standard',
    'IMR Case No. CM13-9000104\nDate of Injury (DOI): April 5, 2012\nApplication Date: February 6, 2013\nDate Case Assigned: February 9, 2013\nDetermination Date: March 4, 2013\nReview Type: Standard',
    'Case # CM13-9000104  Determination Date: 3-4-2013\nInjury Date: 4-5-2012  Date Application Received: 2-6-2013\nDate Assigned to Reviewer: 2-9-2013  Priority: Regular',
    'Case No: CM13-9000104\nDate of Injury: 4/5/12\nDate Received: 2/6/13\nDate Assigned: 2/9/13\nDate of Decision: 3/4/13\nType of Review: Standard',
    'Case Number\nCM13-9000104\nDate of Injury\n04/05/2012\nDecision Date\n03/04/2013\nDate Assigned\n02/09/2013\nApplication Received\n02/06/2013\nPriority\nStandard',
    'Case Number : CM13-9000104 | Date of Injury : 04/05/2012 | Date Assigned : 02/09/2013 | Application Received : 02/06/2013 | Decision Date : 03/04/2013 | Priority : Standard',
  ])('is read by whatever labels its fields have: %j', head => {
    const { caseNumber, dates, priority } = headed(head)
    expect([caseNumber, priority]).toEqual(['CM13-9000104', 'standard'])
    expect([dates.injury, dates.applicationReceived, dates.assigned, dates.decision]).toEqual(READ)
  })

  it('gives no label the date of another, unknown one', () => {
    const { caseNumber, dates } = headed(
      'Case Number: 13-000104\nSignature Date: March 9, 2013\nDate of Injury: 04/05/2012\nApplication Received: 02/06/2013\nDate Assigned:\nPriority: Standard',
    )
    expect([caseNumber, dates.injury, dates.applicationReceived]).toEqual(['13-000104', '2012-04-05', '2013-02-06'])
    expect([dates.assigned, dates.decision]).toEqual([null, null])
  })
})

describe('form B', () => {
  it('reports what it promises only under a label of its own form', () => {
    const opening = /^Date of UR Decision: .*$/m.exec(B)?.[0]
    const { status, messages } = record(`${opening}\n\n${B.slice(B.indexOf('INDEPENDENT MEDICAL'))}`)
    expect(status).toBe('partial')
    expect(messages.map(({ code, pointer }) => [code, pointer])).toEqual(
      ['caseNumber', 'dates/decision'].map(field => ['header/missing', `/${field}`]),
    )
  })

  it.each(['INDEPENDENT MEDICAL', 'Medical Qualifications', 'Case Summary', 'Documents Reviewed'])(
    'is a fragment if it ends before "%s", and not an application',
    next => {
      expect(() => record(B.slice(0, B.indexOf(next)))).toThrow(expect.objectContaining({ code: 'E_FRAGMENT' }))
    },
  )

  it('is read if the name of the organization lacks its "Inc."', () => {
    expect(names(record(B.replaceAll('Services, Inc. has', 'Services has')))).toEqual(names(record(B)))
  })

  it.each([
    'The Expert Reviewer stated that no section of the MTUS was applicable and relied on',
    'The Expert Reviewer also relied on',
    'The Expert Reviewer cited',
  ])('separates what the sides cited, whatever the wording for the reviewer: %s', opening => {
    const text = B.replace('The Expert Reviewer based his/her decision on', opening)
    const [item] = record(text).disputedItems
    expect([item?.claimsAdministrator.citations.length, item?.reviewer.citations.length]).toEqual([1, 1])
    expect(item?.reviewer.citations[0]?.sections).toEqual(['Aquatic therapy'])
  })

  it('counts an item once, in whichever list it stands', () => {
    const both = names(record(B))
    expect(both).toHaveLength(2)
    const [opening, list] = [B.indexOf('1) MAXIMUS'), B.indexOf('INDEPENDENT MEDICAL')]
    expect(names(record(B.slice(0, opening) + B.slice(list)))).toEqual(both)
  })

  it('keeps an item that is not discussed, and reports what it lacks', () => {
    const text = B.replace(/2\) Regarding[\s\S]*(?=Effect of the Decision)/, '')
    const { status, disputedItems, messages } = record(text)
    expect([status, disputedItems.length, disputedItems[1]?.rationale]).toEqual(['partial', 2, null])
    expect(messages).toContainEqual(
      expect.objectContaining({ code: 'item/label-missing', pointer: '/disputedItems/1/rationale' }),
    )
  })

  it('attributes a guideline without a named side to the reviewer', () => {
    const text = B.replace(
      /The Claims Administrator based[\s\S]*?(?=Rationale for the Decision)/,
      'ODG, Low Back Chapter.\n\n',
    )
    const [item] = record(text).disputedItems
    expect(item?.reviewer).toMatchObject({
      basis: 'outside-mtus',
      citations: [{ source: 'ODG', title: 'Low Back Chapter' }],
    })
    expect(item?.claimsAdministrator.basis).toBeNull()
  })

  it('keeps the closing out of the last rationale', () => {
    expect(record(B).disputedItems[1]?.rationale).toMatch(/medically necessary and appropriate\.$/)
  })
})

describe('form C', () => {
  it('reads numbered items, whatever numbers are in their prose', () => {
    const text = C.replace('These are the grounds', 'It happened once in 2012. 2. It came back. These are the grounds')
    expect(names(record(text))).toEqual(names(record(C)))
    expect(record(text).disputedItems[0]?.rationale).toMatch(/ 2\. It came back\. These/)
  })

  it('reads a rationale that discusses what the sides decided', () => {
    const words = 'The Claims Administrator based its decision on a report.'
    const text = C.replace('These are the grounds', `${words} These are the grounds`)
    expect(record(text).disputedItems[0]?.rationale).toContain(words)
  })

  it('reads its dates after other labels', () => {
    const text = C.replace('UR Denial Date:', 'Date of UR Decision:').replace('Decision Date:', 'Date of Decision:')
    expect(text).not.toBe(C)
    expect(record(text).dates).toEqual(record(C).dates)
  })

  it('doubts a cover letter with another outcome', () => {
    expect(codes(record(C))).toEqual([])
    const text = C.replace('Final Determination: OVERTURN', 'Final Determination: UPHOLD')
    expect(record(text).messages).toMatchObject([{ code: 'item/contradiction', pointer: '/outcome' }])
  })

  it('keeps cover and appeal out of every value', () => {
    const { evidence: _, messages: __, ...facts } = record(C)
    expect(JSON.stringify(facts)).not.toMatch(/appeal|binding|This means we decided|independent review service/i)
  })
})
