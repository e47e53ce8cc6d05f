import { type LetterSource, mtus, work } from '../letter.ts'

/** The oldest kind of form D: credentials as a sentence inside the fixed text, two spaces after an item's colon. */
export const letter: LetterSource = {
  name: 'd1-low-back',
  medium: 'pdf',
  form: 'D1',
  encrypted: '1.6',
  credentials:
    'The expert reviewer is Board Certified in Anesthesiology, has a subspecialty in Pain Management and is licensed ' +
    'to practice in California.',
  summary:
    'The patient is a 61-year old male with a work injury dated 6/23/08.  The diagnoses include lumbar ' +
    'postlaminectomy syndrome; chronic left lumbar radiculopathy; insomnia; depression and anxiety.  Under ' +
    'consideration are requests for Opana ER 20mg #60, Aquatic Therapy for the Lumbar Spine #8, and a lumbar brace.  ' +
    'There is a 5/14/14 document that states that the patient has had two lumbar surgeries, a spinal cord stimulator ' +
    'trial and home exercises.  He complains of constant low back pain with burning in the left leg.  Soma helps him ' +
    'sleep.  He uses a walker out of doors.  On exam he stands bent, the scar is healed, and sensation is less over ' +
    'the left calf.  A CT myelogram from 2/20/14 shows the fusion to be solid.  He denies diabetes.  The discussion ' +
    'states that the patient would like to walk farther.  The treatment plan is to continue Opana ER 20mg and to ' +
    'begin aquatic therapy.  He has reached permanent and stationary status.',
  items: [
    {
      heading: 'Opana ER 20mg #60',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines Opioids.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['Opioids'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines On-Going Management Page(s): 78-80.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['On-Going Management'], '78-80')],
      },
      rationale:
        'Opana ER 20mg #60 is not supported by the record.  The cited pages ask at each visit what the drug does for ' +
        'pain and for daily life, and whether it does harm.  The document of 5/14/14 answers none of these, and the ' +
        'wish to walk farther suggests that function is poor.  Therefore, Opana ER 20mg #60 is not medically necessary.',
      why: { parts: 'CRCZ', reasons: [['no-functional-improvement', 'The document of 5/14/14 answers none of these']] },
      gold: {
        category: 'Pharmaceuticals > Opioids',
        kind: 'medication',
        drug: { name: 'opana', strength: '20mg', quantity: 60, refills: null },
      },
    },
    {
      heading: 'Aquatic Therapy for the Lumbar Spine #8',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Treatment Guidelines Physical Medicine.  Decision based on Non-MTUS ' +
          'Citation Official Disability Guidelines Low Back Chapter',
        cites: [
          mtus('Chronic Pain Treatment Guidelines', null, ['Physical Medicine']),
          work('ODG', 'Low Back Chapter'),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines Aquatic therapy Page(s): 22.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['Aquatic therapy'], '22')],
      },
      rationale:
        'Exercise in water is an alternative where weight on the legs is a burden.  The patient stands bent, uses a ' +
        'walker, and has not had this therapy before; eight visits are within the number that the guidelines give for ' +
        'a nerve root.  The request for Aquatic Therapy for the Lumbar Spine #8 is medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['criteria-met', 'The patient stands bent, uses a walker'],
          ['within-guideline-amount', 'eight visits are within the number that the guidelines give for a nerve root'],
        ],
      },
      gold: {
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 8,
        sites: ['low-back'],
      },
    },
    {
      heading: 'Lumbar brace',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null)],
      },
      reviewer: {
        says: 'Decision based on Non-MTUS Citation Official Disability Guidelines Low Back, Lumbar supports',
        cites: [work('ODG', 'Low Back, Lumbar supports')],
      },
      rationale:
        'A support is of use in the first weeks after an injury or an operation.  Both are years ago, and the fusion ' +
        'is solid.  The request for a lumbar brace is not medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['criteria-not-met', 'Both are years ago'],
          ['findings-do-not-support', 'the fusion is solid'],
        ],
      },
      gold: { category: 'DMEPOS > Prosthetics/Orthotics', kind: 'device', sites: ['low-back'] },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['CA'], specialties: ['Anesthesiology', 'Pain Management'] },
    dates: { injury: '2008-06-23' },
    worker: { age: 61, sex: 'male' },
    diagnoses: [
      { text: 'lumbar postlaminectomy syndrome', icd10: 'M96', sites: ['low-back'] },
      { text: 'chronic left lumbar radiculopathy', icd10: 'M54', sites: ['low-back:left'] },
      { text: 'insomnia', icd10: 'G47' },
      { text: 'depression', icd10: 'F32' },
      { text: 'anxiety', icd10: 'F41' },
      { text: 'diabetes', assertion: 'absent', icd10: 'E11' },
    ],
    treatments: [
      { text: 'Opana ER 20mg', kind: 'medication', status: 'received' },
      {
        text: 'Aquatic Therapy for the Lumbar Spine',
        also: ['aquatic therapy'],
        kind: 'therapy',
        status: 'planned',
      },
      { text: 'lumbar brace', kind: 'device', status: 'planned' },
      { text: 'lumbar surgeries', kind: 'surgery', status: 'received' },
      { text: 'spinal cord stimulator trial', kind: 'surgery', status: 'received' },
      { text: 'home exercises', kind: 'activity', status: 'received' },
      { text: 'Soma', kind: 'medication', status: 'received' },
      { text: 'walker', kind: 'device', status: 'received' },
      { text: 'CT myelogram', kind: 'diagnostic', status: 'received' },
    ],
  },
}
