import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** E as PDF, expedited: chapters of 12/2017 in the grammar of D3. */
export const letter: LetterSource = {
  name: 'CM18-9000017',
  medium: 'pdf',
  form: 'E',
  encrypted: '1.7',
  header: {
    injury: '2018-02-12',
    urDenial: '2018-04-30',
    applicationReceived: '2018-05-04',
    assigned: '2018-05-07',
    decision: '2018-05-11',
    priority: 'Expedited',
  },
  credentials: { licensure: 'California', specialty: 'Neurological Surgery' },
  summary:
    'The injured worker is a 61 year old male, who sustained an industrial injury on 2-12-2018. The injured worker is ' +
    'undergoing treatment for lumbar disc herniation, left foot drop and type 2 diabetes. Treatment and diagnostics to ' +
    'date have included MRI of the lumbar spine, prednisone, physical therapy, and off work. On 4-24-2018, he has ' +
    'weakness of the left foot that grows from week to week. Medications include metformin and Percocet 5/325 mg. The ' +
    'treatment plan included L4-5 microdiscectomy, a pre-operative EKG, and a lumbar corset after surgery. On 4-30-2018, ' +
    'utilization review non-certified the operation.',
  items: [
    {
      heading: 'Left L4-5 microdiscectomy',
      is: true,
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Low Back Disorders 2016, Section(s): Surgical Considerations.',
        cites: [mtus('Low Back Disorders', 2016, ['Surgical Considerations'])],
      },
      reviewer: {
        says:
          'Decision based on MTUS Low Back Disorders 2016, Section(s): Diskectomy, Microdiskectomy, Sequestrectomy, ' +
          'Endoscopic Decompression.',
        cites: [
          mtus('Low Back Disorders', 2016, [
            'Diskectomy',
            'Microdiskectomy',
            'Sequestrectomy',
            'Endoscopic Decompression',
          ]),
        ],
      },
      rationale:
        'A weakness that grows is among the grounds on which the cited chapter has an operation go ahead without more ' +
        'weeks of care. The images show the herniation on the side and at the level of the weakness. The request is ' +
        'medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          [
            'criteria-met',
            'A weakness that grows is among the grounds on which the cited chapter has an operation go ahead',
          ],
        ],
      },
      gold: { category: 'Surgery > Spine', kind: 'surgery', sites: ['low-back:left'] },
    },
    {
      heading: 'Associated surgical service: Pre-operative EKG',
      decision: 'overturned',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back, Preoperative ' +
          'electrocardiogram (ECG).',
        work('ODG', 'Low Back, Preoperative electrocardiogram (ECG)'),
      ),
      rationale:
        'At his age and with diabetes the heart is to be looked at before an operation that is found necessary above. ' +
        'The request is medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['supports-necessary-item', 'an operation that is found necessary above'],
          ['special-circumstances', 'At his age and with diabetes'],
        ],
        dependsOn: 1,
      },
      gold: { category: 'Surgery > Adjunct Surgical Services', kind: 'diagnostic' },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['CA'], specialties: ['Neurological Surgery'] },
    worker: { age: 61, sex: 'male' },
    diagnoses: [
      { text: 'lumbar disc herniation', icd10: 'M51', sites: ['low-back'] },
      { text: 'left foot drop', icd10: 'M21', sites: ['foot:left'] },
      { text: 'type 2 diabetes', icd10: 'E11' },
    ],
    treatments: [
      { text: 'MRI of the lumbar spine', kind: 'diagnostic', status: 'received' },
      { text: 'prednisone', kind: 'medication', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'off work', kind: 'activity', status: 'received' },
      { text: 'metformin', kind: 'medication', status: 'received' },
      { text: 'Percocet 5/325 mg', kind: 'medication', status: 'received' },
      { text: 'L4-5 microdiscectomy', kind: 'surgery', status: 'planned' },
      { text: 'pre-operative EKG', kind: 'diagnostic', status: 'planned' },
      { text: 'lumbar corset', kind: 'device', status: 'planned' },
    ],
  },
}
