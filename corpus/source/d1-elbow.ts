import { type LetterSource, mtus } from '../letter.ts'

/** D1 as text: no subspecialty, two licences, misspellings typical of dictation. */
export const letter: LetterSource = {
  name: 'd1-elbow',
  medium: 'text',
  form: 'D1',
  credentials:
    'The expert reviewer is Board Certified in Physical Medicine Rehab and is licensed to practice in Texas and Ohio.',
  summary:
    'The patient is a 44-year old female with an injury date of 9/2/11.  The diagnoses include right lateral ' +
    'epicondylitis; right cubital tunnel syndrome; status post right carpal tunnel release; and bilateral wrist pain.  Under ' +
    'consideration are requests for Acupuncture 2 x 6 and Voltaren Gel 1% 100gm.  There is a primary treating ' +
    'physician report dated 3/11/14 that states that the patient has pain on the outside of her right elbow when she ' +
    'lifts a pan.  She has been using a tennis elbow strap, ice and ibuprofin.  She had electrodiagnostic studies in ' +
    '2012.  On exam there is tenderness over the lateral epicondile and pain with resisted extention of the wrist.  ' +
    'Sensation is reduced in the little finger.  The treatment plan is acupuncture two times a week for six weeks, ' +
    'Voltaren Gel, and a follow up in six weeks.  She may work with no repetitive gripping.',
  items: [
    {
      heading: 'Acupuncture 2 x 6, right elbow',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines acupuncture.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['acupuncture'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines Introduction Page(s): 1.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['Introduction'], '1')],
      },
      rationale:
        'Twelve visits are twice what a first trial may have, and what earlier visits did is not told.  Acupuncture 2 ' +
        'x 6, right elbow is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['exceeds-guideline-amount', 'Twelve visits are twice what a first trial may have'],
          ['no-functional-improvement', 'what earlier visits did is not told'],
        ],
      },
      gold: { category: 'Rehabilitation > Acupuncture', kind: 'therapy', sessions: 12, sites: ['elbow:right'] },
    },
    {
      heading: 'Voltaren Gel 1% 100gm',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines TOPICAL ANALGESICS.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['TOPICAL ANALGESICS'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines Topical Analgesics Page(s): 111-113.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['Topical Analgesics'], '111-113')],
      },
      rationale:
        'The elbow is one of the joints that the gel reaches, and tablets of the same class upset her stomach.  One ' +
        'tube for a trial is reasonable.  Voltaren Gel 1% 100gm is medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['criteria-met', 'The elbow is one of the joints that the gel reaches'],
          ['conservative-care-failed', 'tablets of the same class upset her stomach'],
          ['within-guideline-amount', 'One tube for a trial is reasonable'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Topical Analgesics',
        kind: 'medication',
        drug: { name: 'voltaren', strength: '1%', quantity: null, refills: null },
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['TX', 'OH'], specialties: ['Physical Medicine Rehab'] },
    dates: { injury: '2011-09-02' },
    worker: { age: 44, sex: 'female' },
    diagnoses: [
      { text: 'right lateral epicondylitis', icd10: 'M77', sites: ['elbow:right'] },
      { text: 'right cubital tunnel syndrome', icd10: 'G56', sites: ['elbow:right'] },
      { text: 'right carpal tunnel release', assertion: 'historical', icd10: 'Z98', sites: ['wrist:right'] },
      { text: 'bilateral wrist pain', icd10: 'M25', sites: ['wrist:bilateral'] },
    ],
    treatments: [
      { text: 'right carpal tunnel release', kind: 'surgery', status: 'received' },
      { text: 'Acupuncture', also: ['acupuncture'], kind: 'therapy', status: 'planned' },
      { text: 'Voltaren Gel 1%', also: ['Voltaren Gel'], kind: 'medication', status: 'planned' },
      { text: 'tennis elbow strap', kind: 'device', status: 'received' },
      { text: 'ice', kind: 'device', status: 'received' },
      { text: 'ibuprofin', kind: 'medication', status: 'received' },
      { text: 'electrodiagnostic studies', kind: 'diagnostic', status: 'received' },
      { text: 'follow up', kind: 'consultation', status: 'planned' },
      { text: 'no repetitive gripping', kind: 'activity', status: 'received' },
    ],
  },
}
