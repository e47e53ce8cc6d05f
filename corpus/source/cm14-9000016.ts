import { type LetterSource, mtus, work } from '../letter.ts'

/** C as text: three items, all overturned; numbers in names that are not item numbers. */
export const letter: LetterSource = {
  name: 'CM14-9000016',
  medium: 'text',
  form: 'C',
  header: {
    injury: '2013-08-05',
    urDenial: '2014-01-13',
    applicationReceived: '2014-01-22',
    assigned: '2014-02-19',
    decision: '2014-03-26',
    priority: 'Standard',
  },
  credentials:
    'The physician reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in Georgia.',
  summary:
    'The patient is a 34 year old male who sustained an industrial injury on 08/05/2013, when his foot was caught under ' +
    'a pallet. He has been diagnosed with a right ankle sprain, peroneal tendinitis and osteochondral lesion of the ' +
    'right talus. Treatment to date has included a walking boot, ten visits of physical therapy, Anaprox, and an ankle ' +
    'brace. An MRI of the right ankle was done on 11/14/2013. On 12/19/2013 the ankle gives way on stairs. The surgeon ' +
    'recommends right ankle arthroscopy, crutches, and post-operative physical therapy.',
  documents: {
    mark: 'numbers',
    entries: [
      'Application for Independent Medical Review',
      'Utilization Review Determination dated 01/13/2014',
      'Medical Records from Foothill Foot and Ankle Associates dated 08/12/2013 to 12/19/2013',
      'MRI report of 11/14/2013',
    ],
  },
  items: [
    {
      heading: 'Right ankle arthroscopy with debridement of the talus',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Ankle and Foot Complaints Chapter (2004), pages 374-375, ' +
          'which is part of the MTUS.',
        cites: [mtus('Ankle and Foot Complaints', 2004, [], '374-375')],
      },
      reviewer: {
        says:
          'The Physician Reviewer based his/her decision on the Ankle and Foot Complaints Chapter (2004), page 374, which ' +
          'is part of the MTUS, and the Official Disability Guidelines (ODG), Ankle & Foot Chapter, Arthroscopy, which is ' +
          'not part of the MTUS.',
        cites: [mtus('Ankle and Foot Complaints', 2004, [], '374'), work('ODG', 'Ankle & Foot Chapter, Arthroscopy')],
      },
      rationale:
        'The lesion is seen on the images, the ankle gives way, and four months of care have not changed it. These are ' +
        'the grounds that the chapter names. The request is medically necessary and appropriate.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['criteria-met', 'The lesion is seen on the images, the ankle gives way'],
          ['conservative-care-failed', 'four months of care have not changed it'],
        ],
      },
      gold: { category: 'Surgery > Arthroscopic Surgery', kind: 'surgery', sites: ['ankle:right'] },
    },
    {
      heading: 'Crutches for purchase, 1 pair',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'The Claims Administrator did not cite any evidence for its decision.',
        cites: [],
      },
      reviewer: {
        says:
          'The Physician Reviewer based his/her decision on the Official Disability Guidelines (ODG), Ankle & Foot ' +
          'Chapter, Crutches, which is not part of the MTUS.',
        cites: [work('ODG', 'Ankle & Foot Chapter, Crutches')],
      },
      rationale:
        'No weight may rest on the ankle for weeks after the operation, which is found necessary above. The request is ' +
        'medically necessary and appropriate.',
      why: {
        parts: 'CZ',
        reasons: [
          ['supports-necessary-item', 'the operation, which is found necessary above'],
          ['criteria-met', 'No weight may rest on the ankle for weeks'],
        ],
        dependsOn: 1,
      },
      gold: { category: 'DMEPOS > DME', kind: 'device' },
    },
    {
      heading: 'Post-operative physical therapy 2 times a week for 4 weeks, right ankle',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Postsurgical Treatment Guidelines, pages 12-13, which is ' +
          'part of the MTUS.',
        cites: [mtus('Postsurgical Treatment Guidelines', null, [], '12-13')],
      },
      reviewer: {
        says:
          'The Physician Reviewer based his/her decision on the Postsurgical Treatment Guidelines, Ankle & Foot, page ' +
          '12, which is part of the MTUS.',
        cites: [mtus('Postsurgical Treatment Guidelines', null, ['Ankle & Foot'], '12')],
      },
      rationale:
        'After such an operation nine visits over eight weeks are allowed, and eight are asked for. The request is ' +
        'medically necessary and appropriate.',
      why: { parts: 'CZ', reasons: [['within-guideline-amount', 'eight are asked for']] },
      gold: {
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 8,
        sites: ['ankle:right'],
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['GA'], specialties: ['Orthopedic Surgery'] },
    worker: { age: 34, sex: 'male' },
    diagnoses: [
      { text: 'right ankle sprain', icd10: 'S93', sites: ['ankle:right'] },
      { text: 'peroneal tendinitis', icd10: 'M76', sites: ['lower-leg'] },
      { text: 'osteochondral lesion of the right talus', icd10: 'M93', sites: ['ankle:right'] },
    ],
    treatments: [
      { text: 'walking boot', kind: 'device', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'Anaprox', kind: 'medication', status: 'received' },
      { text: 'ankle brace', kind: 'device', status: 'received' },
      { text: 'MRI of the right ankle', kind: 'diagnostic', status: 'received' },
      { text: 'right ankle arthroscopy', kind: 'surgery', status: 'planned' },
      { text: 'crutches', kind: 'device', status: 'planned' },
      { text: 'post-operative physical therapy', kind: 'therapy', status: 'planned' },
    ],
  },
}
