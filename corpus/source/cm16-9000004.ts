import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** Therapies for many regions: a long modified heading cut by a page end, and sums of sessions. */
export const letter: LetterSource = {
  name: 'CM16-9000004',
  medium: 'pdf',
  form: 'D3',
  encrypted: '1.6',
  header: {
    injury: '2016-08-30',
    urDenial: '2016-10-21',
    applicationReceived: '2016-10-21',
    assigned: '2016-11-09',
    decision: '2016-12-07',
    priority: 'Standard',
  },
  credentials: {
    licensure: 'Ohio, West Virginia, California',
    specialty: 'Preventive Medicine, Occupational Medicine, Public Health & General Preventive Medicine',
  },
  summary:
    'The injured worker is a 55 year old male who sustained an industrial injury August 30, 2016. Diagnoses are ' +
    'cervical sprain; lumbar sprain; left shoulder impingement syndrome, possible left rotator cuff tear; bilateral ' +
    'knee osteoarthritis. Past history included status post right inguinal hernia repair. According to a ' +
    "physician's progress report dated October 3, 2016, the injured worker presented with complaints of neck and low " +
    'back pain, stiffness of the left shoulder, and aching of both knees on stairs. He has completed four sessions of ' +
    'physical therapy, takes meloxicam 15 mg daily and walks with a cane. Objective findings included; left shoulder- ' +
    'abduction 100 degrees, positive Neer sign; both knees- crepitus, no effusion. Treatment plan included additional ' +
    'physical therapy, acupuncture, chiropractic treatment, an interferential unit, shockwave therapy for the left ' +
    'shoulder, and a gym membership. He remains on modified duty. According to utilization review dated October 21, ' +
    '2016, the request for physical therapy was modified and the other requests are non-certified.',
  items: [
    {
      heading:
        'Physical therapy evaluation and treatment, 2 times a week for 6 weeks, for the cervical spine, lumbar spine, ' +
        'left shoulder and left knee was the original request. Physical therapy evaluation and treatment, 6 sessions, ' +
        'for the lumbar spine and left knee was authorized by the Claims Administrator. The remaining IMR eligible ' +
        'portion of the original request, physical therapy, 6 sessions, for the lumbar spine and left knee and 12 ' +
        'sessions for the cervical spine and left shoulder',
      is: true,
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Neck and Upper Back Complaints 2004, and Forearm, Wrist, and Hand Complaints 2004, ' +
          'Section(s): Initial Care, Physical Methods, and Low Back Complaints 2004, Section(s): Physical Methods, ' +
          'Follow-up Visits, and Knee Complaints 2004, Section(s): Initial Care.',
        cites: [
          mtus('Neck and Upper Back Complaints', 2004),
          mtus('Forearm, Wrist, and Hand Complaints', 2004, ['Initial Care', 'Physical Methods']),
          mtus('Low Back Complaints', 2004, ['Physical Methods', 'Follow-up Visits']),
          mtus('Knee Complaints', 2004, ['Initial Care']),
        ],
      },
      reviewer: {
        says:
          'Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care, and Low Back Complaints 2004, ' +
          'Section(s): Physical Methods. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) ' +
          'Preface/Physical therapy.',
        cites: [
          mtus('Shoulder Complaints', 2004, ['Initial Care']),
          mtus('Low Back Complaints', 2004, ['Physical Methods']),
          work('ODG', 'Preface/Physical therapy'),
        ],
      },
      rationale:
        'A trial of six visits comes first, and more may follow if it helps. Four visits are behind the worker, six ' +
        'more are authorized, and the notes of the four say nothing of what changed. Before that is known there is no ' +
        'basis for eighteen visits on top. Therefore, the remaining request for physical therapy is not medically ' +
        'necessary.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['no-functional-improvement', 'the notes of the four say nothing of what changed'],
          ['exceeds-guideline-amount', 'there is no basis for eighteen visits on top'],
        ],
        priorSessions: 4,
      },
      gold: {
        modified: {
          requested:
            'Physical therapy evaluation and treatment, 2 times a week for 6 weeks, for the cervical spine, lumbar ' +
            'spine, left shoulder and left knee',
          authorized: 'Physical therapy evaluation and treatment, 6 sessions, for the lumbar spine and left knee',
          disputed:
            'physical therapy, 6 sessions, for the lumbar spine and left knee and 12 sessions for the cervical spine ' +
            'and left shoulder',
        },
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 18,
        sites: ['low-back', 'knee:left', 'neck', 'shoulder:left'],
      },
    },
    {
      heading: 'Acupuncture 2 times a week for 3 weeks, low back and bilateral knees',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Acupuncture Treatment 2007.',
        cites: [mtus('Acupuncture Treatment', 2007)],
      },
      reviewer: {
        says: 'Decision based on MTUS Acupuncture Treatment 2007 Guidelines.',
        cites: [mtus('Acupuncture Treatment', 2007)],
      },
      rationale:
        'The cited chapter grants three to six visits to see whether function improves, beside other therapy. Six are ' +
        'requested, and none has been given yet. The request for acupuncture 2 times a week for 3 weeks, low back and ' +
        'bilateral knees is medically necessary.',
      why: { parts: 'RCZ', reasons: [['within-guideline-amount', 'Six are requested, and none has been given yet']] },
      gold: {
        category: 'Rehabilitation > Acupuncture',
        kind: 'therapy',
        sessions: 6,
        sites: ['low-back', 'knee:bilateral'],
      },
    },
    {
      heading: 'Chiropractic treatment, 1-2 times a week for 4 weeks to the neck',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual therapy & manipulation. ' +
          'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG): Neck and Upper Back (updated ' +
          '11/16/16), Manipulation; Low Back.',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, ['Manual therapy & manipulation']),
          work('ODG', 'Neck and Upper Back (updated 11/16/16), Manipulation; Low Back'),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Initial Care.',
        cites: [mtus('Neck and Upper Back Complaints', 2004, ['Initial Care'])],
      },
      rationale:
        'Hands-on therapy of the same region under another name would run beside the physical therapy, and a reason ' +
        'for both is missing. The request is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['duplicate-or-concurrent', 'would run beside the physical therapy'],
          ['no-rationale-given', 'a reason for both is missing'],
        ],
      },
      gold: { category: 'Rehabilitation > Chiropractic', kind: 'therapy', sessions: 8, sites: ['neck'] },
    },
    {
      heading: 'Interferential unit, 30 day rental',
      decision: 'upheld',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous ' +
          'electrical nerve stimulation), Interferential current stimulation (ICS).',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, [
            'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
            'Interferential current stimulation (ICS)',
          ]),
        ],
      },
      rationale:
        'The unit is no treatment by itself. None of the grounds that the cited sections list for a trial, such as ' +
        'failing drugs or pain after an operation, is on record. The request is not medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [['criteria-not-met', 'None of the grounds that the cited sections list for a trial']],
      },
      gold: { category: 'DMEPOS > Electrical Stimulation', kind: 'device', sessions: 30 },
    },
    {
      heading: 'Extracorporeal shockwave therapy to the left shoulder (three treatments)',
      decision: 'upheld',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines, Shoulder (Acute & Chronic): ' +
          'Extracorporeal shock wave therapy (ESWT).',
        work('ODG', 'Shoulder (Acute & Chronic): Extracorporeal shock wave therapy (ESWT)'),
      ),
      reviewer: {
        says: 'Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care.',
        cites: [mtus('Shoulder Complaints', 2004, ['Initial Care'])],
      },
      rationale:
        'Such treatment is kept for deposits of calcium in the tendon, and no film shows any. The request is ' +
        'determined to be not medically necessary.',
      why: { parts: 'CZ', reasons: [['findings-do-not-support', 'no film shows any']] },
      gold: {
        category: 'Rehabilitation > Other Therapies',
        kind: 'therapy',
        sessions: 3,
        sites: ['shoulder:left'],
      },
    },
    {
      heading: 'Gym membership for three months',
      decision: 'upheld',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back, Gym memberships.',
        work('ODG', 'Low Back, Gym memberships'),
      ),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back/Gym memberships.',
        work('ODG', 'Low Back/Gym memberships'),
      ),
      rationale:
        'Exercise can be done at home until a program under supervision has been shown to fail; no such program is ' +
        'described. The request for a gym membership for three months is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['alternative-suffices', 'Exercise can be done at home'],
          ['criteria-not-met', 'no such program is described'],
        ],
      },
      gold: { category: 'Programs > Programs', kind: 'program' },
    },
  ],
  gold: {
    reviewer: {
      statesOfLicensure: ['OH', 'WV', 'CA'],
      specialties: ['Preventive Medicine', 'Occupational Medicine', 'Public Health & General Preventive Medicine'],
    },
    worker: { age: 55, sex: 'male' },
    diagnoses: [
      { text: 'cervical sprain', icd10: 'S13', sites: ['neck'] },
      { text: 'lumbar sprain', icd10: 'S33', sites: ['low-back'] },
      { text: 'left shoulder impingement syndrome', icd10: 'M75', sites: ['shoulder:left'] },
      { text: 'left rotator cuff tear', assertion: 'possible', icd10: 'M75', sites: ['shoulder:left'] },
      { text: 'bilateral knee osteoarthritis', icd10: 'M17', sites: ['knee:bilateral'] },
      {
        text: 'right inguinal hernia repair',
        assertion: 'historical',
        icd10: 'Z98',
        sites: ['sacrum-pelvis:right'],
      },
    ],
    treatments: [
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'right inguinal hernia repair', kind: 'surgery', status: 'received' },
      { text: 'meloxicam 15 mg', kind: 'medication', status: 'received' },
      { text: 'cane', kind: 'device', status: 'received' },
      { text: 'acupuncture', kind: 'therapy', status: 'planned' },
      { text: 'chiropractic treatment', kind: 'therapy', status: 'planned' },
      { text: 'interferential unit', kind: 'device', status: 'planned' },
      { text: 'shockwave therapy for the left shoulder', kind: 'therapy', status: 'planned' },
      { text: 'gym membership', kind: 'program', status: 'planned' },
      { text: 'modified duty', kind: 'activity', status: 'received' },
    ],
  },
}
