import { code, type HostileEntry, text } from '../entry.ts'

const noLetter = code('E_NOT_A_LETTER')

/** What doctors write. All invented. */
export const clinicDocuments: readonly HostileEntry[] = [
  text("primary treating physician's progress report", noLetter, () => PROGRESS),
  text('request for authorization', noLetter, () => REQUEST),
  text('report of a qualified medical evaluator', noLetter, () => EVALUATION),
  text('consultation that argues with a denial', noLetter, () => CONSULTATION),
  text('operative report', noLetter, () => OPERATION),
  text('radiology report', noLetter, () => RADIOLOGY),
  text('physical therapy notes', noLetter, () => THERAPY),
  text('laboratory values', noLetter, () => LABORATORY),
  text(
    'prescription',
    noLetter,
    () => 'Rx\nCyclobenzaprine 7.5 mg #60\nSig: 1 tab po bid prn spasm\nRefills: 0\nDAW [ ]\n',
  ),
]

const PROGRESS = `STATE OF CALIFORNIA
PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
[X] Periodic Report  [ ] Change in treatment plan  [X] Request for authorization
Patient: Last ________ First ________  Date of Injury: 03/04/2016  Claim Number: 00-778899
Subjective complaints: left knee pain 6/10, worse on stairs.
Objective findings: tenderness of the medial joint line; McMurray positive; range of motion 0 to 120.
Diagnoses: 1. Left knee sprain  ICD-10 S83.92XA
Treatment plan: aquatic therapy, twelve visits, is medically necessary. UR denied it; we await the IMR.
Work status: modified duty. I declare under penalty of perjury that this report is true.
`

const REQUEST = `State of California, Division of Workers' Compensation
REQUEST FOR AUTHORIZATION
DWC Form RFA   Attach the Doctor's First Report of Occupational Injury or Illness, or a narrative report
[X] New Request  [ ] Resubmission - Change in Material Facts  [ ] Expedited Review
Diagnosis | ICD-Code | Service/Good Requested | CPT/HCPCS | Other Information
Left knee sprain | S83.92XA | Aquatic therapy | 97113 | 2 x 6 weeks
Claims Administrator/Utilization Review Organization (URO) Response
[ ] Approved  [ ] Denied or Modified (See separate decision letter)  [ ] Delay
Authorized Agent Name: ________ Date: ________
`

const EVALUATION = `PANEL QUALIFIED MEDICAL EVALUATOR REPORT
Case Number: ADJ0000001
Date of Injury: 03/04/2016
I am board certified in orthopaedic surgery and licensed to practice in California.
HISTORY: The injured worker is a 41 year old female who sustained an industrial injury on 3-4-16.
RECORD REVIEW: 05/02/2016, IMR application. 06/02/2016, IMR Final Determination: aquatic therapy, Upheld.
DISCUSSION: I disagree with the reviewer; in my opinion the therapy was medically necessary and appropriate.
IMPAIRMENT: 4% WPI by the AMA Guides, 5th edition. APPORTIONMENT: 100% industrial.
`

const CONSULTATION = `PAIN MANAGEMENT CONSULTATION
CLINICAL CASE SUMMARY
A 52-year-old warehouse worker with lumbar radiculopathy. The epidural steroid injection was denied by utilization
review, and the denial was Upheld at IMR.
DECISION RATIONALE
The guideline asks for radiculopathy on examination and on imaging. Both are there. The injection is medically
necessary, and I ask that the decision be overturned.
PLAN: appeal; gabapentin 300 mg; follow-up in four weeks.
`

const OPERATION = `OPERATIVE REPORT
PREOPERATIVE DIAGNOSIS: Left knee medial meniscus tear
PROCEDURE: Left knee arthroscopy, partial medial meniscectomy
ANESTHESIA: General   COMPLICATIONS: None
DESCRIPTION: The patient was brought to the operating room. Portals were made. The tear was trimmed to a stable rim.
`

const RADIOLOGY = `MRI OF THE LUMBAR SPINE WITHOUT CONTRAST
INDICATION: Low back pain. Authorized after independent medical review.
FINDINGS: L4-L5: disc bulge of 3 mm. L5-S1: annular tear. No central stenosis.
IMPRESSION: Mild degenerative change.
`

const THERAPY = `PHYSICAL THERAPY DAILY NOTE
Visit 5 of 6. Pain 4/10. Therapeutic exercise 97110 x 2, manual therapy 97140 x 1. Tolerated well.
Goals: upheld from last visit. Frequency 2x/week. Further visits pending authorization (UR).
`

const LABORATORY = `TEST                 RESULT    REFERENCE      FLAG
Hemoglobin           13.9      12.0-15.5
Creatinine            0.8       0.5-1.1
Urine drug screen: hydrocodone POSITIVE, consistent with prescription
`
