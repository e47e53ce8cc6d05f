import { type LetterSource, mtus, work } from '../letter.ts'

/** B as text: two items, listed twice; one list without the space in "not medically"; a summary in quotation marks. */
export const letter: LetterSource = {
  name: 'CM13-9000013',
  medium: 'text',
  form: 'B',
  header: {
    injury: '2011-05-19',
    urDenial: '2013-07-30',
    applicationReceived: '2013-08-06',
    assigned: '2013-08-21',
    decision: '2013-09-23',
  },
  credentials:
    'The independent Medical Doctor who made the decision has no affiliation with the employer, employee, providers or ' +
    'the claims administrator. The physician reviewer is Board Certified in Physical Medicine and Rehabilitation, has a ' +
    'subspecialty in Pain Management and is licensed to practice in California. He/she has been in active clinical ' +
    'practice for more than five years and is currently working at least 24 hours a week in active practice.',
  summary:
    '“The patient is a 46-year-old male with a date of injury of 5/19/2011. The patient is being treated for lumbar ' +
    'radiculopathy, lumbar disc herniation and depression. Treatment has included physical therapy, two epidural steroid ' +
    'injections, gabapentin, and a back brace. The most recent report of 7/8/2013 states that he walks with a cane and ' +
    'that straight leg raising is positive on the right. The provider requests aquatic therapy, as he cannot bear weight ' +
    'for long, and a refill of Norco 10/325 mg. The patient has a history of alcohol abuse.”',
  documents: {
    mark: 'bullets',
    entries: [
      'Application for Independent Medical Review (received 8/6/2013)',
      'Utilization review determination from Harbor Review Services (dated 7/30/2013)',
      'Employee medical records from Bayside Spine and Pain (dated 2/1/2013 to 7/8/2013)',
      'Employee medical records from the employee representative',
      'Medical Treatment Utilization Schedule (MTUS)',
    ],
  },
  items: [
    {
      heading: 'twelve sessions of aquatic therapy for the lumbar spine',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines (2009), Physical ' +
          'Medicine, pages 98-99, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', 2009, ['Physical Medicine'], '98-99')],
      },
      reviewer: {
        says:
          'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines (2009), Aquatic ' +
          'therapy, page 22, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', 2009, ['Aquatic therapy'], '22')],
      },
      rationale:
        'The guideline has exercise in water take the place of exercise on land where weight is to be kept off the ' +
        'spine. He cannot stand for long and needs a cane. Twelve sessions lie within the number that it allows. The ' +
        'request for twelve sessions of aquatic therapy is medically necessary and appropriate.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['criteria-met', 'He cannot stand for long and needs a cane'],
          ['within-guideline-amount', 'Twelve sessions lie within the number that it allows'],
        ],
      },
      gold: {
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 12,
        sites: ['low-back'],
      },
    },
    {
      heading: 'Norco 10/325 mg #120 with one refill',
      decision: 'upheld',
      glued: true,
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines (2009), Opioids, ' +
          'page 78, which is part of the MTUS, and the Official Disability Guidelines (ODG), Pain Chapter, which is not ' +
          'part of the MTUS.',
        cites: [
          mtus('Chronic Pain Medical Treatment Guidelines', 2009, ['Opioids'], '78'),
          work('ODG', 'Pain Chapter'),
        ],
      },
      reviewer: {
        says:
          'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines (2009), Opioids, ' +
          'criteria for use, pages 76-80, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', 2009, ['Opioids, criteria for use'], '76-80')],
      },
      rationale:
        'The guideline has opioids go on where pain and function are better for them and the use is watched. No score ' +
        'is given with and without the drug, and no screen is on record, though he drank too much at a time. The request ' +
        'for Norco 10/325 mg #120 with one refill is not medically necessary and appropriate.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['no-functional-improvement', 'No score is given with and without the drug'],
          ['safety', 'no screen is on record'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Opioids',
        kind: 'medication',
        drug: { name: 'norco', strength: '10/325 mg', quantity: 120, refills: 1 },
      },
    },
  ],
  gold: {
    reviewer: {
      statesOfLicensure: ['CA'],
      specialties: ['Physical Medicine and Rehabilitation', 'Pain Management'],
    },
    worker: { age: 46, sex: 'male' },
    diagnoses: [
      { text: 'lumbar radiculopathy', icd10: 'M54', sites: ['low-back'] },
      { text: 'lumbar disc herniation', icd10: 'M51', sites: ['low-back'] },
      { text: 'depression', icd10: 'F32' },
      { text: 'alcohol abuse', assertion: 'historical', icd10: 'F10' },
    ],
    treatments: [
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'epidural steroid injections', kind: 'injection', status: 'received' },
      { text: 'gabapentin', kind: 'medication', status: 'received' },
      { text: 'back brace', kind: 'device', status: 'received' },
      { text: 'cane', kind: 'device', status: 'received' },
      { text: 'aquatic therapy', kind: 'therapy', status: 'planned' },
      { text: 'Norco 10/325 mg', kind: 'medication', status: 'received' },
    ],
  },
}
