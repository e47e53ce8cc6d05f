import { describe, expect, it } from 'vitest'
import { credentials } from '../../extractors/credentials.ts'
import { valuesOf } from './values.ts'

const read = (text: string) => {
  const { reviewer } = valuesOf(credentials, text)
  return [reviewer.statesOfLicensure.join(' '), ...reviewer.certifications.map(one => `${one.text} = ${one.specialty}`)]
}

describe('credentials', () => {
  it.each([
    [
      'a block, with and without spaces after commas',
      'State(s) of Licensure: California,North Carolina, District of Columbia Certification(s)/Specialty: Family Practice,Pain Management',
      ['CA NC DC', 'Family Practice = Family Practice', 'Pain Management = Pain Management'],
    ],
    [
      'West Virginia is not Virginia',
      'State(s) of Licensure: West Virginia, Virginia Certification(s)/Specialty: Surgery',
      ['WV VA', 'Surgery = Surgery'],
    ],
    [
      'other spellings and a typing error',
      'State(s) of Licensure: Ohio Certification(s)/Specialty: Chiropractor, Physical Medicine and Rehabilitation, Sports Medicinea',
      [
        'OH',
        'Chiropractor = Chiropractic',
        'Physical Medicine and Rehabilitation = Physical Medicine & Rehabilitation',
        'Sports Medicinea = Sports Medicine',
      ],
    ],
    [
      'an unknown specialty stays as written',
      'State(s) of Licensure: Ohio Certification(s)/Specialty: Phrenology',
      ['OH', 'Phrenology = null'],
    ],
    [
      'running text of form D1',
      'The expert reviewer is Board Certified in Physical Medicine Rehab, has a subspecialty in Neuromuscular Medicine and is licensed to practice in Maryland. He/she has been in active practice.',
      [
        'MD',
        'Physical Medicine Rehab = Physical Medicine & Rehabilitation',
        'Neuromuscular Medicine = Neuromuscular Medicine',
      ],
    ],
    [
      'running text with other words for it',
      'The reviewer is board-certified in Internal Medicine and Rheumatology and holds a license in Nevada. He is also board certified in Surgery and licensed in Ohio.',
      ['NV OH', 'Internal Medicine = Internal Medicine', 'Rheumatology = Rheumatology', 'Surgery = Surgery'],
    ],
    [
      'a licence in a profession, and one in a state',
      'The expert reviewer is licensed in Chiropractic, has a subspecialty in Pain Management and is licensed to practice in New Mexico.',
      ['NM', 'Chiropractic = Chiropractic', 'Pain Management = Pain Management'],
    ],
    [
      'names that contain "and" and names beside it',
      'Board certified in Physical Medicine and Rehabilitation and Sports Medicine, and Pain Management. Licensed in the State of Ohio.',
      [
        'OH',
        'Physical Medicine and Rehabilitation = Physical Medicine & Rehabilitation',
        'Sports Medicine = Sports Medicine',
        'Pain Management = Pain Management',
      ],
    ],
    [
      'no name is cut at an "and" beside what is none',
      'He is board certified in Surgery and Phrenology and holds licenses in Iowa and Utah, and is licensed to practice in Utah.',
      ['IA UT', 'Surgery and Phrenology = null'],
    ],
    ['nothing', 'He/she is familiar with governing laws.', ['']],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
