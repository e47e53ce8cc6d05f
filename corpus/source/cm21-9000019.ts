import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** E as text: chapters on mental health with colons in their titles; a side that cited nothing. */
export const letter: LetterSource = {
  name: 'CM21-9000019',
  medium: 'text',
  form: 'E',
  header: {
    injury: '2020-02-11',
    urDenial: '2021-08-16',
    applicationReceived: '2021-08-30',
    assigned: '2021-09-09',
    decision: '2021-10-04',
    priority: 'Standard',
  },
  credentials: { licensure: 'California', specialty: 'Psychiatry' },
  summary:
    'The injured worker is a 36 year old male, who sustained an industrial injury on 2-11-2020. The diagnoses have ' +
    'included depression and anxiety. Treatment to date has included psychotherapy and sertraline. On 7-29-2021, he ' +
    'reports poor sleep. The treating physician requested psychotherapy, six sessions. On 8-16-2021, utilization review ' +
    'denied the request.',
  items: [
    {
      heading: 'Psychotherapy, six sessions',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Workplace Mental Health: Depressive Disorders 2020, Section(s): Psychotherapy, and ' +
          'Workplace Mental Health: Anxiety Disorders 2021.',
        cites: [
          mtus('Workplace Mental Health: Depressive Disorders', 2020, ['Psychotherapy']),
          mtus('Workplace Mental Health: Anxiety Disorders', 2021),
        ],
      },
      reviewer: {
        says:
          'Decision based on MTUS Workplace Mental Health: Depressive Disorders 2020, Section(s): Psychotherapy. Decision ' +
          'based on Non-MTUS Citation Official Disability Guidelines (ODG), Mental Illness & Stress.',
        cites: [
          mtus('Workplace Mental Health: Depressive Disorders', 2020, ['Psychotherapy']),
          work('ODG', 'Mental Illness & Stress'),
        ],
      },
      rationale:
        'The first sessions helped him to go out again, and the chapter has more follow where the first have helped. Six ' +
        'lie within its number. The request is medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['benefit-shown', 'The first sessions helped him to go out again'],
          ['within-guideline-amount', 'Six lie within its number'],
        ],
      },
      gold: { category: 'Psych Services > Therapies', kind: 'behavioral', sessions: 6 },
    },
    {
      heading: 'Gym membership for six months',
      decision: 'upheld',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back, Gym memberships.',
        work('ODG', 'Low Back, Gym memberships'),
      ),
      rationale:
        'No program at home was tried, and nobody of the trade would watch him there. The request is not medically ' +
        'necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['conservative-care-not-exhausted', 'No program at home was tried'],
          ['criteria-not-met', 'nobody of the trade would watch him there'],
        ],
      },
      gold: { category: 'Programs > Programs', kind: 'program' },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['CA'], specialties: ['Psychiatry'] },
    worker: { age: 36, sex: 'male' },
    diagnoses: [
      { text: 'depression', icd10: 'F32' },
      { text: 'anxiety', icd10: 'F41' },
    ],
    treatments: [
      { text: 'psychotherapy', kind: 'behavioral', status: 'received' },
      { text: 'sertraline', kind: 'medication', status: 'received' },
    ],
  },
}
