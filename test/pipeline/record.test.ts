import { describe, expect, it } from 'vitest'
import { type CaseRecord, caseRecord } from '../../document/index.ts'
import { extractRecord } from '../../pipeline/index.ts'
import { item, letterText, sourceOf } from '../letters.ts'

const record = (parts: Parameters<typeof letterText>[0] = {}): CaseRecord => extractRecord(sourceOf(letterText(parts)))
const codes = ({ messages }: CaseRecord): string[] => messages.map(message => `${message.severity} ${message.code}`)

describe('the record of a whole letter', () => {
  it('has the keys of the contract, in its order', () => {
    expect(Object.keys(record())).toEqual(Object.keys(caseRecord.shape))
  })

  it('holds what the letter says', () => {
    expect(record()).toMatchObject({
      status: 'complete',
      source: { form: 'D3', pages: 1, mediaType: 'text/plain' },
      caseNumber: 'CM16-9900001',
      dates: { injury: '2016-03-04', decision: '2016-06-02' },
      priority: 'standard',
      worker: { age: 41, sex: 'female' },
      reviewer: { statesOfLicensure: ['CA', 'NC'], certifications: [{ text: 'Family Practice' }] },
      disputedItems: [
        {
          ordinal: 1,
          text: 'Aquatic therapy for the left knee',
          decision: 'upheld',
          medicallyNecessary: false,
          urAction: 'denied',
          requested: 'Aquatic therapy for the left knee',
          authorized: null,
          rationale: 'Nothing shows why land exercise would fail. The request is not medically necessary.',
        },
      ],
      outcome: 'upheld',
      messages: [],
    })
  })

  it('is as certain as all of its entries together, and not at all if something is missing', () => {
    const { confidence, disputedItems, diagnoses, treatments } = record({
      summary: 'A 41 year old female was diagnosed with a left knee sprain. She has had physical therapy.',
    })
    const entries = [...diagnoses, ...treatments, ...disputedItems, ...disputedItems.flatMap(({ reasons }) => reasons)]
    expect(entries.length).toBeGreaterThan(3)
    expect(confidence).toBeCloseTo(
      entries.reduce((product, entry) => product * entry.confidence, 1),
      3,
    )
    expect(record({ summary: '' })).toMatchObject({ status: 'partial', confidence: 0 })
  })

  it('is the same whatever came before and whenever it is made', () => {
    expect(JSON.stringify(record())).toBe(JSON.stringify(record()))
  })
})

describe('the end of a letter', () => {
  it.each([
    ['cut off within a sentence', (text: string) => text.slice(0, text.lastIndexOf('medically'))],
    ['cut off between two sentences', (text: string) => text.slice(0, text.lastIndexOf(' The request'))],
    ['followed by words of another', (text: string) => `${text}\n\nPrinted on the second floor`],
  ])('%s is doubted', (_name, cut) => {
    const { status, messages } = extractRecord(
      sourceOf(cut(letterText({ items: [item(), item({ heading: 'A cane' })] }))),
    )
    expect([status, messages]).toEqual([
      'complete',
      [expect.objectContaining({ code: 'item/unfinished', pointer: '/disputedItems/1/rationale' })],
    ])
  })
})

describe('the end of a rationale', () => {
  it.each([
    [
      'decides, and goes on with advice',
      'The request is not medically necessary. Weaning is advised. It takes weeks. See a guideline.',
    ],
    ['decides before the words that close a letter', 'Nothing shows why.\n\nSincerely,\nA reviewer'],
  ])('%s: no doubt', (_name, rationale) => {
    expect(codes(record({ items: [item({ rationale })] }))).toEqual([])
  })
})

describe('the outcome of a case', () => {
  const one = item({ heading: 'A cane' })
  const other = item({ heading: 'A brace', outcome: ': Overturned', rationale: 'The request is medically necessary.' })

  it.each([
    ['upheld', [one]],
    ['overturned', [other]],
    ['partially-overturned', [one, other]],
  ])('%s', (outcome, items) => {
    expect(record({ items }).outcome).toBe(outcome)
  })

  it('rests on every decision', () => {
    expect(record({ items: [one, other] }).evidence['/outcome']).toHaveLength(2)
  })
})

