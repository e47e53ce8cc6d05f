import { type LetterSource, mtus, work } from '../letter.ts'

/** D2 as text: the MTUS boxes, with and without a chapter; a chapter of the ACOEM guidelines with its number. */
export const letter: LetterSource = {
  name: 'd2-wrist',
  medium: 'text',
  form: 'D2',
  credentials: { licensure: 'Texas, California', specialty: 'Occupational Medicine' },
  summary:
    'The injured worker is a 44 year old female, who sustained an industrial injury on 5/20/13. The diagnoses have ' +
    'included right wrist sprain. Treatment to date has included physical therapy and a wrist brace. As of the PR2 dated ' +
    '2/12/15, the injured worker reports pain in the right wrist. The treating physician requested acupuncture. On ' +
    '3/2/15 Utilization Review non-certified a request for acupuncture. On 3/16/15, the injured worker submitted an ' +
    'application for IMR for review of acupuncture.',
  items: [
    {
      heading: 'Acupuncture, right wrist. Duration: 6 visits',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS ACOEM, Acupuncture Treatment Guidelines.',
        cites: [mtus('ACOEM', null), mtus('Acupuncture Treatment Guidelines', null)],
      },
      reviewer: {
        says:
          'Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints Page(s): 264-265, Acupuncture ' +
          'Treatment Guidelines Page(s): 8-9. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), ' +
          'Forearm, Wrist & Hand',
        cites: [
          mtus('Forearm, Wrist, and Hand Complaints', null, [], '264-265'),
          mtus('Acupuncture Treatment Guidelines', null, [], '8-9'),
          work('ODG', 'Forearm, Wrist & Hand'),
        ],
      },
      rationale:
        'Needles may stand beside therapy where pills are cut down or not borne. Neither is on record here. The request ' +
        'is not medically necessary.',
      why: { parts: 'RCZ', reasons: [['criteria-not-met', 'Neither is on record here']] },
      gold: { category: 'Rehabilitation > Acupuncture', kind: 'therapy', sessions: 6, sites: ['wrist:right'] },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['TX', 'CA'], specialties: ['Occupational Medicine'] },
    dates: { injury: '2013-05-20', urDenial: '2015-03-02', applicationReceived: '2015-03-16' },
    worker: { age: 44, sex: 'female' },
    diagnoses: [{ text: 'right wrist sprain', icd10: 'S63', sites: ['wrist:right'] }],
    treatments: [
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'wrist brace', kind: 'device', status: 'received' },
      { text: 'acupuncture', kind: 'therapy', status: 'planned' },
    ],
  },
}
