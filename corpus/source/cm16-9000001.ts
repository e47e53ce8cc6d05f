import { type LetterSource, mtus, work } from '../letter.ts'

/** The plain case: one study denied, one reason. */
export const letter: LetterSource = {
  name: 'CM16-9000001',
  medium: 'pdf',
  form: 'D3',
  encrypted: '1.6',
  header: {
    injury: '2016-09-14',
    urDenial: '2016-11-02',
    applicationReceived: '2016-11-15',
    assigned: '2016-11-23',
    decision: '2016-12-20',
    priority: 'Standard',
  },
  credentials: { licensure: 'California,Nevada', specialty: 'Family Practice' },
  summary:
    'The injured worker is a 37 year old female who sustained an industrial injury on 9-14-16 when a stack of crates ' +
    'tipped onto her. The diagnoses have included lumbar strain, right sided sciatica and right hip contusion. ' +
    'Treatment to date has included ibuprofen 800 mg, six sessions of physical therapy, a lumbar corset and work ' +
    'restrictions. According to the physician progress report dated 10-19-16, the injured worker complained of low ' +
    'back pain that comes and goes, rated 4 out of 10, with an ache down the outer side of the right thigh after a ' +
    'long shift. The physical examination revealed mild tenderness of the lumbar paraspinal muscles, a negative ' +
    'straight leg raise on both sides, full strength and symmetrical reflexes. An x-ray of the lumbar spine dated ' +
    '9-15-16 showed no fracture. The treatment plan included an MRI of the lumbar spine without contrast, to rule out ' +
    'lumbar disc herniation, and continuation of the home exercise program. On 11-2-16, utilization review non-certified ' +
    'the request for an MRI of the lumbar spine without contrast.',
  items: [
    {
      heading: 'MRI of the lumbar spine without contrast',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
        cites: [mtus('Low Back Complaints', 2004, ['Special Studies'])],
      },
      reviewer: {
        says:
          'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, Summary. Decision based on ' +
          'Non-MTUS Citation Official Disability Guidelines (ODG) Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs ' +
          '(magnetic resonance imaging).',
        cites: [
          mtus('Low Back Complaints', 2004, ['Special Studies', 'Summary']),
          work('ODG', 'Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs (magnetic resonance imaging)'),
        ],
      },
      rationale:
        'The cited chapter reserves imaging of the low back for workers whose examination points to a compromised ' +
        'nerve root, or who have a sign of grave disease. Five weeks had passed since the injury when this study was ' +
        'asked for. Strength, reflexes and the straight leg raise were all normal, no warning sign is recorded, and ' +
        'nothing suggests that an operation was being weighed. The pain was already easing with therapy. Therefore, ' +
        'the request for an MRI of the lumbar spine without contrast is not medically necessary.',
      why: {
        parts: 'RCCCZ',
        reasons: [
          ['findings-do-not-support', 'Strength, reflexes and the straight leg raise were all normal'],
          ['criteria-not-met', 'nothing suggests that an operation was being weighed'],
          ['conservative-care-not-exhausted', 'The pain was already easing with therapy'],
        ],
      },
      gold: { category: 'Diagnostic Testing > Imaging & Radiology', kind: 'diagnostic', sites: ['low-back'] },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['CA', 'NV'], specialties: ['Family Practice'] },
    worker: { age: 37, sex: 'female' },
    diagnoses: [
      { text: 'lumbar strain', icd10: 'S39', sites: ['low-back'] },
      { text: 'right sided sciatica', icd10: 'M54', sites: ['low-back:right'] },
      { text: 'right hip contusion', icd10: 'S70', sites: ['hip:right'] },
      { text: 'lumbar disc herniation', assertion: 'possible', icd10: 'M51', sites: ['low-back'] },
    ],
    treatments: [
      { text: 'ibuprofen 800 mg', kind: 'medication', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'lumbar corset', kind: 'device', status: 'received' },
      { text: 'work restrictions', kind: 'activity', status: 'received' },
      { text: 'x-ray of the lumbar spine', kind: 'diagnostic', status: 'received' },
      {
        text: 'MRI of the lumbar spine without contrast',
        kind: 'diagnostic',
        status: 'planned',
      },
      { text: 'home exercise program', kind: 'activity', status: 'received' },
    ],
  },
}
