import { type LetterSource, mtus, work } from '../letter.ts'

/** C as text: the source before its chapter; a section before a title; pages of two kinds. */
export const letter: LetterSource = {
  name: 'CM14-9000021',
  medium: 'text',
  form: 'C',
  header: {
    injury: '2013-02-25',
    urDenial: '2014-01-21',
    applicationReceived: '2014-01-31',
    assigned: '2014-02-26',
    decision: '2014-04-02',
    priority: 'Standard',
  },
  credentials: 'The physician reviewer is Board Certified in Family Practice and is licensed to practice in Ohio.',
  summary:
    'The patient is a 29 year old male who sustained an industrial injury on 02/25/2013. He has been diagnosed with ' +
    'lumbar strain. Treatment to date has included Naprosyn and physical therapy. The treating physician requested an MRI ' +
    'of the lumbar spine.',
  documents: {
    mark: 'numbers',
    entries: ['Application for Independent Medical Review', 'Utilization Review Determination dated 01/21/2014'],
  },
  items: [
    {
      heading: 'MRI of the lumbar spine without contrast',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12, Low ' +
          'Back Complaints, pages 303-305, which is part of the MTUS.',
        cites: [mtus('Low Back Complaints', 2004, [], '303-305')],
      },
      reviewer: {
        says:
          'The Physician Reviewer relied on the MTUS ACOEM Guidelines, Low Back Complaints, pages 303 and 304, as well as the ' +
          'Official Disability Guidelines (ODG), Low Back Chapter, MRI.',
        cites: [mtus('Low Back Complaints', null, [], '303 and 304'), work('ODG', 'Low Back Chapter, MRI')],
      },
      rationale:
        'Without red flags, or signs of a nerve at work, pictures are of no use. The examination found none. The request is ' +
        'not medically necessary and appropriate.',
      why: { parts: 'RCZ', reasons: [['findings-do-not-support', 'The examination found none']] },
      gold: { category: 'Diagnostic Testing > Imaging & Radiology', kind: 'diagnostic', sites: ['low-back'] },
    },
    {
      heading: 'Physical therapy, lumbar spine, 6 visits',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Physical Medicine section of the Chronic Pain Medical Treatment ' +
          'Guidelines, page 99, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', null, ['Physical Medicine'], '99')],
      },
      reviewer: {
        says: 'The Physician Reviewer did not cite any evidence basis for his/her decision.',
        cites: [],
      },
      rationale:
        'He still limps when he walks, and six visits lie within the number of the chapter. The request is medically ' +
        'necessary and appropriate.',
      why: {
        parts: 'CZ',
        reasons: [
          ['criteria-met', 'He still limps when he walks'],
          ['within-guideline-amount', 'six visits lie within the number of the chapter'],
        ],
      },
      gold: {
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 6,
        sites: ['low-back'],
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['OH'], specialties: ['Family Practice'] },
    worker: { age: 29, sex: 'male' },
    diagnoses: [{ text: 'lumbar strain', icd10: 'S39', sites: ['low-back'] }],
    treatments: [
      { text: 'Naprosyn', kind: 'medication', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'MRI of the lumbar spine', kind: 'diagnostic', status: 'planned' },
    ],
  },
}
