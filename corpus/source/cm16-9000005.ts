import { type LetterSource, mtus, outside, work } from '../letter.ts'

/** Psychological care, every item overturned; web addresses and two sources in one Non-MTUS sentence. */
export const letter: LetterSource = {
  name: 'CM16-9000005',
  medium: 'pdf',
  form: 'D3',
  header: {
    injury: '2016-07-08',
    urDenial: '2016-11-18',
    applicationReceived: '2016-11-28',
    assigned: '2016-12-06',
    decision: '2017-01-04',
    priority: 'Standard',
  },
  credentials: { licensure: 'California', specialty: 'Psychologist' },
  summary:
    'The applicant is a 29-year-old woman who has filed a claim for posttraumatic stress disorder, major depressive ' +
    'disorder, and post-traumatic headaches reportedly associated with an industrial injury of July 8, 2016. Thus ' +
    'far, the applicant has been treated with the following: Zoloft 50 mg; eight sessions of individual ' +
    'psychotherapy; and a weekly support group. In a Utilization Review report dated November 18, 2016, the ' +
    'claims administrator failed to approve requests for cognitive behavioral therapy, biofeedback, psychological ' +
    'testing, and Zoloft. The claims administrator referenced an October 31, 2016 progress note in its ' +
    'determination. On October 31, 2016, the applicant reported that she still avoided the branch office in which ' +
    'she had been held up, woke from bad dreams three nights a week, and wept without cause. Bipolar disorder ' +
    'was ruled out. The applicant was described as tense and fatigued, with a narrow affect. The provider gave a ' +
    'diagnostic impression of posttraumatic stress disorder and major depression. The attending provider ' +
    'asked for six further sessions of therapy directed at the memory of the event, biofeedback for the headaches, ' +
    'and tests to measure progress. The applicant was placed off of work for six weeks.',
  items: [
    {
      heading: 'Six sessions of cognitive behavioral psychotherapy (individual), once a week for six weeks',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Stress-Related Conditions 2004, Section(s): General Approach, and Chronic Pain ' +
          'Medical Treatment 2016, Section(s): Psychological treatment, Psychological evaluations. Decision based on ' +
          'Non-MTUS Citation Official Disability Guidelines (ODG) Mental Illness and Stress.',
        cites: [
          mtus('Stress-Related Conditions', 2004, ['General Approach']),
          mtus('Chronic Pain Medical Treatment', 2016, ['Psychological treatment', 'Psychological evaluations']),
          work('ODG', 'Mental Illness and Stress'),
        ],
      },
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Mental Illness and Stress Chapter, ' +
          'Cognitive therapy for PTSD and Other Medical Treatment Guidelines National Center for PTSD, Clinician Guide ' +
          'to Trauma-Focused Psychotherapy.',
        work('ODG', 'Mental Illness and Stress Chapter, Cognitive therapy for PTSD'),
        work('other', 'National Center for PTSD, Clinician Guide to Trauma-Focused Psychotherapy'),
      ),
      rationale:
        'The cited works allow a long course of trauma-focused therapy so long as there is progress. After eight ' +
        'visits the applicant drives past the branch again, and her score has fallen by a third. Six more are a ' +
        'modest continuation. Therefore, the request is medically necessary.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['benefit-shown', 'After eight visits the applicant drives past the branch again'],
          ['within-guideline-amount', 'Six more are a modest continuation'],
        ],
        priorSessions: 8,
      },
      gold: { category: 'Psych Services > Therapies', kind: 'behavioral', sessions: 6 },
    },
    {
      heading: 'Biofeedback 1 time a week for 6 weeks',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Biofeedback.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Biofeedback'])],
      },
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation http://www.example.org/headache/behavioral-treatment-of-headache-after-' +
          'injury-overview.html, https://example.org/biofeedback/session-counts.',
        work('other', 'http://www.example.org/headache/behavioral-treatment-of-headache-after-injury-overview.html'),
        work('other', 'https://example.org/biofeedback/session-counts'),
      ),
      rationale:
        'Headache that follows an assault responds to training of this kind, and six visits are a fair trial beside ' +
        'the talking therapy granted above. The request for biofeedback 1 time a week for 6 weeks is medically ' +
        'necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['criteria-met', 'Headache that follows an assault responds to training of this kind'],
          ['within-guideline-amount', 'six visits are a fair trial'],
        ],
      },
      gold: { category: 'Psych Services > Therapies', kind: 'behavioral', sessions: 6 },
    },
    {
      heading: 'Psychological testing: Beck Depression Inventory, Beck Anxiety Inventory, PTSD Checklist (three tests)',
      decision: 'overturned',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines, 14th Edition, 2016, Mental Illness and ' +
          'Stress Chapter.',
        work('ODG', '14th Edition, 2016, Mental Illness and Stress Chapter', 2016),
      ),
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Psychological evaluations.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Psychological evaluations'])],
      },
      rationale:
        'The questionnaires take a few minutes each and are the very measure of progress that utilization review ' +
        'found wanting. The request for psychological testing is medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [['result-guides-care', 'are the very measure of progress that utilization review found wanting']],
      },
      gold: { category: 'Psych Services > Evaluation & Management', kind: 'diagnostic', sessions: 3 },
    },
    {
      heading: 'Zoloft 50mg #30 with 3 refills',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Antidepressants for chronic pain, ' +
          'Tricyclics.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Antidepressants for chronic pain', 'Tricyclics'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Stress-Related Conditions 2004.',
        cites: [mtus('Stress-Related Conditions', 2004)],
      },
      rationale:
        'A drug of this class is the usual first choice for both disorders, it is taken for mood rather than pain, ' +
        'and months of use are normal. The request for Zoloft 50mg #30 with 3 refills is medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['criteria-met', 'A drug of this class is the usual first choice for both disorders'],
          ['within-guideline-amount', 'months of use are normal'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Antidepressant',
        kind: 'medication',
        drug: { name: 'zoloft', strength: '50mg', quantity: 30, refills: 3 },
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['CA'], specialties: ['Psychologist'] },
    worker: { age: 29, sex: 'female' },
    diagnoses: [
      { text: 'posttraumatic stress disorder', icd10: 'F43' },
      { text: 'major depressive disorder', also: ['major depression'], icd10: 'F32' },
      { text: 'post-traumatic headaches', icd10: 'G44', sites: ['head'] },
      { text: 'Bipolar disorder', assertion: 'absent', icd10: 'F31' },
    ],
    treatments: [
      { text: 'Zoloft 50 mg', also: ['Zoloft'], kind: 'medication', status: 'received' },
      { text: 'individual psychotherapy', kind: 'behavioral', status: 'received' },
      { text: 'support group', kind: 'behavioral', status: 'received' },
      {
        text: 'cognitive behavioral therapy',
        also: ['therapy directed at the memory of the event'],
        kind: 'behavioral',
        status: 'planned',
      },
      { text: 'biofeedback', also: ['biofeedback for the headaches'], kind: 'behavioral', status: 'planned' },
      { text: 'psychological testing', also: ['tests to measure progress'], kind: 'diagnostic', status: 'planned' },
      { text: 'off of work', kind: 'activity', status: 'received' },
    ],
  },
}
