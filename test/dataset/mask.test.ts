import { describe, expect, it } from 'vitest'
import { mask } from '../../dataset/mask.ts'

const covered = (text: string): string => text.replace(/<([^>]*)>/g, (_, value: string) => '█'.repeat(value.length))
const plain = (text: string): string => text.replace(/[<>]/g, '')

describe('what reveals a person is covered', () => {
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
    ['claim-number', 'Claim Number: <05-123456-001> of the carrier'],
    ['claim-number', 'under claim #<ABC12345>'],
    ['claim-number', 'claim no. <20131234567>'],
    ['claim-number', 'WCAB number <ADJ9876543> is open'],
    ['claim-number', 'see <ADJ9876543>'],
    ['claim-number', 'MRN <00123456>'],
    ['email', 'wrote to <jane.doe@example.com>.'],
    ['name', 'Mr. <Doe> complains of neck pain'],
    ['name', 'In her report Ms. <Jane Doe> states that'],
    ['name', 'Patient name: <Jane Q. Doe>'],
  ])('%s: %s', (kind, text) => {
    expect(mask(plain(text))).toEqual({ text: covered(text), found: [kind] })
  })
})

describe('what looks alike stays', () => {
  it.each([
    'a 52 year old male who sustained an industrial injury on 4/17/2011',
    'date of injury 04/17/2011, decision 05/02/2016',
    'DOI: 04/17/2011',
    'The pain was born by the injured worker since 4/17/2011.',
    'Norco 10/325mg #120 with 2 refills, 7.5/325-1000',
    'CPT 99213-25, 97110, 20610; HCPCS E0730; ICD M54.17, 724.4 and 338.29',
    'NDC 12345-6789-01',
    'blood pressure 120/80, flexion 120-130-140 degrees, pain 6-7/10',
    'Case Number: CM16-9000003',
    'the claim of 12 sessions; a claims administrator; claim 2016',
    'claim CM16-9000003 is the case number',
    'Chronic Pain Medical Treatment 2009, pages 104-105; 8 CCR 9792.24.2, 9792.20-9792.26',
    'L4-5 and L5-S1, 10-13-16, 2016-11-03',
    'MS Contin 30mg, Dr. Smith, Ms. and Mr.',
    'physical therapy 2 times a week for 6 weeks; telephone follow up in 6 weeks',
    'the cell count was 4500 and the fax of 3/4/2016 was read',
    'policy of 2015 and the MTUS policy 9792',
    'the claim of 10-13-16; denied the claim on 2016-11-03; a medical record of 4/3/2016',
    'a patient named in the file',
    '20 mg at 8 a.m. @ 2 tablets',
    'the patient ID badge',
  ])('%s', text => {
    expect(mask(text)).toEqual({ text, found: [] })
  })
})

it('finds all that a text holds, each once', () => {
  const { text, found } = mask('DOB 4/17/1961, SSN 123-45-6789, phone 415-555-0134.')
  expect(found).toEqual(['birth-date', 'social-security', 'phone'])
  expect(text).toBe('DOB █████████, SSN ███████████, phone ████████████.')
})
