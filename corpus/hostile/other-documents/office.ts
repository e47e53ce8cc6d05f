import { drawn, pagesOf } from '../clean.ts'
import { code, type HostileEntry, pdf, text } from '../entry.ts'
import { writePdf } from '../pdf/write.ts'

const noLetter = code('E_NOT_A_LETTER')

/** What else is in the folders of an office. All invented. */
export const officeDocuments: readonly HostileEntry[] = [
  text('invoice for a review', noLetter, () => INVOICE),
  pdf('invoice as PDF', noLetter, () => writePdf(pagesOf([drawn(INVOICE.split('\n'))]))),
  text('explanation of a bill review', noLetter, () => BILL_REVIEW),
  text('spreadsheet of decisions, with commas', noLetter, () => SPREADSHEET),
  text('spreadsheet of decisions, with tabs', noLetter, () => SPREADSHEET.replaceAll(',', '\t')),
  text('results of a search for decisions', noLetter, () => SEARCH),
  text('source code of a reader of letters', noLetter, () => SOURCE_CODE),
  text('JSON of a case record', noLetter, () => RECORD),
  text('e-mail about a determination', noLetter, () => MAIL),
  text('minutes of a meeting', noLetter, () => MINUTES),
  text('the form of the letter, empty', noLetter, () => TEMPLATE),
  text('instructions how to read a letter', noLetter, () => INSTRUCTIONS),
]

const INVOICE = `INVOICE No. 2016-0042
Bill to: Claims Administrator
Independent Medical Review, Standard, one physician         $ 390.00
Case Number: CM16-9000081
Decision Date: 06/02/2016
Total due within 35 days                                    $ 390.00
`

const BILL_REVIEW = `EXPLANATION OF REVIEW
CPT 97113  billed 480.00  allowed 0.00  code G11
G11: services were found not medically necessary by utilization review; the denial was upheld by IMR.
A second bill review may be requested within 90 days; after it, independent bill review (IBR).
`

const SPREADSHEET = `Case Number,Decision Date,Category,Request,Decision
CM16-9000082,06/02/2016,Pharmaceuticals,Naproxen 550 mg #60,Upheld
CM16-9000083,06/02/2016,Diagnostic Testing,MRI of the neck,Overturned
CM16-9000084,06/03/2016,Durable Medical Equipment,TENS unit,Upheld
`

const SEARCH = `IMR Final Determination decisions: search results
Showing 1 to 3 of 3 entries
Aquatic therapy: Upheld   CM16-9000085
Work hardening: Overturned   CM16-9000086
Naproxen 550 mg #60: Upheld   CM16-9000087
Claims Administrator guideline | MAXIMUS guideline | Decision rationale: choose columns to show
`

const SOURCE_CODE = `const HEADINGS = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'CLINICAL CASE SUMMARY',
  'IMR ISSUES, DECISIONS AND RATIONALES',
]
const LABELS = ['Claims Administrator guideline:', 'MAXIMUS guideline:', 'Decision rationale:']
// "MRI of the neck: Upheld" is an item that is not medically necessary.
export const decisionOf = (line) => /: (Upheld|Overturned)$/.exec(line)?.[1]
`

const RECORD = `{"caseNumber":"CM16-9000088","outcome":"upheld","disputedItems":[{"text":"A cane: Upheld",
"decision":"upheld","rationale":"The request is not medically necessary."}],"priority":"standard"}
`

const MAIL = `From: adjuster@insurer.example
To: doctor@clinic.example
Subject: IMR result CM16-9000089

The IMR is back. All three items were Upheld; the MRI was Overturned on review of the new records. The reviewer wrote
that "therefore, the requested MRI is medically necessary". Please schedule. Decision rationale: see attachment.
`

const MINUTES = `MINUTES, UTILIZATION COMMITTEE
Item 1: IMR statistics of the quarter. Upheld: 91 %. Overturned: 9 %.
Item 2: Pharmaceuticals: Upheld. Therapy: Overturned. The committee notes both.
Item 3: Training of new adjusters on what is medically necessary.
`

const TEMPLATE = `Case Number: ____________
Date Assigned: ____________ Date of Injury: ____________
Decision Date: ____________ UR Denial Date: ____________
Priority: ____________ Application Received: ____________

HOW THE IMR FINAL DETERMINATION WAS MADE

CLINICAL CASE SUMMARY

IMR ISSUES, DECISIONS AND RATIONALES

[item]: [Upheld / Overturned]
Claims Administrator guideline:
MAXIMUS guideline:
Decision rationale:
`

const INSTRUCTIONS = `How to read your letter
The part CLINICAL CASE SUMMARY tells what the reviewer read in the records. The part IMR ISSUES, DECISIONS AND
RATIONALES lists each item. "Upheld" means that the utilization review decision stands: the treatment is not medically
necessary. "Overturned" means that it is medically necessary and must be authorized. Under "Claims Administrator
guideline" and "MAXIMUS guideline" you see what each side cited; "Decision rationale" says why.
`
