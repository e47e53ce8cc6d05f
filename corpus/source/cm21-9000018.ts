import { type LetterSource, mtus, outside, work } from '../letter.ts'

/** E as text: a chapter that older letters do not have, two chapters in one sentence, a drug and a modification. */
export const letter: LetterSource = {
  name: 'CM21-9000018',
  medium: 'text',
  form: 'E',
  header: {
    injury: '2019-06-17',
    urDenial: '2021-03-15',
    applicationReceived: '2021-03-29',
    assigned: '2021-04-08',
    decision: '2021-05-03',
    priority: 'Standard',
  },
  credentials: { licensure: 'Washington, California', specialty: 'Physical Medicine & Rehabilitation' },
  summary:
    'The injured worker is a 43 year old female, who sustained an industrial injury on 6-17-2019. The diagnoses have ' +
    'included bilateral carpal tunnel syndrome, right de Quervain tenosynovitis, and chronic pain. Treatment to date has ' +
    'included wrist splints, cortisone injection to the right wrist, occupational therapy, and gabapentin. An ' +
    'electrodiagnostic study of 9-3-2020 was done. On 2-25-2021, she reports numbness at night. She is working with ' +
    'restrictions. The treating physician requested occupational therapy for the right wrist and Lyrica 75 mg. On ' +
    '3-15-2021, utilization review modified the therapy and denied Lyrica.',
  items: [
    {
      heading:
        'Occupational therapy for the right wrist, twelve sessions was the original request. Four sessions of ' +
        'occupational therapy for the right wrist was authorized by the Claims Administrator. The remaining IMR eligible ' +
        'portion of the original request, eight sessions of occupational therapy for the right wrist',
      is: true,
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Hand, Wrist, and Forearm Disorders 2019, Section(s): Therapy, and Initial Approaches to ' +
          'Treatment 2017.',
        cites: [
          mtus('Hand, Wrist, and Forearm Disorders', 2019, ['Therapy']),
          mtus('Initial Approaches to Treatment', 2017),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Hand, Wrist, and Forearm Disorders 2019, Section(s): Exercise.',
        cites: [mtus('Hand, Wrist, and Forearm Disorders', 2019, ['Exercise'])],
      },
      rationale:
        'The cited chapter has two or three visits teach the exercises that are then done at home. Four are authorized. ' +
        'Why these would not do is not told. The remaining request is not medically necessary.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['exceeds-guideline-amount', 'Four are authorized'],
          ['no-rationale-given', 'Why these would not do is not told'],
        ],
      },
      gold: {
        modified: {
          requested: 'Occupational therapy for the right wrist, twelve sessions',
          authorized: 'Four sessions of occupational therapy for the right wrist',
          disputed: 'eight sessions of occupational therapy for the right wrist',
        },
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 8,
        sites: ['wrist:right'],
      },
    },
    {
      heading: 'Lyrica 75 mg #60 with 2 refills',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain 2017, Section(s): Anti-Convulsants.',
        cites: [mtus('Chronic Pain', 2017, ['Anti-Convulsants'])],
      },
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain, Pregabalin (Lyrica).',
        work('ODG', 'Pain, Pregabalin (Lyrica)'),
      ),
      rationale:
        'Gabapentin made her drowsy and did not ease the numbness. A trial of the sister drug is what the guideline has ' +
        'come next. The request is medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['conservative-care-failed', 'Gabapentin made her drowsy and did not ease the numbness'],
          ['criteria-met', 'A trial of the sister drug is what the guideline has come next'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Anti-epilepsy drugs',
        kind: 'medication',
        drug: { name: 'lyrica', strength: '75 mg', quantity: 60, refills: 2 },
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['WA', 'CA'], specialties: ['Physical Medicine & Rehabilitation'] },
    worker: { age: 43, sex: 'female' },
    diagnoses: [
      { text: 'bilateral carpal tunnel syndrome', icd10: 'G56', sites: ['wrist:bilateral'] },
      { text: 'right de Quervain tenosynovitis', icd10: 'M65', sites: ['wrist:right'] },
      { text: 'chronic pain', icd10: 'G89' },
    ],
    treatments: [
      { text: 'wrist splints', kind: 'device', status: 'received' },
      { text: 'cortisone injection to the right wrist', kind: 'injection', status: 'received' },
      {
        text: 'occupational therapy',
        also: ['occupational therapy for the right wrist'],
        kind: 'therapy',
        status: 'received',
      },
      { text: 'gabapentin', kind: 'medication', status: 'received' },
      { text: 'electrodiagnostic study', kind: 'diagnostic', status: 'received' },
      { text: 'restrictions', kind: 'activity', status: 'received' },
      { text: 'Lyrica 75 mg', also: ['Lyrica'], kind: 'medication', status: 'planned' },
    ],
  },
}
