import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** After a broken ankle: home care, an outcome alone on its line, a label at the top of a page, ACOEM. */
export const letter: LetterSource = {
  name: 'CM17-9000006',
  medium: 'pdf',
  form: 'D3',
  encrypted: '1.7',
  header: {
    injury: '2016-11-27',
    urDenial: '2016-12-14',
    applicationReceived: '2016-12-30',
    assigned: '2017-01-09',
    decision: '2017-02-06',
    priority: 'Standard',
  },
  credentials: { licensure: 'New Jersey, New York', specialty: 'Internal Medicine, Hospice & Palliative Medicine' },
  summary:
    'The injured worker is a 63 year-old female who sustained an industrial injury on 11/27/2016 when she slipped on ' +
    'a wet dock. She has been diagnosed with left trimalleolar ankle fracture, type 2 diabetes mellitus and chronic ' +
    'obstructive pulmonary disease. She is status post open reduction and internal fixation of the left ankle on ' +
    '11/28/2016. Hospital notes of 12/05/2016 record that pain is controlled with acetaminophen and tramadol 50 mg, ' +
    'that metformin and insulin were continued, and that she is non-weight bearing and needs one person for every ' +
    'transfer. She lives alone up two flights of stairs. X-rays of the left ankle on 12/02/2016 showed the hardware ' +
    'in place. A venous Doppler of the left leg was obtained to evaluate for deep vein thrombosis. There was concern ' +
    'for postoperative wound infection, and cephalexin was started. The discharge plan is an inpatient rehabilitation stay, then a ' +
    'home health aide, a walker, a custom ankle brace, transportation to physical therapy, and a referral to ' +
    'endo\u00adcrinology. On 12/14/2016 Utilization Review denied the inpatient rehabilitation stay, the aide, the ' +
    'brace and the transportation, and modified the request for purchase of a walker.',
  items: [
    {
      heading: 'Inpatient rehabilitation stay (5 days)',
      decision: 'overturned',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation American College of Occupational and Environmental Medicine (ACOEM), 3rd ' +
          'Edition, 2011, Ankle and Foot Disorders.',
        work('ACOEM', '3rd Edition, 2011, Ankle and Foot Disorders', 2011),
      ),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg (updated 11/22/16) ' +
          'Chapter: Skilled nursing facility LOS (SNF).',
        work('ODG', 'Knee & Leg (updated 11/22/16) Chapter: Skilled nursing facility LOS (SNF)'),
      ),
      rationale:
        'She may put no weight on the leg, lives alone and above stairs, and needs help to stand. Three other ' +
        'diseases have to be watched while she learns to move. Five days of daily therapy under one roof answer to ' +
        'this. The request for an inpatient rehabilitation stay (5 days) is medically necessary.',
      why: {
        parts: 'CCCZ',
        reasons: [
          ['criteria-met', 'She may put no weight on the leg'],
          ['special-circumstances', 'Three other diseases have to be watched while she learns to move'],
        ],
      },
      gold: { category: 'Programs > Programs', kind: 'program', sessions: 5 },
    },
    {
      heading: 'Home health aide 4 hours a day, 7 days a week for 2 weeks',
      decision: 'overturned',
      claimsAdministrator: {
        says: 'Decision based on MTUS Ankle and Foot Complaints 2004.\f',
        cites: [mtus('Ankle and Foot Complaints', 2004)],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Home health services.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Home health services'])],
      },
      rationale:
        'The cited section allows care at home to those who cannot leave it, for a time and for part of the day. ' +
        'That is her case until she may stand. The request for a home health aide 4 hours a day, 7 days a week for 2 ' +
        'weeks is medically necessary.',
      why: { parts: 'RCZ', reasons: [['criteria-met', 'That is her case until she may stand']] },
      gold: { category: 'Home Health > Home Health', kind: 'other', sessions: 14 },
    },
    {
      heading:
        'Purchase of a standard walker was the original request. A standard walker for a one month rental was ' +
        'authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, purchase ' +
        'of a standard walker',
      is: true,
      outcomeBelow: true,
      decision: 'upheld',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG).',
        work('ODG', null),
      ),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg (Durable medical equipment ' +
          '(DME)).',
        work('ODG', 'Knee & Leg (Durable medical equipment (DME))'),
      ),
      rationale:
        'She will need the frame for some weeks, which the authorized month covers; after that a cane may do. ' +
        'Purchase of a standard walker is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['duplicate-or-concurrent', 'which the authorized month covers'],
          ['alternative-suffices', 'after that a cane may do'],
        ],
      },
      gold: {
        modified: {
          requested: 'Purchase of a standard walker',
          authorized: 'A standard walker for a one month rental',
          disputed: 'purchase of a standard walker',
        },
        category: 'DMEPOS > DME',
        kind: 'device',
      },
    },
    {
      heading: 'Custom left ankle brace',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): Physical Methods, Activity Modification.',
        cites: [mtus('Ankle and Foot Complaints', 2004, ['Physical Methods', 'Activity Modification'])],
      },
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines: Ankle & Foot (Acute & Chronic) - Bracing ' +
          '(immobilization).',
        work('ODG', 'Ankle & Foot (Acute & Chronic) - Bracing (immobilization)'),
      ),
      rationale:
        'A cast is on the leg, and the shape of the ankle after it comes off is unknown; a brace from the shelf has ' +
        'not been tried. The request for a custom left ankle brace is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['criteria-not-met', 'the shape of the ankle after it comes off is unknown'],
          ['alternative-suffices', 'a brace from the shelf has not been tried'],
        ],
      },
      gold: { category: 'DMEPOS > Prosthetics/Orthotics', kind: 'device', sites: ['ankle:left'] },
    },
    {
      heading: 'Transportation to and from physical therapy appointments',
      decision: 'overturned',
      outcomeBelow: true,
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee/ Transportation.',
        work('ODG', 'Knee/ Transportation'),
      ),
      rationale:
        'The cited entry grants rides to patients whom a disability keeps from driving themselves; one leg in a cast ' +
        'and no one in the house is such a case. The request is medically necessary.',
      why: { parts: 'CZ', reasons: [['criteria-met', 'one leg in a cast and no one in the house is such a case']] },
      gold: { category: 'Transportation > Transportation', kind: 'other' },
    },
  ],
  gold: {
    reviewer: {
      statesOfLicensure: ['NJ', 'NY'],
      specialties: ['Internal Medicine', 'Hospice & Palliative Medicine'],
    },
    worker: { age: 63, sex: 'female' },
    diagnoses: [
      { text: 'left trimalleolar ankle fracture', icd10: 'S82', sites: ['ankle:left'] },
      { text: 'type 2 diabetes mellitus', icd10: 'E11' },
      { text: 'chronic obstructive pulmonary disease', icd10: 'J44' },
      { text: 'deep vein thrombosis', assertion: 'possible', icd10: 'I82' },
      { text: 'postoperative wound infection', assertion: 'possible', icd10: 'T81' },
    ],
    treatments: [
      { text: 'open reduction and internal fixation of the left ankle', kind: 'surgery', status: 'received' },
      { text: 'acetaminophen', kind: 'medication', status: 'received' },
      { text: 'tramadol 50 mg', kind: 'medication', status: 'received' },
      { text: 'metformin', kind: 'medication', status: 'received' },
      { text: 'insulin', kind: 'medication', status: 'received' },
      { text: 'non-weight bearing', kind: 'activity', status: 'received' },
      { text: 'X-rays of the left ankle', kind: 'diagnostic', status: 'received' },
      { text: 'venous Doppler of the left leg', kind: 'diagnostic', status: 'received' },
      { text: 'cephalexin', kind: 'medication', status: 'received' },
      { text: 'inpatient rehabilitation stay', kind: 'program', status: 'planned' },
      { text: 'home health aide', kind: 'other', status: 'planned' },
      { text: 'walker', kind: 'device', status: 'planned' },
      { text: 'custom ankle brace', kind: 'device', status: 'planned' },
      { text: 'transportation to physical therapy', kind: 'other', status: 'planned' },
      { text: 'physical therapy', kind: 'therapy', status: 'planned' },
      { text: 'referral to endocrinology', kind: 'consultation', status: 'planned' },
    ],
  },
}
