import { type LetterSource, mtus, work } from '../letter.ts'

/** B as PDF: three items, all upheld, one of them with a colon in its name; numbered documents. */
export const letter: LetterSource = {
  name: 'CM13-9000014',
  medium: 'pdf',
  form: 'B',
  header: {
    injury: '2012-12-03',
    urDenial: '2013-08-14',
    applicationReceived: '2013-08-29',
    assigned: '2013-09-10',
    decision: '2013-10-11',
  },
  credentials:
    'The independent Doctor of Chiropractic who made the decision has no affiliation with the employer, employee, ' +
    'providers or the claims administrator. The reviewer is Board Certified in Chiropractic and is licensed to practice ' +
    'in Illinois and Michigan. He/she has been in active clinical practice for more than five years.',
  summary:
    'The claimant is a 29 year old female who injured her neck and right wrist on 12/03/2012 in a fall from a stool. ' +
    'The current diagnoses are cervical strain, right wrist sprain and tension headache. She has had ice, naproxen 500 mg, ' +
    'eight visits of chiropractic treatment, and a wrist splint. An x-ray of the cervical spine of 12/10/2012 showed no ' +
    'fracture. On 8/1/2013 she has stiffness in the morning. The plan is for eight more visits of chiropractic treatment, ' +
    'a TENS unit for use at home, and Terocin patches.',
  documents: {
    mark: 'numbers',
    entries: [
      'Application for Independent Medical Review',
      'Utilization Review Determination',
      'Employee medical records from Valley Chiropractic Center, dated 12/10/2012 through 8/1/2013',
      'Employee medical records from Lakeview Imaging',
    ],
  },
  items: [
    {
      heading: 'eight additional chiropractic visits for the cervical spine',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Manual therapy ' +
          '& manipulation, pages 58-60, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', null, ['Manual therapy & manipulation'], '58-60')],
      },
      reviewer: {
        says:
          'The Expert Reviewer based his/her decision on the Neck and Upper Back Complaints Chapter (2004), page 181, ' +
          'which is part of the MTUS.',
        cites: [mtus('Neck and Upper Back Complaints', 2004, [], '181')],
      },
      rationale:
        'Manipulation may go on where it has helped her to do more. Eight visits are behind her, and her work and her ' +
        'motion are told in the same words before and after. The request for eight additional chiropractic visits is not ' +
        'medically necessary and appropriate.',
      why: {
        parts: 'RCZ',
        reasons: [['no-functional-improvement', 'her work and her motion are told in the same words before and after']],
        priorSessions: 8,
      },
      gold: { category: 'Rehabilitation > Chiropractic', kind: 'therapy', sessions: 8, sites: ['neck'] },
    },
    {
      heading: 'TENS unit for home use: purchase',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Transcutaneous ' +
          'electrotherapy, pages 114-116, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', null, ['Transcutaneous electrotherapy'], '114-116')],
      },
      reviewer: {
        says:
          'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, Transcutaneous ' +
          'electrotherapy, pages 114-116, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', null, ['Transcutaneous electrotherapy'], '114-116')],
      },
      rationale:
        'A trial of one month beside exercise comes before a unit of her own. No trial was made. The request for a TENS ' +
        'unit for home use is not medically necessary and appropriate.',
      why: { parts: 'RCZ', reasons: [['criteria-not-met', 'No trial was made']] },
      gold: { category: 'DMEPOS > Electrical Stimulation', kind: 'device' },
    },
    {
      heading: 'Terocin patches #30',
      decision: 'upheld',
      claimsAdministrator: { says: 'The Claims Administrator did not cite any evidence for its decision.', cites: [] },
      reviewer: {
        says:
          'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, Topical ' +
          'Analgesics, pages 111-113, which is part of the MTUS, and the Official Disability Guidelines (ODG), Pain ' +
          'Chapter, Salicylate topicals, which is not part of the MTUS.',
        cites: [
          mtus('Chronic Pain Medical Treatment Guidelines', null, ['Topical Analgesics'], '111-113'),
          work('ODG', 'Pain Chapter, Salicylate topicals'),
        ],
      },
      rationale:
        'What is mixed with a substance that is not recommended is not recommended either, and lidocaine in this form is ' +
        'kept for pain of the nerves, which she has not. The request for Terocin patches #30 is not medically necessary ' +
        'and appropriate.',
      why: {
        parts: 'CZ',
        reasons: [
          ['not-recommended', 'What is mixed with a substance that is not recommended is not recommended either'],
          ['findings-do-not-support', 'lidocaine in this form is kept for pain of the nerves, which she has not'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Topical Compounds',
        kind: 'medication',
        drug: { name: 'terocin', strength: null, quantity: 30, refills: null },
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['IL', 'MI'], specialties: ['Chiropractic'] },
    worker: { age: 29, sex: 'female' },
    diagnoses: [
      { text: 'cervical strain', icd10: 'S16', sites: ['neck'] },
      { text: 'right wrist sprain', icd10: 'S63', sites: ['wrist:right'] },
      { text: 'tension headache', icd10: 'G44', sites: ['head'] },
    ],
    treatments: [
      { text: 'ice', kind: 'device', status: 'received' },
      { text: 'naproxen 500 mg', kind: 'medication', status: 'received' },
      { text: 'chiropractic treatment', kind: 'therapy', status: 'received' },
      { text: 'wrist splint', kind: 'device', status: 'received' },
      { text: 'x-ray of the cervical spine', kind: 'diagnostic', status: 'received' },
      { text: 'TENS unit', kind: 'device', status: 'planned' },
      { text: 'Terocin patches', kind: 'medication', status: 'planned' },
    ],
  },
}
