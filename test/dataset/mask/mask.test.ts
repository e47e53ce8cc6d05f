import { describe, expect, it } from 'vitest'
import { mask, maskTexts } from '../../../dataset/mask/index.ts'
import type { CaseRecord } from '../../../document/index.ts'
import { ALIKE, EXAMPLES, examplesOf } from './examples.ts'

const covered = (text: string): string => text.replace(/<([^>]*)>/g, (_, value: string) => '█'.repeat(value.length))
const plain = (text: string): string => text.replace(/[<>]/g, '')

describe('what reveals a person is masked', () => {
  it.each([
    ['birth-date', 'The injured worker (DOB: <04/17/1961>) fell from a ladder.'],
    ['birth-date', 'D.O.B. <4-17-61>, male'],
    ['birth-date', 'a date of birth of <April 17, 1961> and a date of injury of May 2, 2014'],
    ['birth-date', 'The worker, born on <17 April 1961>, is right handed.'],
    ['birth-date', 'Date of Birth <1961-04-17>'],
    ['birth-date', 'with a birthdate of <4/17/1961> and a left knee sprain'],
    ['social-security', 'SSN: <123-45-6789>.'],
    ['social-security', 'Social Security number <xxx-xx-6789>'],
    ['social-security', 'known as <123-45-6789> to the carrier'],
    ['phone', 'may be reached at <(415) 555-0134> in the morning'],
    ['phone', 'called <415-555-0134>, and again'],
    ['phone', 'Fax: <4155550134>'],
    ['phone', 'telephone number <555-0134>'],
    ['phone', 'at <+1 415.555.0134>.'],
    ['record-number', 'Claim Number: <05-123456-001> of the carrier'],
    ['record-number', 'under claim #<ABC12345>'],
    ['record-number', 'claim no. <20131234567>'],
    ['record-number', 'WCAB number <ADJ9876543> is open'],
    ['record-number', 'see <ADJ9876543>'],
    ['record-number', 'MRN <00123456>'],
    ['email', 'wrote to <jane.doe@example.com>.'],
    ['name', 'Mr. <Doe> complains of neck pain'],
    ['name', 'In her report Ms. <Jane Doe> states that'],
    ['name', 'Patient name: <Jane Q. Doe>'],
  ])('%s: %s', (kind, text) => {
    expect(mask(plain(text))).toEqual({ text: covered(text), found: [kind] })
  })
})

describe.each(Object.keys(EXAMPLES))('invented identifiers: %s', kind => {
  const examples = examplesOf(kind)

  it('are all masked, and nothing else is', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60)
    const wrong = examples.filter(text => mask(plain(text), { physicians: true }).text !== covered(text))
    expect(wrong).toEqual([])
  })
})

it.each(ALIKE)('lookalikes stay: %s', text => {
  expect(mask(text)).toEqual({ text, found: [] })
})

describe('a name introduced once', () => {
  it('is masked everywhere, but not where it is a word', () => {
    expect(mask("Mr. Underhollow fell. UNDERHOLLOW was seen; Underhollow's wife drove.").text).toBe(
      "Mr. ███████████ fell. ███████████ was seen; ███████████'s wife drove.",
    )
    expect(mask('Mr. Hand hurt his hand. Hand therapy was begun.').text).toBe(
      'Mr. ████ hurt his hand. Hand therapy was begun.',
    )
    expect(mask("Ms. Phalen fell. Phalen's test was positive.").text).toBe(
      "Ms. ██████ fell. Phalen's test was positive.",
    )
  })

  it('is covered in all texts of a record', () => {
    const record = {
      clinicalCaseSummary: 'Ms. Jane Underhollow fell.',
      disputedItems: [{ rationale: 'Underhollow had no therapy.', text: 'MRI' }],
      documentsReviewed: ['Report on Underhollow'],
    } as unknown as CaseRecord
    expect(maskTexts(record, () => {})).toEqual({
      clinicalCaseSummary: 'Ms. ████████████████ fell.',
      disputedItems: [{ rationale: '███████████ had no therapy.', text: 'MRI' }],
      documentsReviewed: ['Report on ███████████'],
    })
  })

  it('physicians stay unless requested', () => {
    const text = 'Dr. Underhollow and K. Brisk, M.D., agreed.'
    expect(mask(text).text).toBe(text)
    expect(mask(text, { physicians: true }).text).toBe('Dr. ███████████ and ████████, M.D., agreed.')
  })
})

it('finds all identifiers of a text, each once', () => {
  const { text, found } = mask('DOB 4/17/1961, SSN 123-45-6789, phone 415-555-0134.')
  expect(found).toEqual(['birth-date', 'social-security', 'phone'])
  expect(text).toBe('DOB █████████, SSN ███████████, phone ████████████.')
})
