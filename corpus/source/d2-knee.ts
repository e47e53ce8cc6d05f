import { type LetterSource, mtus, work } from '../letter.ts'

/** D2: credential block without a header, a three-line heading in capitals, page numbers. */
export const letter: LetterSource = {
  name: 'd2-knee',
  medium: 'pdf',
  form: 'D2',
  credentials: {
    licensure: 'California, Hawaii',
    specialty: 'Physical Medicine & Rehabilitation, Pediatric Rehabilitation Medicine',
  },
  summary:
    'The injured worker is a 39 year old male, who sustained an industrial injury on 2/17/12. He has reported pain in ' +
    'the right knee and right ankle. The diagnoses have included right knee sprain, chondromalacia of the right ' +
    'patella, right ankle pain and chronic pain. Treatment to date has included right knee arthroscopy, physical ' +
    'therapy, Naproxen, a hinged knee brace and work modification.  As of the PR2 dated 9/18/14, the injured worker ' +
    'reports 5/10 pain in the right knee that is worse on slopes. The treating physician noted a range of motion of ' +
    '0 to 120 degrees and crepitus of the patella. The treating physician requested a functional restoration program ' +
    'evaluation and Terocin patches. On 10/8/14 Utilization Review non-certified a request for a functional ' +
    'restoration program evaluation and Terocin patches. The utilization review physician referred to the MTUS ' +
    'on chronic pain programs. On 10/30/14, the injured worker submitted an application for IMR for review of the ' +
    'above.',
  items: [
    {
      heading:
        'INITIAL EVALUATION FOR PARTICIPATION IN A FUNCTIONAL RESTORATION PROGRAM WITH A PHYSICIAN, A PSYCHOLOGIST AND ' +
        'A PHYSICAL THERAPIST, FOR THE RIGHT KNEE AND RIGHT ANKLE, ONE DAY',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines FUNCTIONAL RESTORATION PROGRAMS.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['FUNCTIONAL RESTORATION PROGRAMS'])],
      },
      reviewer: {
        says:
          'Decision based on MTUS Chronic Pain Treatment Guidelines Chronic pain programs (functional restoration ' +
          'programs) Page(s): 30-32.',
        cites: [
          mtus(
            'Chronic Pain Treatment Guidelines',
            null,
            ['Chronic pain programs (functional restoration programs)'],
            '30-32',
          ),
        ],
      },
      rationale:
        'Whether a worker is fit for such a program is found out by an evaluation, and the cited pages make it the ' +
        'first condition. Surgery, therapy and drugs lie behind him, and he wants to go back to his trade. Based on ' +
        'the information provided, this request is considered medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [
          ['conservative-care-failed', 'Surgery, therapy and drugs lie behind him'],
          ['criteria-met', 'he wants to go back to his trade'],
          ['result-guides-care', 'Whether a worker is fit for such a program is found out by an evaluation'],
        ],
      },
      gold: {
        category: 'Programs > Programs',
        kind: 'program',
        sessions: 1,
        sites: ['knee:right', 'ankle:right'],
      },
    },
    {
      heading: 'TEROCIN PATCHES, QUANTITY 30 WITH TWO REFILLS',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Treatment Guidelines TOPICAL ANALGESICS. Decision based on Non-MTUS ' +
          'Citation http://www.example.org/terocin-package-insert.html',
        cites: [
          mtus('Chronic Pain Treatment Guidelines', null, ['TOPICAL ANALGESICS']),
          work('other', 'http://www.example.org/terocin-package-insert.html'),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Treatment Guidelines Topical Analgesics Page(s): 111-112.',
        cites: [mtus('Chronic Pain Treatment Guidelines', null, ['Topical Analgesics'], '111-112')],
      },
      rationale:
        'The patch holds menthol and lidocaine. The record does not say that a first drug for nerve pain was tried, ' +
        'nor that there is such pain in the knee. On what was submitted, this request is not considered ' +
        'medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['first-line-drug-not-tried', 'The record does not say that a first drug for nerve pain was tried'],
          ['findings-do-not-support', 'nor that there is such pain in the knee'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Topical Compounds',
        kind: 'medication',
        drug: { name: 'terocin', strength: null, quantity: 30, refills: 2 },
      },
    },
  ],
  gold: {
    reviewer: {
      statesOfLicensure: ['CA', 'HI'],
      specialties: ['Physical Medicine & Rehabilitation', 'Pediatric Rehabilitation Medicine'],
    },
    dates: { injury: '2012-02-17', urDenial: '2014-10-08', applicationReceived: '2014-10-30' },
    worker: { age: 39, sex: 'male' },
    diagnoses: [
      { text: 'right knee sprain', icd10: 'S83', sites: ['knee:right'] },
      { text: 'chondromalacia of the right patella', icd10: 'M22', sites: ['knee:right'] },
      { text: 'right ankle pain', icd10: 'M25', sites: ['ankle:right'] },
      { text: 'chronic pain', icd10: 'G89' },
    ],
    treatments: [
      { text: 'right knee arthroscopy', kind: 'surgery', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'Naproxen', kind: 'medication', status: 'received' },
      { text: 'hinged knee brace', kind: 'device', status: 'received' },
      { text: 'work modification', kind: 'activity', status: 'received' },
      { text: 'functional restoration program evaluation', kind: 'program', status: 'planned' },
      { text: 'Terocin patches', kind: 'medication', status: 'planned' },
    ],
  },
}
