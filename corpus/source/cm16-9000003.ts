import { type LetterSource, mtus, outside, work } from '../letter.ts'

/** Medications, two of them reduced by utilization review in its two wordings. */
export const letter: LetterSource = {
  name: 'CM16-9000003',
  medium: 'pdf',
  form: 'D3',
  header: {
    injury: '2016-02-09',
    urDenial: '2016-10-26',
    applicationReceived: '2016-11-14',
    assigned: '2016-11-22',
    decision: '2016-12-27',
    priority: 'Standard',
  },
  credentials: {
    licensure: 'Texas,New York,California',
    specialty: 'Physical Medicine & Rehabilitation, Pain Management',
  },
  summary:
    'This is a 46 year old male with a date of injury on 2-9-2016. A review of the medical records indicates that the ' +
    'injured worker is undergoing treatment for lumbar disc displacement, right lumbosacral radiculopathy, chronic ' +
    'pain syndrome and opioid-induced constipation. He has a history of sleep apnea. Treatment to date has included ' +
    'activity modification, a Toradol injection, aquatic therapy and medications. Current medications include Norco ' +
    '10/325 mg since at least March 2016, cyclobenzaprine, gabapentin 300 mg and omeprazole. According to the ' +
    'progress report dated 10-5-2016, the injured worker complained of low back pain with shooting pains into the ' +
    'right calf, rated 8 out of 10 without and 6 out of 10 with medications. He reported heartburn after taking the ' +
    'tablets. Objective findings (10-5-2016) revealed a limping gait, spasm over the lumbar paraspinal muscles and ' +
    'decreased sensation in the right L5 dermatome. A urine drug screen on 7-13-2016 was consistent with the ' +
    'prescribed drugs. The treatment plan was to refill the medications and to repeat the urine drug screen. The ' +
    'original Utilization Review (UR) (10-26-2016) modified the requests for cyclobenzaprine and Norco and ' +
    'non-certified the requests for omeprazole, gabapentin and a urine drug screen.',
  items: [
    {
      heading:
        'Cyclobenzaprine 10mg #90 was the original request. Cyclobenzaprine 10mg #30 was authorized by the Claims ' +
        'Administrator. The remaining IMR eligible portion of the original request, Cyclobenzaprine 10mg #60',
      is: true,
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Cyclobenzaprine (Flexeril), Muscle ' +
          'relaxants (for pain).',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, ['Cyclobenzaprine (Flexeril)', 'Muscle relaxants (for pain)']),
        ],
      },
      reviewer: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain). ' +
          'Decision based on Non-MTUS Official Disability Guidelines (ODG) Pain (Chronic), Cyclobenzaprine (Flexeril).',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, ['Muscle relaxants (for pain)']),
          work('ODG', 'Pain (Chronic), Cyclobenzaprine (Flexeril)'),
        ],
      },
      rationale:
        'Both cited works limit this drug to two or three weeks of a flare. The records show it on every list since ' +
        'spring, and they name no flare. The thirty tablets already authorized suffice to taper it. The remaining ' +
        'request, Cyclobenzaprine 10mg #60, is not medically necessary.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['exceeds-guideline-amount', 'The records show it on every list since spring'],
          ['findings-do-not-support', 'they name no flare'],
          ['duplicate-or-concurrent', 'The thirty tablets already authorized suffice to taper it'],
        ],
      },
      gold: {
        modified: {
          requested: 'Cyclobenzaprine 10mg #90',
          authorized: 'Cyclobenzaprine 10mg #30',
          disputed: 'Cyclobenzaprine 10mg #60',
        },
        category: 'Pharmaceuticals > Muscle Relaxant',
        kind: 'medication',
        drug: { name: 'cyclobenzaprine', strength: '10mg', quantity: 60, refills: null },
      },
    },
    {
      heading:
        'Norco 10/325mg #120 with 2 refills was the original request. The Claims Administrator authorized Norco ' +
        '10/325mg #60, leaving the original request IMR eligible. The original request, Norco 10/325mg #120 with 2 ' +
        'refills',
      is: true,
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Opioid Treatment 2016, Section(s): 3. Opioids for Chronic Pain and Chronic Opioid ' +
          'Treatment: Overview of Recommendations Regarding Chronic Opioid Treatment, 3.3.5 Opioids for Chronic Pain ' +
          'and Chronic Opioid Treatment: Use of Tools to Monitor Patients on Chronic Opioid Treatment, 4.1 Tapering ' +
          'Opioids: Indications for Tapering Opioids.',
        cites: [
          mtus('Opioid Treatment', 2016, [
            '3. Opioids for Chronic Pain and Chronic Opioid Treatment: Overview of Recommendations Regarding Chronic ' +
              'Opioid Treatment',
            '3.3.5 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Tools to Monitor Patients on Chronic ' +
              'Opioid Treatment',
            '4.1 Tapering Opioids: Indications for Tapering Opioids',
          ]),
        ],
      },
      reviewer: {
        says:
          'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain and Chronic Opioid ' +
          'Treatment: Maintenance of Chronic Opioid Treatment.',
        cites: [
          mtus('Opioid Treatment', 2016, [
            '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment',
          ]),
        ],
      },
      rationale:
        'To go on with an opioid the cited section wants better function, a look into the prescription register and ' +
        'an agreement with the patient. Pain falls by two points of ten; what he can do with the drug that he could ' +
        'not do without is never said, and the report of the register is missing. Two refills would put off the next ' +
        'review by months. The original request, Norco 10/325mg #120 with 2 refills, is not medically necessary.',
      why: {
        parts: 'RCCZ',
        reasons: [
          ['no-functional-improvement', 'what he can do with the drug that he could not do without is never said'],
          ['safety', 'the report of the register is missing'],
          ['exceeds-guideline-amount', 'Two refills would put off the next review by months'],
        ],
      },
      gold: {
        modified: {
          requested: 'Norco 10/325mg #120 with 2 refills',
          authorized: 'Norco 10/325mg #60',
          disputed: 'Norco 10/325mg #120 with 2 refills',
        },
        category: 'Pharmaceuticals > Opioids',
        kind: 'medication',
        drug: { name: 'norco', strength: '10/325mg', quantity: 120, refills: 2 },
      },
    },
    {
      heading: 'Retrospective Omeprazole DR 20mg #60, DOS: 10/05/2016',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & ' +
          'cardiovascular risk, Proton Pump Inhibitors (PPIs).',
        cites: [
          mtus('Chronic Pain Medical Treatment', 2016, [
            'NSAIDs, GI symptoms & cardiovascular risk',
            'Proton Pump Inhibitors (PPIs)',
          ]),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump Inhibitors (PPIs).',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Proton Pump Inhibitors (PPIs)'])],
      },
      rationale:
        'The worker has heartburn from his tablets, and the drug quiets it; the dose is the lowest one sold. That is ' +
        'the use the cited section describes. Therefore, the request for retrospective Omeprazole DR 20mg #60, DOS: ' +
        '10/05/2016 is medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['criteria-met', 'The worker has heartburn from his tablets'],
          ['benefit-shown', 'the drug quiets it'],
          ['within-guideline-amount', 'the dose is the lowest one sold'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Proton Pump Inhibitors',
        kind: 'medication',
        drug: { name: 'omeprazole', strength: '20mg', quantity: 60, refills: null },
      },
    },
    {
      heading: 'Gabapentin 300mg, one capsule three times daily, QTY: 90, refills: 1',
      decision: 'overturned',
      close: true,
      claimsAdministrator: outside(
        'Claims Administrator',
        'Decision based on Non-MTUS Citation Official Disability Guidelines, Pain Chapter, Anti-epilepsy drugs (AEDs) ' +
          'for pain.',
        work('ODG', 'Pain Chapter, Anti-epilepsy drugs (AEDs) for pain'),
      ),
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Anti-epilepsy drugs (AEDs) for pain.',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Anti-epilepsy drugs (AEDs) for pain'])],
      },
      rationale:
        'Numbness in one dermatome with shooting pain below the knee is pain of a nerve, for which the cited section ' +
        'names this drug first. It brings the calf pain down by half. The request is medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['criteria-met', 'Numbness in one dermatome with shooting pain below the knee is pain of a nerve'],
          ['benefit-shown', 'It brings the calf pain down by half'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Anti-epilepsy drugs',
        kind: 'medication',
        drug: { name: 'gabapentin', strength: '300mg', quantity: 90, refills: 1 },
      },
    },
    {
      heading: 'Urine drug screen (12 panel), DOS: 10/05/2016',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.6 Opioids for Chronic Pain and Chronic Opioid ' +
          'Treatment: Use of Urine Drug Testing (UDT).',
        cites: [
          mtus('Opioid Treatment', 2016, [
            '3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)',
          ]),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Drug testing.',
        cites: [mtus('Chronic Pain Medical Treatment', 2009, ['Drug testing'])],
      },
      rationale:
        'A test twelve weeks earlier held what it should, and nothing marks the worker as being at more than a low ' +
        'risk; once a year is enough for such a patient. The request for a urine drug screen is not medically ' +
        'necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['duplicate-or-concurrent', 'A test twelve weeks earlier held what it should'],
          ['criteria-not-met', 'nothing marks the worker as being at more than a low risk'],
          ['exceeds-guideline-amount', 'once a year is enough for such a patient'],
        ],
      },
      gold: { category: 'Diagnostic Testing > Lab & Pathology', kind: 'diagnostic' },
    },
  ],
  gold: {
    reviewer: {
      statesOfLicensure: ['TX', 'NY', 'CA'],
      specialties: ['Physical Medicine & Rehabilitation', 'Pain Management'],
    },
    worker: { age: 46, sex: 'male' },
    diagnoses: [
      { text: 'lumbar disc displacement', icd10: 'M51', sites: ['low-back'] },
      { text: 'right lumbosacral radiculopathy', icd10: 'M54', sites: ['low-back:right'] },
      { text: 'chronic pain syndrome', icd10: 'G89' },
      { text: 'opioid-induced constipation', icd10: 'K59' },
      { text: 'sleep apnea', assertion: 'historical', icd10: 'G47' },
    ],
    treatments: [
      { text: 'activity modification', kind: 'activity', status: 'received' },
      { text: 'Toradol injection', kind: 'injection', status: 'received' },
      { text: 'aquatic therapy', kind: 'therapy', status: 'received' },
      { text: 'medications', kind: 'medication', status: 'received' },
      { text: 'Norco 10/325 mg', also: ['Norco'], kind: 'medication', status: 'received' },
      { text: 'cyclobenzaprine', kind: 'medication', status: 'received' },
      { text: 'gabapentin 300 mg', also: ['gabapentin'], kind: 'medication', status: 'received' },
      { text: 'omeprazole', kind: 'medication', status: 'received' },
      { text: 'urine drug screen', kind: 'diagnostic', status: 'received' },
    ],
  },
}
