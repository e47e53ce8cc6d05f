import { type LetterSource, mtus, work } from '../letter.ts'

/** B as text: works joined by "and on"; an item that the MTUS does not address; a side with no evidence basis. */
export const letter: LetterSource = {
  name: 'CM13-9000020',
  medium: 'text',
  form: 'B',
  header: {
    injury: '2012-01-17',
    urDenial: '2013-08-05',
    applicationReceived: '2013-08-12',
    assigned: '2013-08-23',
    decision: '2013-10-03',
  },
  credentials:
    'The independent Medical Doctor who made the decision has no affiliation with the employer, employee, providers or ' +
    'the claims administrator. The physician reviewer is Board Certified in Neurology and is licensed to practice in ' +
    'Nevada. He/she has been in active clinical practice for more than five years.',
  summary:
    '“The patient is a 51-year-old female with a date of injury of 1/17/2012. The patient is being treated for right knee ' +
    'osteoarthritis. Treatment has included ibuprofen and physical therapy. The provider requests a topical cream.”',
  documents: {
    mark: 'bullets',
    entries: [
      'Application for Independent Medical Review (received 8/12/2013)',
      'Utilization review determination (dated 8/5/2013)',
    ],
  },
  items: [
    {
      heading: 'Capsaicin cream for the right knee',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'The Claims Administrator did not cite any evidence basis for its decision.',
        cites: [],
      },
      reviewer: {
        says:
          'The Expert Reviewer relied on the Chronic Pain Medical Treatment Guidelines (2009), Topical analgesics, Capsaicin, ' +
          'pages 111-113, part of the MTUS, and on the Harbor Society of Pain Medicine consensus statement on creams.',
        cites: [
          mtus('Chronic Pain Medical Treatment Guidelines', 2009, ['Topical analgesics', 'Capsaicin'], '111-113'),
          work('other', 'Harbor Society of Pain Medicine consensus statement on creams'),
        ],
      },
      rationale:
        'The cream is for those whom other drugs have not helped. Ibuprofen helps her. The request for capsaicin cream is ' +
        'not medically necessary and appropriate.',
      why: { parts: 'RCZ', reasons: [['alternative-suffices', 'Ibuprofen helps her']] },
      gold: {
        category: 'Pharmaceuticals > Topical Analgesics',
        kind: 'medication',
        drug: { name: 'capsaicin', strength: null, quantity: null, refills: null },
        sites: ['knee:right'],
      },
    },
    {
      heading: 'a gym membership for six months',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Official Disability Guidelines (ODG), Knee Chapter, which is not ' +
          'part of the MTUS.',
        cites: [work('ODG', 'Knee Chapter')],
      },
      reviewer: {
        says:
          'The Expert Reviewer found that the MTUS does not address gym memberships and relied on the Official Disability ' +
          'Guidelines (ODG), Knee Chapter, Gym memberships.',
        cites: [work('ODG', 'Knee Chapter, Gym memberships')],
      },
      rationale:
        'No program at home was tried, and nobody of the trade would watch her there. The request for a gym membership is ' +
        'not medically necessary and appropriate.',
      why: {
        parts: 'CZ',
        reasons: [
          ['conservative-care-not-exhausted', 'No program at home was tried'],
          ['criteria-not-met', 'nobody of the trade would watch her there'],
        ],
      },
      gold: { category: 'Programs > Programs', kind: 'program' },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['NV'], specialties: ['Neurology'] },
    worker: { age: 51, sex: 'female' },
    diagnoses: [{ text: 'right knee osteoarthritis', icd10: 'M17', sites: ['knee:right'] }],
    treatments: [
      { text: 'ibuprofen', kind: 'medication', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'topical cream', kind: 'medication', status: 'planned' },
    ],
  },
}
