import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** Creams, patches and devices for a hand; characters outside ASCII; every item upheld. */
export const letter: LetterSource = {
  name: 'CM17-9000008',
  medium: 'pdf',
  form: 'D3',
  encrypted: '1.6',
  header: {
    injury: '2016-10-03',
    urDenial: '2017-01-04',
    applicationReceived: '2017-01-17',
    assigned: '2017-01-24',
    decision: '2017-02-21',
    priority: 'Standard',
  },
  credentials: { licensure: 'Maryland', specialty: 'Emergency Medicine' },
  summary:
    'This case involves a now 24-year-old male with a history of an occupational claim from 10/03/2016. The mechanism ' +
    'of injury is detailed as his hand having been caught in a roller. The current diagnoses are documented as crush ' +
    'injury of the right wrist and hand, initial encounter; strain of muscle, fascia and tendon of the right forearm; ' +
    'and complex regional pain syndrome I of right upper limb, suspected. The patient was previously treated with ' +
    'physical therapy, a thumb spica splint, and medications. Current medications were noted to include “Tylenol #3” ' +
    "and naproxen sodium 550 mg. The patient's diagnostic studies included x-rays of the right hand, 10/03/2016. On " +
    '12/15/2016, the patient presented with burning pain of the right hand rated 7/10, worse below 15° C. On physical ' +
    'examination, there was swelling of the dorsum, grip strength of 12/14/10 kg on the right, and 3 × 2 cm of ' +
    'hypersensitive skin over the thenar. The treatment plan consisted of a topical compound cream, Lidoderm® ' +
    'patches, a TENS unit, a functional capacity evaluation, a urine toxicology screen, and an MRI of the right ' +
    'wrist. The Request for Authorization was noted to be signed on 12/20/2016. The prior determination on 01/04/2017 ' +
    'non-certified all requests due to a lack of evidence that first line drugs had failed.',
  items: [
    {
      heading: 'Flurbiprofen 20%, Lidocaine 5%, Menthol 4% in cream base, 180 grams',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics, compounded.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Topical analgesics, compounded'])],
      },
      reviewer: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics, Lidoderm ' +
          '(lidocaine patch), Topical analgesics, compounded.',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, [
            'Topical analgesics',
            'Lidoderm (lidocaine patch)',
            'Topical analgesics, compounded',
          ]),
        ],
      },
      rationale:
        'A mixture stands or falls with its weakest part. Lidocaine in a cream is not supported by the cited sections, ' +
        'and so neither is the whole. The request is not medically necessary.',
      why: {
        parts: 'RCZ',
        reasons: [['not-recommended', 'Lidocaine in a cream is not supported by the cited sections']],
      },
      gold: {
        category: 'Pharmaceuticals > Topical Compounds',
        kind: 'medication',
        drug: { name: 'flurbiprofen/lidocaine/menthol', strength: null, quantity: null, refills: null },
      },
    },
    {
      heading: 'Lidoderm® 5% patch, 12 hours on and 12 hours off, #30 with 1 refill',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Lidoderm (lidocaine patch).',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Lidoderm (lidocaine patch)'])],
      },
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain Section/Lidoderm® (lidocaine ' +
          'patch) Topic.',
        work('ODG', 'Pain Section/Lidoderm® (lidocaine patch) Topic'),
      ),
      rationale:
        'The patch comes after a tricyclic or gabapentin has been tried, and neither has. The request for a “trial” of ' +
        'two months is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          [
            'first-line-drug-not-tried',
            'The patch comes after a tricyclic or gabapentin has been tried, and neither has',
          ],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Topical Analgesics',
        kind: 'medication',
        drug: { name: 'lidoderm', strength: '5%', quantity: 30, refills: 1 },
      },
    },
    {
      heading: 'TENS unit with electrodes, RUE, 30 day rental',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous ' +
          'electrical nerve stimulation).',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, [
            'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
          ]),
        ],
      },
      reviewer: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous ' +
          'electrical nerve stimulation), CRPS, diagnostic criteria.',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, [
            'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
            'CRPS, diagnostic criteria',
          ]),
        ],
      },
      rationale:
        'A month of trial presupposes that the disorder it is for has been found, or three months of pain with other ' +
        'means used up. The syndrome is suspected only. The request is not medically necessary.',
      why: { parts: 'RCZ', reasons: [['findings-do-not-support', 'The syndrome is suspected only']] },
      gold: {
        category: 'DMEPOS > Electrical Stimulation',
        kind: 'device',
        sessions: 30,
        sites: ['upper-extremity:right'],
      },
    },
    {
      heading: 'Functional capacity evaluation',
      decision: 'upheld',
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Fitness for Duty Chapter.',
        work('ODG', 'Fitness for Duty Chapter'),
      ),
      reviewer: {
        says:
          'Decision based on MTUS General Approaches 2004, Section(s): Prevention, General Approach to Initial ' +
          'Assessment and Documentation, Cornerstones of Disability Prevention and Management. Decision based on ' +
          'Non-MTUS Citation American College of Occupational and Environmental Medicine (ACOEM), Independent Medical ' +
          'Examinations and Consultations Chapter.',
        cites: [
          mtus('General Approaches', 2004, [
            'Prevention',
            'General Approach to Initial Assessment and Documentation',
            'Cornerstones of Disability Prevention and Management',
          ]),
          work('ACOEM', 'Independent Medical Examinations and Consultations Chapter'),
        ],
      },
      rationale:
        'The worker is far from the end of treatment, and no return to a named job has failed. The request for a ' +
        'functional capacity evaluation is not medically necessary.',
      why: { parts: 'CZ', reasons: [['criteria-not-met', 'no return to a named job has failed']] },
      gold: { category: 'Diagnostic Testing > Other Diagnostic Tests', kind: 'diagnostic' },
    },
    {
      heading: 'Urine toxicology screen, QTY: 1',
      decision: 'upheld',
      close: true,
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: {
        says:
          'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.6 Opioids for Chronic Pain and Chronic Opioid ' +
          'Treatment: Use of Urine Drug Testing (UDT).',
        cites: [
          mtus('Opioid Treatment', 2016, [
            '3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)',
          ]),
        ],
      },
      rationale:
        'A few tablets with codeine are no long-term course, and nothing speaks of misuse. The request for a urine ' +
        'toxicology screen, QTY: 1 is not medically necessary.',
      why: { parts: 'CZ', reasons: [['criteria-not-met', 'A few tablets with codeine are no long-term course']] },
      gold: { category: 'Diagnostic Testing > Lab & Pathology', kind: 'diagnostic', sessions: 1 },
    },
    {
      heading: 'MRI of the right wrist without contrast',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies. Decision based ' +
          'on Non-MTUS Citation Official Disability Guidelines (ODG): Forearm, Wrist, and Hand (updated 11/23/16), ' +
          "MRI's (magnetic resonance imaging).",
        cites: [
          mtus('Forearm, Wrist, and Hand Complaints', 2004, ['Special Studies']),
          work('ODG', "Forearm, Wrist, and Hand (updated 11/23/16), MRI's (magnetic resonance imaging)"),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies, Summary.',
        cites: [mtus('Forearm, Wrist, and Hand Complaints', 2004, ['Special Studies', 'Summary'])],
      },
      rationale:
        'The films showed no fracture, no ligament was found loose, and the study would not change what is done for ' +
        'the skin. The request for an MRI of the right wrist without contrast is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['findings-do-not-support', 'The films showed no fracture, no ligament was found loose'],
          ['no-rationale-given', 'the study would not change what is done for the skin'],
        ],
      },
      gold: { category: 'Diagnostic Testing > Imaging & Radiology', kind: 'diagnostic', sites: ['wrist:right'] },
    },
    {
      heading: 'Hot/cold pack with wrap, right hand: purchase',
      decision: 'upheld',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: citesNothing('Expert Reviewer'),
      rationale:
        'A towel and tap water serve as well at home, as the worker has been shown. The request is not medically ' +
        'necessary.',
      why: { parts: 'CZ', reasons: [['alternative-suffices', 'A towel and tap water serve as well at home']] },
      gold: { category: 'DMEPOS > DME', kind: 'device', sites: ['hand:right'] },
    },
  ],
  gold: {
    reviewer: { statesOfLicensure: ['MD'], specialties: ['Emergency Medicine'] },
    worker: { age: 24, sex: 'male' },
    diagnoses: [
      {
        text: 'crush injury of the right wrist and hand, initial encounter',
        icd10: 'S67',
        sites: ['wrist:right', 'hand:right'],
      },
      {
        text: 'strain of muscle, fascia and tendon of the right forearm',
        icd10: 'S56',
        sites: ['forearm:right'],
      },
      {
        text: 'complex regional pain syndrome I of right upper limb',
        assertion: 'possible',
        icd10: 'G90',
        sites: ['upper-extremity:right'],
      },
    ],
    treatments: [
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'thumb spica splint', kind: 'device', status: 'received' },
      { text: 'medications', kind: 'medication', status: 'received' },
      { text: 'Tylenol #3', kind: 'medication', status: 'received' },
      { text: 'naproxen sodium 550 mg', kind: 'medication', status: 'received' },
      { text: 'x-rays of the right hand', kind: 'diagnostic', status: 'received' },
      { text: 'topical compound cream', kind: 'medication', status: 'planned' },
      { text: 'Lidoderm® patches', kind: 'medication', status: 'planned' },
      { text: 'TENS unit', kind: 'device', status: 'planned' },
      { text: 'functional capacity evaluation', kind: 'diagnostic', status: 'planned' },
      { text: 'urine toxicology screen', kind: 'diagnostic', status: 'planned' },
      { text: 'MRI of the right wrist', kind: 'diagnostic', status: 'planned' },
    ],
  },
}