describe('doubts', () => {
  it('a letter without a header is partial', () => {
    const { status, caseNumber, dates, messages } = record({ header: '' })
    expect([status, caseNumber, messages.map(message => message.code)]).toEqual(['partial', null, ['header/missing']])
    // From the prose, since there is no header.
    expect(dates.injury).toBe('2016-03-04')
  })

  it('a line above the first heading is no header', () => {
    expect(codes(record({ header: 'Scanned by a machine' }))).toEqual(['error header/missing'])
  })

  it('a header without one of its fields makes the record partial', () => {
    const text = letterText().replace('Decision Date: 06/02/2016', '')
    const { status, messages } = extractRecord(sourceOf(text))
    expect(status).toBe('partial')
    expect(messages).toMatchObject([{ code: 'header/missing', severity: 'error', pointer: '/dates/decision' }])
  })

  it.each([
    ['Upheld', 'The request is not medically necessary.', []],
    ['Upheld', 'The request was determined to not be medically necessary.', []],
    ['Upheld', 'The request cannot be considered medically necessary.', []],
    ['Upheld', 'As such, medical necessity is not established.', []],
    ['Upheld', 'The worker was seen in May.', ['warning item/unfinished', 'warning item/reason-unread']],
    ['Overturned', 'The request is medically necessary.', []],
    ['Overturned', 'It is not known why. The request is medically necessary.', []],
    ['Upheld', 'The request is medically necessary.', ['warning item/contradiction']],
    ['Overturned', 'The request is not medically necessary.', ['warning item/contradiction']],
    ['Overturned', 'A modified quantity of six visits is medically necessary.', ['warning item/contradiction']],
    ['Overturned', 'Two of the six visits are medically necessary.', ['warning item/contradiction']],
    ['Overturned', 'The request is in part medically necessary.', ['warning item/contradiction']],
  ])('%s and "%s"', (outcome, rationale, expected) => {
    expect(codes(record({ items: [item({ outcome: `: ${outcome}`, rationale })] }))).toEqual(expected)
  })

  it.each([
    ['a second case number in the header', 'CM16-9900001', 'CM16-9900001 Case Number: CM16-9900002', '/caseNumber'],
    [
      'another case number on a later page',
      'Decision rationale:',
      'Final Determination Letter for IMR Case Number CM16-9900002\n\nDecision rationale:',
      '/caseNumber',
    ],
    ['both priorities', 'Priority: Standard', 'Priority: Expedited Standard', '/priority'],
  ])('%s is a contradiction', (_what, from, to, pointer) => {
    const { messages } = extractRecord(sourceOf(letterText().replace(from, to)))
    expect(messages).toContainEqual(expect.objectContaining({ code: 'header/contradiction', pointer }))
  })

  it.each([
    [
      'the summary',
      'The expert reviewer developed the following clinical case summary based on',
      '/clinicalCaseSummary',
    ],
    ['the items', 'The Final Determination was based on decisions for', null],
  ])('a damaged fixed sentence above %s is doubtful', (_what, words, pointer) => {
    const { messages } = extractRecord(sourceOf(letterText().replace(words, '')))
    expect(messages).toContainEqual(expect.objectContaining({ code: 'section/opening-missing', pointer }))
  })

  it('a state that does not exist is doubtful, even next to known ones', () => {
    const credentials = 'State(s) of Licensure: Ohio, Calizona, New York\nCertification(s)/Specialty: Family Practice'
    expect(codes(record({ credentials }))).toEqual(['warning credential/unknown'])
  })

  it('a repeated item is doubtful', () => {
    expect(codes(record({ items: [item(), item({ heading: 'A cane' }), item()] }))).toEqual(['warning item/repeated'])
  })

  it.each([
    ['On 4/20/2016 utilization review non-certified the request for aquatic therapy and a TENS unit.', true],
    ['The request for an MRI of the left knee was previously denied due to a normal examination.', true],
    ['The request for aquatic therapy for the neck was denied.', true],
    ['On 4/20/2016 utilization review non-certified the request for aquatic therapy of the left knee.', false],
    ['The request for aquatic therapy was denied, as land exercise and a TENS unit had not been tried.', false],
    ['She denied the use of a TENS unit. The request for further care of the knee was denied.', false],
  ])('a denied request without an item is doubtful: %s', (sentence, isDoubtful) => {
    const summary = `A 41 year old female hurt her left knee. ${sentence}`
    expect(codes(record({ summary }))).toEqual(isDoubtful ? ['warning item/undecided'] : [])
  })

  it.each([
    ['within a sentence', 'Nothing shows why land exercise'],
    ['between two', 'Nothing shows why land exercise would fail.'],
  ])('a rationale that is cut %s is doubtful, wherever it is', (_where, rationale) => {
    const text = letterText({ items: [item({ rationale }), item({ heading: 'A cane' })] })
    expect(extractRecord(sourceOf(text)).messages).toContainEqual(
      expect.objectContaining({ code: 'item/unfinished', pointer: '/disputedItems/0/rationale' }),
    )
  })

  it('dates out of order are doubtful', () => {
    const text = letterText().replace('Date Assigned: 05/09/2016', 'Date Assigned: 05/09/2015')
    expect(codes(extractRecord(sourceOf(text)))).toEqual(['warning header/date-order'])
  })

  it('an unknown specialty is doubtful', () => {
    const credentials = 'State(s) of Licensure: Ohio\nCertification(s)/Specialty: Phrenology'
    expect(codes(record({ credentials }))).toEqual(['warning credential/unknown'])
  })

  it('what cannot be read of a citation is doubtful', () => {
    expect(codes(record({ items: [item({ claims: 'See above.' })] }))).toEqual(['warning citation/unparsed'])
  })
})
