import { code, type HostileEntry, text } from '../entry.ts'

const other = code('E_OTHER_AGENCY')

/** Determinations of other programs, some by the same organization and in much the same words. All invented. */
export const agencyDocuments: readonly HostileEntry[] = [
  text('summary of a review for managed care', other, () => MANAGED_CARE),
  text('list of summaries for managed care', other, () => MANAGED_LIST),
  text('letter of a review for managed care', other, () => HEALTH_PLAN),
  text('determination for the department of insurance', other, () => INSURANCE),
  text('reconsideration in Medicare', other, () => MEDICARE),
  text('determination in another state', other, () => TEXAS),
]

const MANAGED_CARE = `Department of Managed Health Care
Independent Medical Review Determination
Reference ID: MN16-00001   IMR Type: Medical Necessity   Report Year: 2016
Diagnosis: Back Pain   Treatment: Epidural Injection
Determination: Overturned Decision of Health Plan

Findings: The physician reviewer found that the enrollee is a 52-year-old female with pain of the lower back. The
health plan denied the request as not medically necessary. Based on the above, the requested injection is medically
necessary for this patient. The health plan's denial should be overturned.
`

const MANAGED_LIST = `Reference ID,Report Year,Diagnosis,Treatment,Determination,IMR Type,Findings
MN15-00002,2015,Neck Pain,Acupuncture,Upheld Decision of Health Plan,Medical Necessity,"The enrollee asked for ..."
MN15-00003,2015,Knee Injury,MRI,Overturned Decision of Health Plan,Urgent Care,"The physician reviewer found ..."
MN15-00004,2015,Asthma,Pharmacy,Upheld Decision of Health Plan,Medical Necessity,"The health plan's denial is upheld."
Source: DMHC, Independent Medical Review Determinations
`

const HEALTH_PLAN = `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
RE: Enrollee of a health plan; Knox-Keene Act

Dear Enrollee:
The Department of Managed Health Care sent us your request. We have determined that the requested genetic test is not
medically necessary. The denial of your health plan is upheld. The expert reviewer is board certified in oncology and
has no affiliation with the health plan.
HOW THE DETERMINATION WAS MADE: one physician reviewed the complete case file, including all medical records.
Decision rationale: the published evidence does not show that the test changes treatment.
`

const INSURANCE = `California Department of Insurance
Independent Medical Review - Decision
The insured asked for review of a coverage denial of residential treatment under Health and Safety Code section
1374.30. Decision: Upheld. The reviewer, board certified in psychiatry, finds that the treatment was not medically
necessary. The insurer need not pay. This concludes the external review.
`

const MEDICARE = `Medicare Part D Reconsideration
Qualified Independent Contractor: MAXIMUS Federal Services
Date of Reconsideration Decision: 5/5/2017
The enrollee appealed the plan's denial of a lidocaine patch. Reconsideration decision: UNFAVORABLE. The drug plan's
decision is upheld, since the drug is not prescribed for a medically accepted indication. You may ask for a hearing.
Medicare appeal number: 1-0000000001
`

const TEXAS = `NOTICE OF INDEPENDENT REVIEW DECISION
Texas Department of Insurance, Division of Workers' Compensation
IRO Case Number: 000001
DESCRIPTION OF THE SERVICE IN DISPUTE: lumbar MRI
REVIEW OUTCOME: Upon independent review the reviewer finds that the previous adverse determination should be: UPHELD
The independent review organization certifies that the reviewer has no conflict of interest. Screening criteria: ODG,
medically necessary care under state law.
`
