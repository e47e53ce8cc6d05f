import { citesNothing, type LetterSource, mtus, outside, work } from '../letter.ts'

/** An operation and everything that goes with it: ten items, colons in headings, decisions of both kinds. */
export const letter: LetterSource = {
  name: 'CM16-9000002',
  medium: 'pdf',
  form: 'D3',
  encrypted: '1.7',
  header: {
    injury: '2016-03-22',
    urDenial: '2016-10-20',
    applicationReceived: '2016-11-04',
    assigned: '2016-11-14',
    decision: '2016-12-13',
    priority: 'Standard',
  },
  credentials: {
    licensure:
      'California,Nevada, North Carolina,South Carolina,West Virginia,New Hampshire,District of Columbia,Rhode Island',
    specialty: 'Orthopedic Surgery,Hand Surgery, Sports Medicine',
  },
  summary:
    'This case involves a now 51-year-old male with a history of an occupational claim from 03/22/2016. The mechanism ' +
    'of injury is detailed as catching a falling ladder overhead. The current diagnosis is documented as complete ' +
    'rotator cuff tear or rupture of right shoulder, not specified as traumatic. Current medications were noted to ' +
    'include naproxen 550 mg and omeprazole 20 mg. The surgical history included an appendectomy. Diagnostic studies ' +
    'included an MRI of the right shoulder dated 08/09/2016, that revealed a full-thickness defect of the ' +
    'supraspinatus tendon with two centimeters of retraction. Other therapies included physical therapy, two ' +
    'subacromial injections, and activity modification. On 10/05/2016, the patient presented for a follow-up visit. ' +
    'The patient reported that the arm tired within minutes of overhead work and that sleep on the right side was ' +
    'impossible. The patient denied diabetes, asthma, or sleep apnea. Physical examination revealed forward flexion ' +
    'of 95°, a positive drop arm test, and 3/5 strength of external rotation. The treatment plan included right ' +
    'shoulder arthroscopy with rotator cuff repair and subacromial decompression, preoperative medical clearance, an ' +
    'EKG, a chest x-ray, postoperative physical therapy, a cold therapy unit, an abduction sling, Percocet, and ' +
    'Zofran. A Request for Authorization was submitted on 10/11/2016. The prior determination on 10/20/2016 denied ' +
    'the shoulder surgery due to a lack of documentation of the physical therapy attended, and all other requests as ' +
    'they depended upon it.',
  items: [
    {
      heading:
        'Right shoulder arthroscopy with rotator cuff repair, subacromial decompression and possible distal clavicle ' +
        'resection',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations. Decision based on ' +
          'Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder Chapter, Surgery for rotator cuff repair.',
        cites: [
          mtus('Shoulder Complaints', 2004, ['Surgical Considerations']),
          work('ODG', 'Shoulder Chapter, Surgery for rotator cuff repair'),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations, Summary.',
        cites: [mtus('Shoulder Complaints', 2004, ['Surgical Considerations', 'Summary'])],
      },
      rationale:
        'The cited chapter supports a repair where weakness, imaging and a failed course of exercise all tell of the ' +
        'same lesion. Here the arm drops from abduction, external rotation is weak, and the study of 08/09/2016 shows ' +
        'a retracted tendon. The therapy notes that utilization review had missed are in the file: eleven visits, ' +
        'with no gain after the sixth. Waiting longer would let the tendon shorten. Whether the clavicle needs work ' +
        'can only be judged at operation. As such, the request for right shoulder arthroscopy with rotator cuff ' +
        'repair, subacromial decompression and possible distal clavicle resection is medically necessary.',
      why: {
        parts: 'RCCCCZ',
        reasons: [
          ['criteria-met', 'the arm drops from abduction, external rotation is weak'],
          ['conservative-care-failed', 'eleven visits, with no gain after the sixth'],
        ],
      },
      gold: { category: 'Surgery > Arthroscopic Surgery', kind: 'surgery', sites: ['shoulder:right'] },
    },
    {
      heading: 'Pre-operative medical clearance',
      decision: 'overturned',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation National Guideline Clearinghouse, Preoperative evaluation.',
        work('other', 'National Guideline Clearinghouse, Preoperative evaluation'),
      ),
      rationale:
        'The MTUS is silent on clearance. The cited guideline has a history and an examination precede every planned ' +
        'operation under general anesthesia. The operation is found necessary above, and one visit to see that the ' +
        'patient is fit for it follows. The request is medically necessary.',
      why: {
        parts: 'RRCZ',
        reasons: [['supports-necessary-item', 'The operation is found necessary above']],
        dependsOn: 1,
        mtusSilent: true,
      },
      gold: { category: 'Surgery > Adjunct Surgical Services', kind: 'consultation' },
    },
    {
      heading: 'Labs to include: EKG',
      decision: 'upheld',
      close: true,
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: citesNothing('Expert Reviewer'),
      rationale:
        'No disease of the heart is on record, and the clearance visit can order a tracing if it finds a reason. As ' +
        'such, the request is not medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['findings-do-not-support', 'No disease of the heart is on record'],
          ['duplicate-or-concurrent', 'the clearance visit can order a tracing if it finds a reason'],
        ],
      },
      gold: { category: 'Diagnostic Testing > Other Diagnostic Tests', kind: 'diagnostic' },
    },
    {
      heading: 'Labs to include: Chest X-ray',
      decision: 'upheld',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: citesNothing('Expert Reviewer'),
      rationale:
        'No complaint of cough or breathlessness and no disease of the lung is on record. As such, the request is not ' +
        'medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          [
            'findings-do-not-support',
            'No complaint of cough or breathlessness and no disease of the lung is on record',
          ],
        ],
      },
      gold: { category: 'Diagnostic Testing > Imaging & Radiology', kind: 'diagnostic', sites: ['chest'] },
    },
    {
      heading: 'Post-op physical therapy 3 times a week for 4 weeks for the right shoulder',
      decision: 'overturned',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Shoulder Complaints 2004, Section(s): Initial Care, and Postsurgical Treatment ' +
          '2009, Section(s): Elbow & Upper Arm, Shoulder.',
        cites: [
          mtus('Shoulder Complaints', 2004, ['Initial Care']),
          mtus('Postsurgical Treatment', 2009, ['Elbow & Upper Arm', 'Shoulder']),
        ],
      },
      reviewer: {
        says: 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Shoulder.',
        cites: [mtus('Postsurgical Treatment', 2009, ['Shoulder'])],
      },
      rationale:
        'The cited chapter allows an opening course of half its total after a repair of the cuff; twelve visits lie ' +
        'within that half. The request for post-op physical therapy 3 times a week for 4 weeks for the right shoulder ' +
        'is medically necessary.',
      why: { parts: 'CZ', reasons: [['within-guideline-amount', 'twelve visits lie within that half']] },
      gold: {
        category: 'Rehabilitation > Physical Therapy/Occupational Therapy',
        kind: 'therapy',
        sessions: 12,
        sites: ['shoulder:right'],
      },
    },
    {
      heading: 'Associated surgical service: Cold therapy unit, seven day rental',
      decision: 'overturned',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Shoulder, Continuous-flow ' +
          'cryotherapy.',
        work('ODG', 'Shoulder, Continuous-flow cryotherapy'),
      ),
      rationale:
        'The cited guideline accepts such a unit for one week at home after shoulder surgery, and one week is what is ' +
        'asked for. The request is medically necessary.',
      why: { parts: 'CZ', reasons: [['within-guideline-amount', 'one week is what is asked for']] },
      gold: { category: 'Surgery > Adjunct Surgical Services', kind: 'device', sessions: 7 },
    },
    {
      heading: 'Associated surgical service: Abduction sling, right shoulder',
      decision: 'overturned',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), 2016 Shoulder Chapter: ' +
          'Postoperative abduction pillow sling.',
        work('ODG', '2016 Shoulder Chapter: Postoperative abduction pillow sling', 2016),
      ),
      rationale:
        'After the repair of a large tear the arm has to rest away from the side. The request for an abduction sling, ' +
        'right shoulder is medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [['criteria-met', 'After the repair of a large tear the arm has to rest away from the side']],
      },
      gold: { category: 'Surgery > Adjunct Surgical Services', kind: 'device', sites: ['shoulder:right'] },
    },
    {
      heading: 'Associated surgical service: Assistant surgeon',
      decision: 'overturned',
      claimsAdministrator: citesNothing('Claims Administrator'),
      reviewer: outside(
        'Expert Reviewer',
        'Decision based on Non-MTUS Citation Centers for Medicare and Medicaid Services, Physician Fee Schedule ' +
          'Search, http://www.example.org/fee-schedule/assistants-at-surgery/overview.aspx.',
        work(
          'other',
          'Centers for Medicare and Medicaid Services, Physician Fee Schedule Search, ' +
            'http://www.example.org/fee-schedule/assistants-at-surgery/overview.aspx',
        ),
      ),
      rationale:
        'The cited schedule lists this operation among those at which a second pair of hands is paid for. The request ' +
        'is medically necessary.',
      why: { parts: 'CZ', reasons: [['criteria-met', 'The cited schedule lists this operation']] },
      gold: { category: 'Surgery > Adjunct Surgical Services', kind: 'surgery' },
    },
    {
      heading: 'Post-op Percocet 5/325mg #60 with 1 refill',
      decision: 'upheld',
      claimsAdministrator: {
        says:
          'Decision based on MTUS Opioid Treatment 2016, Section(s): 1.4 Opioids for Acute Pain: Opioids for ' +
          'Post-operative Pain, 3.3.1.2 Opioids for Chronic Pain and Chronic Opioid Treatment: Screening for Risk of ' +
          'Addiction or Adverse Events, Prior to Chronic Opioid Treatment: Screening for Alcohol Misuse/Abuse, 3.3.8 ' +
          'Opioids for Chronic Pain and Chronic Opioid Treatment: Opioid Titration and Dosing Threshold. Decision ' +
          'based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain.',
        cites: [
          mtus('Opioid Treatment', 2016, [
            '1.4 Opioids for Acute Pain: Opioids for Post-operative Pain',
            '3.3.1.2 Opioids for Chronic Pain and Chronic Opioid Treatment: Screening for Risk of Addiction or Adverse ' +
              'Events, Prior to Chronic Opioid Treatment: Screening for Alcohol Misuse/Abuse',
            '3.3.8 Opioids for Chronic Pain and Chronic Opioid Treatment: Opioid Titration and Dosing Threshold',
          ]),
          work('ODG', 'Pain'),
        ],
      },
      reviewer: {
        says:
          'Decision based on MTUS Opioid Treatment 2016, Section(s): 1.4 Opioids for Acute Pain: Opioids for ' +
          'Post-operative Pain.',
        cites: [mtus('Opioid Treatment', 2016, ['1.4 Opioids for Acute Pain: Opioids for Post-operative Pain'])],
      },
      rationale:
        'A short course after the operation is within the guideline. A refill written before the first tablet is ' +
        'taken is outside of it, and no plan for stopping is given. The request for post-op Percocet 5/325mg #60 with ' +
        '1 refill is determined to not be medically necessary.',
      why: {
        parts: 'CCZ',
        reasons: [
          ['exceeds-guideline-amount', 'A refill written before the first tablet is taken is outside of it'],
          ['criteria-not-met', 'no plan for stopping is given'],
        ],
      },
      gold: {
        category: 'Pharmaceuticals > Opioids',
        kind: 'medication',
        drug: { name: 'percocet', strength: '5/325mg', quantity: 60, refills: 1 },
      },
    },
    {
      heading: 'Post-op Zofran 4mg #10',
      decision: 'upheld',
      claimsAdministrator: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Antiemetics (for opioid nausea).',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Antiemetics (for opioid nausea)'])],
      },
      reviewer: {
        says: 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Antiemetics (for opioid nausea).',
        cites: [mtus('Chronic Pain Medical Treatment', 2016, ['Antiemetics (for opioid nausea)'])],
      },
      rationale:
        'The cited section advises against the drug for nausea that opioids may cause, and the opioid itself is not ' +
        'found necessary above. The request cannot be considered medically necessary.',
      why: {
        parts: 'CZ',
        reasons: [
          ['not-recommended', 'The cited section advises against the drug'],
          ['depends-on-denied-item', 'the opioid itself is not found necessary above'],
        ],
        dependsOn: 9,
      },
      gold: {
        category: 'Pharmaceuticals > Antiemetic',
        kind: 'medication',
        drug: { name: 'zofran', strength: '4mg', quantity: 10, refills: null },
      },
    },
  ],
  gold: {
    reviewer: {
      statesOfLicensure: ['CA', 'NV', 'NC', 'SC', 'WV', 'NH', 'DC', 'RI'],
      specialties: ['Orthopedic Surgery', 'Hand Surgery', 'Sports Medicine'],
    },
    worker: { age: 51, sex: 'male' },
    diagnoses: [
      {
        text: 'complete rotator cuff tear or rupture of right shoulder, not specified as traumatic',
        icd10: 'M75',
        sites: ['shoulder:right'],
      },
      { text: 'diabetes', assertion: 'absent', icd10: 'E11' },
      { text: 'asthma', assertion: 'absent', icd10: 'J45' },
      { text: 'sleep apnea', assertion: 'absent', icd10: 'G47' },
    ],
    treatments: [
      { text: 'naproxen 550 mg', kind: 'medication', status: 'received' },
      { text: 'omeprazole 20 mg', kind: 'medication', status: 'received' },
      { text: 'appendectomy', kind: 'surgery', status: 'received' },
      { text: 'MRI of the right shoulder', kind: 'diagnostic', status: 'received' },
      { text: 'physical therapy', kind: 'therapy', status: 'received' },
      { text: 'subacromial injections', kind: 'injection', status: 'received' },
      { text: 'activity modification', kind: 'activity', status: 'received' },
      { text: 'right shoulder arthroscopy', also: ['shoulder surgery'], kind: 'surgery', status: 'planned' },
      { text: 'rotator cuff repair', kind: 'surgery', status: 'planned' },
      { text: 'subacromial decompression', kind: 'surgery', status: 'planned' },
      { text: 'preoperative medical clearance', kind: 'consultation', status: 'planned' },
      { text: 'EKG', kind: 'diagnostic', status: 'planned' },
      { text: 'chest x-ray', kind: 'diagnostic', status: 'planned' },
      { text: 'postoperative physical therapy', kind: 'therapy', status: 'planned' },
      { text: 'cold therapy unit', kind: 'device', status: 'planned' },
      { text: 'abduction sling', kind: 'device', status: 'planned' },
      { text: 'Percocet', kind: 'medication', status: 'planned' },
      { text: 'Zofran', kind: 'medication', status: 'planned' },
    ],
  },
}
