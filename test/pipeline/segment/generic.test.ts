import { describe, expect, it } from 'vitest'
import { type CaseRecord, Rejected } from '../../../document/index.ts'
import { extractRecord } from '../../../pipeline/index.ts'
import { sourceOf } from '../../letters.ts'

/** A letter of unknown form; every word is invented. */
const letter = ({ decisions = DECISIONS, opening = OPENING, summary = SUMMARY, reviewer = REVIEWER } = {}): string =>
  [opening, reviewer, summary, decisions].join('\n\n')

const OPENING = `STATE OF CALIFORNIA
Independent Medical Review: Final Determination
Case Number: CM19-9900002
Decision Date: 06/02/2019`

const REVIEWER = `Reviewer Qualifications:
The physician reviewer is Board Certified in Neurology and is licensed to practice in Ohio. He/she has no affiliation with
the employer or the claims administrator.`

const SUMMARY = `CLINICAL SUMMARY
The injured worker is a 41 year old female who sustained an industrial injury on 3-4-16. The diagnoses have included lumbar
strain.`

const DECISIONS = `DECISIONS AND RATIONALES
1. Aquatic therapy for the left knee, six visits: Upheld
Rationale: Nothing shows why land exercise would fail. The request is not medically necessary.
2. A cane: Overturned
Rationale: She fell twice. The request is medically necessary.`

const record = (text: string): CaseRecord => extractRecord(sourceOf(text))
const codeOf = (text: string): string => {
  try {
    return record(text).source.form
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    return error.code
  }
}

describe('a letter of unknown form', () => {
  it('is read by shape and wording, with a message', () => {
    expect(record(letter())).toMatchObject({
      source: { form: 'unknown' },
      status: 'partial',
      caseNumber: 'CM19-9900002',
      dates: { decision: '2019-06-02' },
      worker: { age: 41, sex: 'female' },
      reviewer: { statesOfLicensure: ['OH'], certifications: [{ text: 'Neurology' }] },
      diagnoses: [{ text: 'lumbar strain' }],
      disputedItems: [
        {
          text: 'Aquatic therapy for the left knee, six visits',
          decision: 'upheld',
          rationale: 'Nothing shows why land exercise would fail. The request is not medically necessary.',
        },
        { text: 'A cane', decision: 'overturned', rationale: 'She fell twice. The request is medically necessary.' },
      ],
      outcome: 'partially-overturned',
    })
  })

  it('reports what was not found', () => {
    const { messages } = record(letter({ summary: SUMMARY.replace('CLINICAL SUMMARY', 'WORKER') }))
    expect(messages).toContainEqual(expect.objectContaining({ code: 'form/unknown', severity: 'error' }))
    expect(messages).toContainEqual(
      expect.objectContaining({ code: 'section/missing', pointer: '/clinicalCaseSummary' }),
    )
    expect(messages).toContainEqual(
      expect.objectContaining({ code: 'item/label-missing', pointer: '/disputedItems/0/reviewer' }),
    )
  })

  it.each([
    [
      'a sentence',
      'The reviewer has determined that the request for a cane is not medically necessary.',
      'a cane',
      'upheld',
    ],
    ['a lost space', '1. A cane is notmedically necessary and appropriate.', 'A cane', 'upheld'],
    ['a number', '1) A cane is medically necessary and appropriate.', 'A cane', 'overturned'],
    ['a dash', 'A cane – Overturned', 'A cane', 'overturned'],
    [
      'over two lines',
      '1. A cane of wood with a rubber tip that does not slip on\nwet floors: Upheld',
      'A cane of wood with a rubber tip that does not slip on wet floors',
      'upheld',
    ],
    ['the name above', 'Disputed treatment: A cane\nDecision: Upheld', 'A cane', 'upheld'],
  ])('reads a decision with %s', (_name, words, text, decision) => {
    const decisions = `DECISIONS AND RATIONALES\n${words}\nRationale: It is told above.`
    expect(record(letter({ decisions })).disputedItems).toMatchObject([
      { text, decision, rationale: 'It is told above.' },
    ])
  })

  it('counts a decision that is listed twice once', () => {
    const decisions = `${DECISIONS}\n1. Aquatic therapy for the left knee, six visits: Upheld`
    expect(record(letter({ decisions })).disputedItems).toHaveLength(2)
  })
})

describe('what mentions decisions but is not a determination', () => {
  it.each([
    ['without a decision', letter({ decisions: 'DECISIONS AND RATIONALES\nThey will follow.' })],
    ['without a reason', letter({ decisions: 'DECISIONS\nA cane: Upheld' })],
    ['without worker and reviewer', letter({ reviewer: '', summary: '' })],
    ['without the words of a review', letter({ opening: 'Notes of the clinic', reviewer: '' })],
    ['of a health plan', letter({ opening: `${OPENING}\nThe enrollee's health plan had denied it.` })],
    ['that tells how to apply', letter({ opening: `${OPENING}\nYou may request an Independent Medical Review.` })],
    ['on several cases', letter({ opening: `${OPENING}\nCase Number: CM19-9900003` })],
  ])('%s is rejected', (_name, text) => {
    expect(codeOf(text)).toBe('E_NOT_A_LETTER')
  })
})
