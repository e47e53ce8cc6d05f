import { type LetterSource, mtus } from '../letter.ts'

/** D2 as text: one item whose heading in capitals wraps across pages. */
export const letter: LetterSource = {
  name: 'd2-neck',
  medium: 'text',
  form: 'D2',
  credentials: { licensure: 'New York, Florida, District of Columbia', specialty: 'Chiropractor' },
  summary:
    'The injured worker is a 52 year old female, who sustained an industrial injury on 7/8/10. She has reported pain ' +
    'in the neck and left arm. The diagnoses have included cervical disc degeneration, left cervical radiculitis, ' +
    'tension headaches and a history of whiplash. Treatment to date has included cervical epidural steroid injection, ' +
    'cervical pillow, tizanidine, acupuncture and oral medications.  As of the PR2 dated 1/15/14, the injured worker ' +
    'reports 7/10 pain in the neck that spreads to the left thumb. The treating physician noted spasms in the left ' +
    'trapezius. The treating physician requested chiropractic manipulation of the cervical spine. On 2/3/14 ' +
    'Utilization Review non-certified a request for chiropractic manipulation of the cervical spine. The utilization ' +
    'review physician cited the MTUS guidelines for manual therapy. On 2/20/14, the injured worker submitted an ' +
    'application for IMR for review of chiropractic manipulation of the cervical spine.',
  items: [
    {
      heading:
        'CHIROPRACTIC MANIPULATION OF THE CERVICAL SPINE AND LEFT \fSHOULDER GIRDLE WITH MYOFASCIAL RELEASE, 2 TIMES A ' +
        'WEEK FOR 3 WEEKS',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines MANUAL THERAPY & MANIPULATION.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['MANUAL THERAPY & MANIPULATION'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines Manual therapy & manipulation Page(s): 58-60.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['Manual therapy & manipulation'], '58-60')],
      },
      rationale:
        'The cited pages speak for manipulation of the low back and leave the neck open where a nerve root is ' +
        'inflamed. Pain into the thumb is such a sign, and no reflexes are recorded that would put it to rest. On what ' +
        'was submitted, this request is not considered medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['not-recommended', 'Pain into the thumb is such a sign'],
          ['findings-do-not-support', 'no reflexes are recorded that would put it to rest'],
        ],
      },
      gold: {
        category: 'Rehabilitation > Chiropractic',
        kind: 'therapy',
        sessions: 6,
        sites: ['neck', 'shoulder:left'],
      },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['NY', 'FL', 'DC'], specialties: ['Chiropractor'] },
    dates: { injury: '2010-07-08', urDenial: '2014-02-03', applicationReceived: '2014-02-20' },
    worker: { age: 52, sex: 'female' },
    diagnoses: [
      { text: 'cervical disc degeneration', icd10: 'M50', sites: ['neck'] },
      { text: 'left cervical radiculitis', icd10: 'M54', sites: ['neck:left'] },
      { text: 'tension headaches', icd10: 'G44', sites: ['head'] },
      { text: 'whiplash', assertion: 'historical', icd10: 'S13', sites: ['neck'] },
    ],
    treatments: [
      { text: 'cervical epidural steroid injection', kind: 'injection', status: 'received' },
      { text: 'cervical pillow', kind: 'device', status: 'received' },
      { text: 'tizanidine', kind: 'medication', status: 'received' },
      { text: 'acupuncture', kind: 'therapy', status: 'received' },
      { text: 'chiropractic manipulation of the cervical spine', kind: 'therapy', status: 'planned' },
    ],
  },
}
