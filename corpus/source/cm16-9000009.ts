import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** A knee, as text: an operation, a viscosupplement, and dates cut by a line end. */
export const letter: LetterSource = {
  name: 'CM16-9000009',
  medium: 'text',
  form: 'D3',
  header: {
    injury: '2016-04-18',
    urDenial: '2016-11-09',
    applicationReceived: '2016-12-02',
    assigned: '2016-12-12',
    decision: '2017-01-10',
    priority: 'Standard',
  },
  credentials: { licensure: 'Iowa,Montana, California', specialty: 'Orthopedic Surgery' },
  summary:
    'This is a 49-year-old female with a 4/18/2016 date of injury. A specific mechanism of injury was a twist of the ' +
    'knee on a ladder. 11/9/16 determination was modified. 10/17/16 progress report states that the patient has ' +
    'persistent left knee pain with clicking. There is pain along the medial joint line, and a small effusion. ' +
    'Diagnosis: tear of medial meniscus of left knee, current injury; unilateral primary osteoarthritis, left knee; ' +
    'obesity. Probable chondromalacia patellae. Treatment to date: physical therapy, cortisone injection to the left ' +
    'knee, bracing, Mobic, and modified duty. An MRI of the left knee was done on 6/2/16. The provider recommends ' +
    'left knee arthroscopy with partial medial meniscectomy, a series of Orthovisc injections if surgery is declined, ' +
    'crutches, and a one month supply of Celebrex 200 mg. The history is negative for rheumatoid arthritis. ' +
    'Utilization review of 11/\n9/16 denied the arthroscopy, the Orthovisc injections and Celebrex, and modified the ' +
    'post-operative physical therapy.',
  items: [
    {
      heading:
        'Left knee arthroscopy with partial medial meniscectomy, chondroplasty and possible removal of loose bodies',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Knee Complaints 2004, Section(s): Diagnostic Criteria, Surgical Considerations.',
        cites: [mtus('Knee Complaints', 2004, ['Diagnostic Criteria', 'Surgical Considerations'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.',
        cites: [mtus('Knee Complaints', 2004, ['Surgical Considerations'])],
      },
      rationale:
        'The cited chapter has arthroscopy follow where the knee catches, the joint line hurts and the images agree. ' +
        'All three are on record, and therapy and a cortisone injection have failed. Wear of the joint is slight. ' +
        'Thus the request is medically necessary.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['criteria-met', 'All three are on record'],
          ['conservative-care-failed', 'therapy and a cortisone injection have failed'],
        ],
      },
      gold: { category: 'Surgery > Arthroscopic Surgery', kind: 'surgery', sites: ['knee:left'] },
    },
    {
      heading:
        'Post-operative physical therapy two times a week for six weeks (12 sessions) for the left knee was the ' +
        'original request. Six sessions of post-operative physical therapy for the left knee were authorized by the Claims ' +
        'Administrator. The remaining IMR eligible portion of the original request, six sessions of post-operative ' +
        'physical therapy for the left knee',
      is: true,
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Knee, Forearm, Wrist, & Hand.',
        cites: [mtus('Postsurgical Treatment', 2009, ['Knee', 'Forearm, Wrist, & Hand'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Knee.',
        cites: [mtus('Postsurgical Treatment', 2009, ['Knee'])],
      },
      rationale:
        'After this operation the cited chapter allows twelve visits in twelve weeks. With six authorized, six are ' +
        'left. The remaining request is medically necessary.',
      why: { parts: 'RCZ', reasons: [['within-guideline-amount', 'With six authorized, six are left']] },
      gold: {
        modified: {
          requested: 'Post-operative physical therapy two times a week for six weeks (12 sessions) for the left knee',
          authorized: 'Six sessions of post-operative physical therapy for the left knee',
          disputed: 'six sessions of post-operative physical therapy for the left knee',
        },
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 6,
        sites: ['knee:left'],
      },
    },
    {
      heading: 'Series of three Orthovisc injections, left knee',
      decision: 'upheld',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee and Leg (Acute and Chronic): ' +
          'Hyaluronic acid injections (2016).',
        work('ODG', 'Knee and Leg (Acute and Chronic): Hyaluronic acid injections (2016)', 2016),
      ),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg, Hyaluronic acid injections.',
        work('ODG', 'Knee & Leg, Hyaluronic acid injections'),
      ),
      rationale:
        'The injections are asked for in case the operation is declined. It is found necessary above and is wanted. ' +
        'The request for a series of three Orthovisc injections, left knee is not medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [['duplicate-or-concurrent', 'It is found necessary above and is wanted']],
        dependsOn: 1,
      },
      gold: {
        category: 'Pharmaceuticals > Viscosupplementation',
        kind: 'injection',
        sessions: 3,
        sites: ['knee:left'],
      },
    },
    {
      heading: 'Celebrex 200mg capsules #30',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & ' +
          'cardiovascular risk, NSAIDs (non-steroidal anti-inflammatory drugs).',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, [
            'NSAIDs, GI symptoms & cardiovascular risk',
            'NSAIDs (non-steroidal anti-inflammatory drugs)',
          ]),
        ],
      },
      reviewer: citesNothing('Expert Reviewer'),
      rationale:
        'The patient takes Mobic already, which is a drug of the same class; why there should be two is left open. ' +
        'The request for Celebrex 200mg capsules #30 is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [['duplicate-or-concurrent', 'The patient takes Mobic already, which is a drug of the same class']],
      },
      gold: {
        category: 'Pharmaceuticals > NSAID',
        kind: 'medication',
        drug: { name: 'celebrex', strength: '200mg', quantity: 30, refills: null },
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['IA', 'MT', 'CA'], specialties: ['Orthopedic Surgery'] },
    worker: { age: 49, sex: 'female' },
    diagnoses: [
      { text: 'tear of medial meniscus of left knee, current injury', icd10: 'S83', sites: ['knee:left'] },
      { text: 'unilateral primary osteoarthritis, left knee', icd10: 'M17', sites: ['knee:left'] },
      { text: 'obesity', icd10: 'E66' },
      { text: 'chondromalacia patellae', assertion: 'possible', icd10: 'M22', sites: ['knee'] },
      { text: 'rheumatoid arthritis', assertion: 'absent', icd10: 'M06' },
    ],
    treatments: [
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'cortisone injection to the left knee', kind: 'injection', status: 'received' },
      { text: 'bracing', kind: 'device', status: 'received' },
      { text: 'Mobic', kind: 'medication', status: 'received' },
      { text: 'modified duty', kind: 'activity', status: 'received' },
      { text: 'MRI of the left knee', kind: 'diagnostic', status: 'received' },
      {
        text: 'left knee arthroscopy with partial medial meniscectomy',
        also: ['left knee arthroscopy', 'arthroscopy'],
        kind: 'surgery',
        status: 'planned',
      },
      { text: 'Orthovisc injections', kind: 'injection', status: 'planned' },
      { text: 'crutches', kind: 'device', status: 'planned' },
      { text: 'Celebrex 200 mg', also: ['Celebrex'], kind: 'medication', status: 'planned' },
      { text: 'post-operative physical therapy', kind: 'therapy', status: 'planned' },
    ],
  },
}
