import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** Injections and nerve tests; a sentence with four MTUS chapters; a mixed outcome. */
export const letter: LetterSource = {
  name: 'CM17-9000007',
  medium: 'pdf',
  form: 'D3',
  header: {
    injury: '2015-05-19',
    urDenial: '2016-12-21',
    applicationReceived: '2017-01-06',
    assigned: '2017-01-12',
    decision: '2017-02-10',
    priority: 'Standard',
  },
  credentials: { licensure: 'Florida,California', specialty: 'Anesthesiology,Pain Management' },
  summary:
    'The injured worker is a 58 year old female, who sustained an industrial injury on May 19, 2015. The injured ' +
    'worker was being treated for the diagnoses of lumbar radiculopathy, lumbar facet arthropathy, cervical strain, ' +
    'myofascial pain syndrome and bilateral carpal tunnel syndrome. Treatments and evaluations to date have included ' +
    'MRI of the lumbar spine, medications (ibuprofen, Lyrica 75 mg), chiropractic care, wrist splints, an L4-5 ' +
    'epidural steroid injection with 60% relief for ten weeks, massage and home exercises. Currently (12-6-16), the ' +
    'injured worker complains of low back pain radiating to the left foot, neck tightness, and tingling of both ' +
    'hands. She denied a history of diabetes. Physical examination revealed positive facet loading on both sides, ' +
    'positive straight leg raise on the left at 40 degrees, weakness of the left great toe, twitch responses in the ' +
    "right upper trapezius, and positive Tinel's sign at both wrists. Cauda equina syndrome was ruled out. The " +
    'treatment plan included a repeat lumbar epidural steroid injection, medial branch blocks, trigger point ' +
    'injections to the right trapezius, EMG/NCV of the lower extremities to rule out peripheral neuropathy, a spine ' +
    'surgeon consultation and a follow-up visit. The Utilization Review dated 12-21-16, denied the requests.',
  items: [
    {
      heading: 'Left L4-L5 and L5-S1 transforaminal epidural steroid injection',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care, Physical Methods, and Neck and ' +
          'Upper Back Complaints 2004, and Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies, ' +
          'Diagnostic Criteria, and Chronic Pain Medical Treatment 2016, Section(s): Epidural steroid injections (ESIs).',
        cites: [
          mtus('Low Back Complaints', 2004, ['Initial Care', 'Physical Methods']),
          mtus('Neck and Upper Back Complaints', 2004),
          mtus('Forearm, Wrist, and Hand Complaints', 2004, ['Special Studies', 'Diagnostic Criteria']),
          mtus('Chronic Pain Medical Treatment', 2016, ['Epidural steroid injections (ESIs)']),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Epidural steroid injections (ESIs).',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Epidural steroid injections (ESIs)'])],
      },
      rationale:
        'A second injection needs half the pain gone for six to eight weeks after the first. The first gave sixty ' +
        'percent for ten weeks, during which she took fewer tablets, and the weak toe and the positive leg raise tell ' +
        'of the same root. The request is medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['benefit-shown', 'The first gave sixty percent for ten weeks'],
          ['criteria-met', 'the weak toe and the positive leg raise tell of the same root'],
        ],
      },
      gold: { category: 'Injection > Injection', kind: 'injection', sites: ['low-back:left'] },
    },
    {
      heading: 'Bilateral L3, L4 and L5 medial branch blocks',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods.',
        cites: [mtus('Low Back Complaints', 2004, ['Physical Methods'])],
      },
      reviewer: {
        says:
          'Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods. Decision based on Non-MTUS ' +
          'Citation Official Disability Guidelines (ODG) Low Back, Facet joint diagnostic blocks (injections); Pain.',
        cites: [
          mtus('Low Back Complaints', 2004, ['Physical Methods']),
          work('ODG', 'Low Back, Facet joint diagnostic blocks (injections); Pain'),
        ],
      },
      rationale:
        'Such blocks are for pain that stays in the back. Hers runs to the foot, and the root is being treated above. ' +
        'The request for bilateral L3, L4 and L5 medial branch blocks is not medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['findings-do-not-support', 'Hers runs to the foot'],
          ['duplicate-or-concurrent', 'the root is being treated above'],
        ],
      },
      gold: { category: 'Injection > Facet Injection', kind: 'injection', sites: ['low-back:bilateral'] },
    },
    {
      heading: 'Trigger point injections to the right trapezius, 3 injections',
      decision: 'overturned',
      close: true,
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Trigger point injections.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Trigger point injections'])],
      },
      rationale:
        'Points with a twitch have been found and drawn, they have hurt for a year, and stretching and massage have ' +
        'failed; the neck shows no sign of a compressed root. The request is medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['criteria-met', 'Points with a twitch have been found and drawn'],
          ['conservative-care-failed', 'stretching and massage have failed'],
        ],
      },
      gold: { category: 'Injection > Injection', kind: 'injection', sessions: 3, sites: ['upper-back:right'] },
    },
    {
      heading: 'EMG/NCV of the bilateral lower extremities (BLE), QTY: 2',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, Diagnostic Criteria.',
        cites: [mtus('Low Back Complaints', 2004, ['Special Studies', 'Diagnostic Criteria'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Low Back Complaints 2004, Section(s): 303.',
        cites: [mtus('Low Back Complaints', 2004, ['303'])],
      },
      rationale:
        'The root at fault is plain from the examination and from the answer to the first injection, so the test ' +
        'would add nothing. The request for EMG/NCV of the bilateral lower extremities (BLE), QTY: 2 is not medically ' +
        'necessary.',
      why: { parts: 'CZ', reasons: [['findings-do-not-support', 'The root at fault is plain from the examination']] },
      gold: {
        category: 'Diagnostic Testing > EMG/NCV/NCS',
        kind: 'diagnostic',
        sessions: 2,
        sites: ['lower-extremity:bilateral'],
      },
    },
    {
      heading: 'Spine surgeon consultation for the lumbar spine',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Surgical Considerations.',
        cites: [mtus('Low Back Complaints', 2004, ['Surgical Considerations'])],
      },
      reviewer: {
        says:
          'Decision based on MTUS Low Back Complaints 2004, Section(s): Surgical Considerations, and General Approaches ' +
          '2004, Section(s): Cornerstones of Disability Prevention and Management.',
        cites: [
          mtus('Low Back Complaints', 2004, ['Surgical Considerations']),
          mtus('General Approaches', 2004, ['Cornerstones of Disability Prevention and Management']),
        ],
      },
      rationale:
        'An injection that helped is about to be repeated; a surgeon has no part until that has failed. The request is ' +
        'not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [['conservative-care-not-exhausted', 'a surgeon has no part until that has failed']],
      },
      gold: { category: 'Surgery > Surgical Consult', kind: 'consultation', sites: ['low-back'] },
    },
    {
      heading: 'Follow-up visit with pain management, 1-2 visits',
      decision: 'overturned',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain (Chronic), Office visits.',
        work('ODG', 'Pain (Chronic), Office visits'),
      ),
      rationale:
        'Someone has to see what the injections have done. One or two visits for that are reasonable. The request is ' +
        'medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['criteria-met', 'Someone has to see what the injections have done'],
          ['within-guideline-amount', 'One or two visits for that are reasonable'],
        ],
      },
      gold: { category: 'Evaluation & Management > Medical Specialties', kind: 'consultation', sessions: 2 },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['FL', 'CA'], specialties: ['Anesthesiology', 'Pain Management'] },
    worker: { age: 58, sex: 'female' },
    diagnoses: [
      { text: 'lumbar radiculopathy', icd10: 'M54', sites: ['low-back'] },
      { text: 'lumbar facet arthropathy', icd10: 'M47', sites: ['low-back'] },
      { text: 'cervical strain', icd10: 'S16', sites: ['neck'] },
      { text: 'myofascial pain syndrome', icd10: 'M79' },
      { text: 'bilateral carpal tunnel syndrome', icd10: 'G56', sites: ['wrist:bilateral'] },
      { text: 'diabetes', assertion: 'absent', icd10: 'E11' },
      { text: 'Cauda equina syndrome', assertion: 'absent', icd10: 'G83' },
      { text: 'peripheral neuropathy', assertion: 'possible', icd10: 'G62' },
    ],
    treatments: [
      { text: 'MRI of the lumbar spine', kind: 'diagnostic', status: 'received' },
      { text: 'ibuprofen', kind: 'medication', status: 'received' },
      { text: 'Lyrica 75 mg', kind: 'medication', status: 'received' },
      { text: 'chiropractic care', kind: 'therapy', status: 'received' },
      { text: 'wrist splints', kind: 'device', status: 'received' },
      {
        text: 'L4-5 epidural steroid injection',
        also: ['lumbar epidural steroid injection'],
        kind: 'injection',
        status: 'received',
      },
      { text: 'massage', kind: 'therapy', status: 'received' },
      { text: 'home exercises', kind: 'activity', status: 'received' },
      { text: 'medial branch blocks', kind: 'injection', status: 'planned' },
      { text: 'trigger point injections to the right trapezius', kind: 'injection', status: 'planned' },
      { text: 'EMG/NCV of the lower extremities', kind: 'diagnostic', status: 'planned' },
      { text: 'spine surgeon consultation', kind: 'consultation', status: 'planned' },
      { text: 'follow-up visit', kind: 'consultation', status: 'planned' },
    ],
  },
}
