import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** A head injury, as text: the only expedited letter, with the age after the sex. */
export const letter: LetterSource = {
  name: 'CM17-9000010',
  medium: 'text',
  form: 'D3',
  header: {
    injury: '2017-01-15',
    urDenial: '2017-01-26',
    applicationReceived: '2017-01-27',
    assigned: '2017-01-30',
    decision: '2017-02-02',
    priority: 'Expedited',
  },
  credentials: { licensure: 'Colorado, Texas, Arizona', specialty: 'Neurology,Pain Management' },
  summary:
    'The injured worker is a male, age 34, who fell from a scaffold on January 15, 2017. The assessment was ' +
    'concussion with loss of consciousness, left facial bone fracture, post-concussional syndrome, and ' +
    'tinnitus of the right ear. He was observed overnight and received IV fluids, acetaminophen, a CT scan of the ' +
    'head and sutures of the scalp. Since then he has been off work and has kept to cognitive rest. On January 24, ' +
    '2017 his wife reported that he lost words and had vomited twice that morning. He denied seizures. Neurological ' +
    'examination showed unequal pupils and a drift of the right arm. The neurologist suspected subdural hematoma and ' +
    'ordered a repeat CT scan of the head, vestibular therapy, speech therapy, and ondansetron 4 mg. Skull base ' +
    'fracture versus skull contusion was noted. On January 26, 2017, Utilization Review non-certified the repeat CT ' +
    'scan of the head because one had been done, the vestibular therapy, and the speech therapy.',
  items: [
    {
      heading: 'Repeat CT scan of the head without contrast, stat',
      decision: 'overturned',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG): Head (updated 11/22/16), CT ' +
          '(computed tomography).',
        work('ODG', 'Head (updated 11/22/16), CT (computed tomography)'),
      ),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation UpToDate, Subdural hematoma in adults: Evaluation. Topic 1124, version ' +
          '15.0, accessed 02/01/2017.',
        work(
          'other',
          'UpToDate, Subdural hematoma in adults: Evaluation. Topic 1124, version 15.0, accessed 02/01/2017',
        ),
      ),
      rationale:
        'A change for the worse after a blow to the head, with a pupil that differs from its fellow, calls for new ' +
        'images within the hour; a scan taken before the change answers nothing. The request is medically necessary.',
      why: { parts: 'CZ', reasons: [['criteria-met', 'A change for the worse after a blow to the head']] },
      gold: { category: 'Diagnostic Testing > Imaging & Radiology', kind: 'diagnostic', sites: ['head'] },
    },
    {
      heading: 'Vestibular therapy evaluation and treatment times 4',
      decision: 'upheld',
      close: true,
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Head (trauma, headaches, etc., not ' +
          'including stress & mental disorders), Vestibular PT rehabilitation.',
        work(
          'ODG',
          'Head (trauma, headaches, etc., not including stress & mental disorders), Vestibular PT rehabilitation',
        ),
      ),
      rationale:
        'Until the images have been read, exercises of balance have to wait. At this time the request is not ' +
        'medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [['duplicate-or-concurrent', 'Until the images have been read, exercises of balance have to wait']],
      },
      gold: {
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 4,
      },
    },
    {
      heading: 'Speech therapy 2-3 times a week for 4 weeks',
      decision: 'upheld',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: {
        says:
          'Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment. Decision based ' +
          'on Non-MTUS Citation Official Disability Guidelines (ODG), Head, Speech therapy (ST).',
        cites: [
          mtus('General Approaches', 2004, ['Initial Approaches to Treatment']),
          work('ODG', 'Head, Speech therapy (ST)'),
        ],
      },
      rationale:
        'Lost words may return by themselves once their cause is found and treated, and a speech examination has yet ' +
        'to be made. The request is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['conservative-care-not-exhausted', 'Lost words may return by themselves'],
          ['criteria-not-met', 'a speech examination has yet to be made'],
        ],
      },
      gold: { category: 'Rehabilitation > Other Therapies', kind: 'therapy', sessions: 12 },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['CO', 'TX', 'AZ'], specialties: ['Neurology', 'Pain Management'] },
    worker: { age: 34, sex: 'male' },
    diagnoses: [
      { text: 'concussion with loss of consciousness', icd10: 'S06', sites: ['head'] },
      { text: 'left facial bone fracture', icd10: 'S02', sites: ['face:left'] },
      { text: 'post-concussional syndrome', icd10: 'F07', sites: ['head'] },
      { text: 'tinnitus of the right ear', icd10: 'H93', sites: ['ear:right'] },
      { text: 'seizures', assertion: 'absent', icd10: 'R56' },
      { text: 'subdural hematoma', assertion: 'possible', icd10: 'S06', sites: ['head'] },
      { text: 'Skull base fracture', assertion: 'possible', icd10: 'S02', sites: ['head'] },
      { text: 'skull contusion', assertion: 'possible', icd10: 'S00', sites: ['head'] },
    ],
    treatments: [
      { text: 'IV fluids', kind: 'other', status: 'received' },
      { text: 'acetaminophen', kind: 'medication', status: 'received' },
      { text: 'CT scan of the head', also: ['repeat CT scan of the head'], kind: 'diagnostic', status: 'received' },
      { text: 'sutures of the scalp', kind: 'other', status: 'received' },
      { text: 'off work', kind: 'activity', status: 'received' },
      { text: 'cognitive rest', kind: 'activity', status: 'received' },
      { text: 'vestibular therapy', kind: 'therapy', status: 'planned' },
      { text: 'speech therapy', kind: 'therapy', status: 'planned' },
      { text: 'ondansetron 4 mg', kind: 'medication', status: 'planned' },
    ],
  },
}
