import { code, type HostileEntry, text } from '../entry.ts'

const decision = code('E_UR_DECISION')
const appeal = code('E_UR_APPEAL')
const application = code('E_APPLICATION')

/** Documents of the same dispute, before and besides the determination. All invented. */
export const reviewDocuments: readonly HostileEntry[] = [
  text('UR denial letter', decision, () => DENIAL),
  text('UR modification letter', decision, () => MODIFICATION),
  text('UR denial by fax, words in capitals', decision, () => FAX),
  text('UR denial that quotes an earlier IMR', decision, () => QUOTING),
  text('UR approval', decision, () => APPROVAL),
  text('decision on an internal UR appeal', appeal, () => APPEAL),
  text('reconsideration of a UR denial', appeal, () => RECONSIDERATION),
  text('IMR application form, empty', application, () => FORM),
  text('IMR application form, filled in', application, () => FILLED),
  text('notice that an application is ineligible', application, () => INELIGIBLE),
  text('notice of assignment', application, () => ASSIGNMENT),
  text('notice that a review was ended', application, () => TERMINATED),
]

const DENIAL = `Golden Poppy Utilization Management
NOTICE OF UTILIZATION REVIEW DETERMINATION
Date: 04/20/2016
Claim Number: 00-778899   Date of Injury: 03/04/2016

The Request for Authorization dated 04/13/2016 was reviewed by our physician advisor.

Treatment requested: Aquatic therapy for the left knee, twelve visits
Decision: NON-CERTIFIED. The request is not medically necessary.

Rationale: The chapter on the knee allows exercise in water where exercise on land has failed. No such trial is
recorded. Guideline: MTUS Knee Complaints 2004.

If you disagree with the utilization review decision you may request an Independent Medical Review within 30
calendar days. An application for Independent Medical Review is enclosed.
The reviewing physician is available for a peer to peer call from 9 to 11 AM.
`

const MODIFICATION = `Dear Dr. Example:

We received your request for authorization on May 2, 2017. A utilization review decision has been made.

1. Physical therapy, 12 visits, lumbar spine. The request has been modified. Six visits are certified, the
   remaining six visits are not certified.
2. Naproxen 550 mg #60. Certified.

Rationale: the Medical Treatment Utilization Schedule supports a trial of six visits. This is an adverse
determination as to the remainder. If you disagree with this decision, the injured worker may ask for review.
Reviewed by: A. Sample, MD, physician advisor. Hours of availability: Monday to Friday, 8 to 5.
`

const FAX = `TO: PROVIDER   FROM: UTILIZATION REVIEW DEPARTMENT   PAGES: 3
ADVERSE DETERMINATION
THE FOLLOWING TREATMENT HAS BEEN NON-CERTIFIED:
MRI OF THE CERVICAL SPINE WITHOUT CONTRAST
REASON: NO RED FLAGS. NOT MEDICALLY NECESSARY.
THE CLAIMS ADJUSTER HAS BEEN NOTIFIED. TO DISCUSS, ASK FOR A PEER TO PEER.
IF YOU DISAGREE WITH THE UTILIZATION REVIEW DECISION SEE THE ENCLOSED APPLICATION FOR INDEPENDENT MEDICAL REVIEW.
`

const QUOTING = `UTILIZATION REVIEW DETERMINATION
Request for authorization received: 11/08/2016
Treatment requested: Functional restoration program, 80 hours

Decision: non-certification.

An independent medical review of last year upheld the denial of the same program ("Functional restoration program
for the low back: Upheld"). The claims administrator sees no change of circumstances. The request is not medically
necessary. Reviewing physician: B. Sample, DO.
You may request an independent medical review of this utilization review decision.
`

const APPROVAL = `NOTICE OF UTILIZATION REVIEW DECISION
The following treatment has been certified as medically necessary and appropriate:
 - Ultrasound guided injection, right shoulder, one
 - Follow-up visit, one
Request for authorization dated: 02/01/2018. Reviewed by our physician advisor. This utilization review decision is
valid for 90 days. It is no guarantee of payment. Questions: call your claims adjuster.
`

const APPEAL = `Golden Poppy Utilization Management
APPEAL DETERMINATION
Appeal of Utilization Review decision dated 04/20/2016

The internal appeal was assigned to an appeal reviewer who took no part in the prior non-certification.

Item: Aquatic therapy for the left knee
Outcome: The original determination is upheld. The request remains not medically necessary.

Rationale: No new records were submitted on appeal. The right to Independent Medical Review is not extended by this
voluntary appeal.
`

const RECONSIDERATION = `RE: Request for reconsideration of utilization review
Dear Provider,
The request for reconsideration received on 3/3/2015 was forwarded to a second physician. With the records that came
with the reconsideration request the prior non-certification is reversed in part on appeal: the original utilization
review decision is overturned for one epidural steroid injection, and upheld for facet blocks.
This appeal determination is final on our side.
`

const FORM = `STATE OF CALIFORNIA  DIVISION OF WORKERS' COMPENSATION
APPLICATION FOR INDEPENDENT MEDICAL REVIEW   DWC FORM IMR
TO REQUEST INDEPENDENT MEDICAL REVIEW:
1. Sign and date this application and consent to obtain medical records.
2. Mail or fax the application and a copy of the written decision you received.
Type of Utilization Review:  [ ] Regular  [ ] Expedited  [ ] Modification after Appeal
Employee Name: ____________________  Date of Injury: ____________
Claims Administrator: ______________  Decision Date: ____________
Disputed Medical Treatment
List each specific requested medical service: 1. ________  2. ________  3. ________
Employee Signature: ____________________  Date: ____________
`

const FILLED = FORM.replace('1. ________', '1. Left knee arthroscopy')
  .replace('2. ________', '2. Cold therapy unit, 7 days: not medically necessary per UR')
  .replace('[ ] Regular', '[X] Regular')
  .replace('Decision Date: ____________', 'Decision Date: 07/07/2014')

const INELIGIBLE = `INDEPENDENT MEDICAL REVIEW UNIT
NOTICE OF INELIGIBILITY
The application for independent medical review received on 9/9/2015 is not eligible for independent medical review.
Reason: untimely application; it came more than 30 days after the utilization review denial.
The eligibility determination may be appealed to the Workers' Compensation Appeals Board within 30 days.
Disputed item: Norco 10/325 mg #90. No decision as to medical necessity was made.
`

const ASSIGNMENT = `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION
Date Assigned: 05/09/2016   Case Number: CM16-9000079

An application for independent medical review has been assigned to us. Please send, within 15 calendar days, the
records that bear on the disputed medical treatment: aquatic therapy for the left knee. A physician reviewer will
decide whether it is medically necessary. The Final Determination will be sent to all parties.
`

const TERMINATED = `TERMINATION OF INDEPENDENT MEDICAL REVIEW
Case Number: CM15-9000080
The application for independent medical review of this case has been terminated, because the claims administrator has
authorized the disputed medical treatment (lumbar epidural steroid injection). A withdrawal of the application was
received. No determination will be issued.
`
