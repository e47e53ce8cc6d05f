import { type LetterSource, mtus, work } from '../letter.ts'

/** C as PDF: partly overturned, numbered items, a rationale that repeats the words of an outcome. */
export const letter: LetterSource = {
  name: 'CM13-9000015',
  medium: 'pdf',
  form: 'C',
  encrypted: '1.6',
  header: {
    injury: '2010-03-22',
    urDenial: '2013-10-07',
    applicationReceived: '2013-10-21',
    assigned: '2013-11-20',
    decision: '2013-12-30',
    priority: 'Standard',
  },
  credentials:
    'The physician reviewer is Board Certified in Anesthesiology, has a subspecialty in Pain Medicine and is licensed to ' +
    'practice in Florida.',
  summary:
    'The injured worker is a 57-year-old female who sustained an injury on 03/22/2010 while she lifted a patient. The ' +
    'diagnoses include lumbar facet arthropathy, chronic low back pain, anxiety and gastroesophageal reflux disease. ' +
    'Prior treatments include physical therapy, acupuncture, omeprazole, Soma and a home exercise program. She is status ' +
    'post L4-5 laminectomy. On 09/12/2013 she has tenderness over the facets from L3 to S1, and no radicular signs. The ' +
    'treating physician requested lumbar medial branch blocks and a refill of Soma 350 mg. Urine drug screens were ' +
    'consistent.',
  documents: {
    mark: 'bullets',
    entries: [
      'Application for Independent Medical Review',
      'Utilization Review Determination dated 10/07/2013',
      'Medical Records from Redwood Pain Institute dated 01/15/2013 to 09/12/2013',
    ],
  },
  items: [
    {
      heading: 'Bilateral L3, L4 and L5 medial branch blocks',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Low Back Complaints Chapter (ACOEM Practice Guidelines, 2nd ' +
          'Edition (2004), Chapter 12), page 300, which is part of the MTUS.',
        cites: [mtus('Low Back Complaints', 2004, [], '300')],
      },
      reviewer: {
        says:
          'The Physician Reviewer based his/her decision on the Official Disability Guidelines (ODG), Low Back Chapter, ' +
          'Facet joint diagnostic blocks, which is not part of the MTUS.',
        cites: [work('ODG', 'Low Back Chapter, Facet joint diagnostic blocks')],
      },
      rationale:
        'Pain over the facets without radicular signs, after therapy and exercises at home, is what the guideline asks ' +
        'for, and no more than two levels are blocked. It was said before that such a block is not medically necessary ' +
        'and appropriate. The records show otherwise, and the request is medically necessary and appropriate.',
      why: {
        parts: 'CCZ',
        reasons: [
          [
            'criteria-met',
            'Pain over the facets without radicular signs, after therapy and exercises at home, is what the guideline asks for',
          ],
          ['within-guideline-amount', 'no more than two levels are blocked'],
        ],
      },
      gold: { category: 'Injection > Facet Injection', kind: 'injection', sites: ['low-back:bilateral'] },
    },
    {
      heading: 'Soma 350 mg #90',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Carisoprodol ' +
          '(Soma), page 29, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', null, ['Carisoprodol (Soma)'], '29')],
      },
      reviewer: {
        says:
          'The Physician Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, Muscle ' +
          'relaxants (for pain), pages 63-66, which is part of the MTUS.',
        cites: [mtus('Chronic Pain Medical Treatment Guidelines', null, ['Muscle relaxants (for pain)'], '63-66')],
      },
      rationale:
        'The drug is meant for two or three weeks, and it has been taken since 2011. Why it should be different here is ' +
        'left open. The request is not medically necessary and appropriate.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['exceeds-guideline-amount', 'it has been taken since 2011'],
          ['no-rationale-given', 'Why it should be different here is left open'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Muscle Relaxant',
        kind: 'medication',
        drug: { name: 'soma', strength: '350 mg', quantity: 90, refills: null },
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['FL'], specialties: ['Anesthesiology', 'Pain Medicine'] },
    worker: { age: 57, sex: 'female' },
    diagnoses: [
      { text: 'lumbar facet arthropathy', icd10: 'M47', sites: ['low-back'] },
      { text: 'chronic low back pain', icd10: 'M54', sites: ['low-back'] },
      { text: 'anxiety', icd10: 'F41' },
      { text: 'gastroesophageal reflux disease', icd10: 'K21' },
    ],
    treatments: [
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'acupuncture', kind: 'therapy', status: 'received' },
      { text: 'omeprazole', kind: 'medication', status: 'received' },
      { text: 'Soma 350 mg', also: ['Soma'], kind: 'medication', status: 'received' },
      { text: 'home exercise program', kind: 'activity', status: 'received' },
      { text: 'L4-5 laminectomy', kind: 'surgery', status: 'received' },
      { text: 'lumbar medial branch blocks', kind: 'injection', status: 'planned' },
      { text: 'Urine drug screens', kind: 'diagnostic', status: 'received' },
    ],
  },
}
