import { type LetterSource, mtus, work } from '../letter.ts'

/** A as PDF: overturned, so the heading of the rationale lacks its "not"; a reviewer who is not a physician. */
export const letter: LetterSource = {
  name: 'CM13-9000012',
  medium: 'pdf',
  form: 'A',
  header: {
    injury: '2012-07-16',
    applicationReceived: '2013-03-11',
    assigned: '2013-03-25',
    decision: '2013-05-06',
    priority: 'Standard',
  },
  credentials:
    'The professional reviewer is licensed to practice in Oregon. The reviewer is Board Certified in Psychology. ' +
    'He/she has been in active clinical practice for more than five years.',
  summary:
    'This is a 38 year old female, a bus driver, with a date of injury of 7/16/2012. A passenger attacked her. She has ' +
    'been diagnosed with posttraumatic stress disorder, insomnia and a contusion of the jaw. Treatment to date has ' +
    'included sertraline, six sessions of cognitive behavioral therapy, and time off work. As of 2/4/2013 she sleeps ' +
    'five hours a night, and she drives her own car again. She denies suicidal ideation. The psychologist recommends ' +
    'further cognitive behavioral therapy and a follow-up visit with the psychiatrist. Utilization review denied the ' +
    'therapy on 2/15/2013, as goals were not named.',
  documents: {
    mark: 'numbers',
    entries: [
      'Application for Independent Medical Review',
      'Notice of non-certification of 2/15/2013',
      'Progress notes of the treating psychologist, 9/10/2012 to 2/4/2013',
    ],
  },
  items: [
    {
      heading: 'Six additional sessions of cognitive behavioral therapy',
      decision: 'overturned',
      reviewer: {
        says:
          'The reviewer relied upon the Stress-Related Conditions chapter (2004), pages 398-404, which is part of the ' +
          'MTUS, and the Official Disability Guidelines (ODG), Mental Illness & Stress chapter, which is not part of ' +
          'the MTUS. The former does not say how many sessions there may be, the latter does.',
        cites: [mtus('Stress-Related Conditions', 2004, [], '398-404'), work('ODG', 'Mental Illness & Stress chapter')],
      },
      rationale:
        'After six sessions she sleeps longer and drives again, which is the progress that the guideline asks for ' +
        'before more is given. The total would be twelve, and it stays within what is allowed. The request is medically ' +
        'necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['benefit-shown', 'After six sessions she sleeps longer and drives again'],
          ['within-guideline-amount', 'it stays within what is allowed'],
        ],
        priorSessions: 6,
      },
      gold: { category: 'Psych Services > Therapies', kind: 'behavioral', sessions: 6 },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['OR'], specialties: ['Psychology'] },
    dates: { urDenial: '2013-02-15' },
    worker: { age: 38, sex: 'female', occupation: 'bus driver' },
    diagnoses: [
      { text: 'posttraumatic stress disorder', icd10: 'F43' },
      { text: 'insomnia', icd10: 'G47' },
      { text: 'contusion of the jaw', icd10: 'S00', sites: ['jaw'] },
    ],
    treatments: [
      { text: 'sertraline', kind: 'medication', status: 'received' },
      { text: 'cognitive behavioral therapy', kind: 'behavioral', status: 'received' },
      { text: 'time off work', kind: 'activity', status: 'received' },
      { text: 'follow-up visit with the psychiatrist', kind: 'consultation', status: 'planned' },
    ],
  },
}
