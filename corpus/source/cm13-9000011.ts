import { type LetterSource, mtus } from '../letter.ts'

/** A as text: one issue, upheld; documents with bullets, one of them over two lines. */
export const letter: LetterSource = {
  name: 'CM13-9000011',
  medium: 'text',
  form: 'A',
  header: {
    injury: '2012-10-02',
    applicationReceived: '2013-02-20',
    assigned: '2013-03-04',
    decision: '2013-04-02',
    priority: 'Standard',
  },
  credentials:
    'The physician reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in Nevada and ' +
    'California. He/she has been in active clinical practice for more than five years.',
  summary:
    'The injured worker is a 52 year old male packer who sustained an industrial injury on 10/2/2012, when a crate ' +
    'slipped from a shelf. The diagnoses have included left shoulder sprain, left shoulder impingement syndrome and ' +
    'hypertension. Treatment to date has included ibuprofen, physical therapy, and modified duty. X-rays of the left ' +
    'shoulder were done on 10/9/2012. On 1/22/2013 he reports pain when he lifts the arm above his head, and there is ' +
    'weakness against resistance. The treating physician requested an MRI of the left shoulder to rule out a rotator ' +
    'cuff tear. On 2/1/2013 utilization review denied the request.',
  documents: {
    mark: 'bullets',
    entries: [
      'Application for Independent Medical Review (received 2/20/2013)',
      'Utilization review determination dated 2/1/2013',
      'Medical records from Copper Canyon Orthopedic Group, a primary treating physician, dated 10/9/2012 through ' +
        '1/22/2013',
      'ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 9',
    ],
  },
  items: [
    {
      heading: 'MRI of the left shoulder without contrast',
      decision: 'upheld',
      reviewer: {
        says:
          'The reviewer relied upon the ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 9, Shoulder Complaints, ' +
          'pages 207-209, which is part of the MTUS. The chapter says when a shoulder is to be imaged.',
        cites: [mtus('Shoulder Complaints', 2004, [], '207-209')],
      },
      rationale:
        'The chapter has imaging wait for a red flag, for weakness that does not pass, or for a plan to operate. The ' +
        'weakness was seen once, how many visits of therapy there were is left open, and no operation is planned. The ' +
        'request is not medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['findings-do-not-support', 'The weakness was seen once'],
          ['request-unclear', 'how many visits of therapy there were is left open'],
          ['criteria-not-met', 'no operation is planned'],
        ],
      },
      gold: { category: 'Diagnostic Testing > Imaging & Radiology', kind: 'diagnostic', sites: ['shoulder:left'] },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['NV', 'CA'], specialties: ['Orthopedic Surgery'] },
    dates: { urDenial: '2013-02-01' },
    worker: { age: 52, sex: 'male', occupation: 'packer' },
    diagnoses: [
      { text: 'left shoulder sprain', icd10: 'S43', sites: ['shoulder:left'] },
      { text: 'left shoulder impingement syndrome', icd10: 'M75', sites: ['shoulder:left'] },
      { text: 'hypertension', icd10: 'I10' },
      { text: 'rotator cuff tear', assertion: 'possible', icd10: 'M75', sites: ['shoulder'] },
    ],
    treatments: [
      { text: 'ibuprofen', kind: 'medication', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'modified duty', kind: 'activity', status: 'received' },
      { text: 'X-rays of the left shoulder', kind: 'diagnostic', status: 'received' },
      { text: 'MRI of the left shoulder', kind: 'diagnostic', status: 'planned' },
    ],
  },
}
