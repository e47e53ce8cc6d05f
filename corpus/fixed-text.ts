/** The fixed words of form D, character for character; those of the older forms, at the end, are from memory. */

export const HEADINGS = {
  method: 'HOW THE IMR FINAL DETERMINATION WAS MADE',
  summary: 'CLINICAL CASE SUMMARY',
  decisions: 'IMR ISSUES, DECISIONS AND RATIONALES',
} as const

export const LABELS = {
  claimsAdministrator: 'Claims Administrator guideline: ',
  reviewer: 'MAXIMUS guideline: ',
  rationale: 'Decision rationale: ',
} as const

const SENT =
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the ' +
  'employer, employee, providers or the claims administrator.'

const CHOSEN =
  'He/she has been in active clinical practice for more than five years and is currently working at least 24 hours ' +
  'a week in active practice. The expert reviewer was selected based on his/her clinical experience, education, ' +
  'background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and'

const FAMILIAR =
  'He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies ' +
  'to Independent Medical Review determinations.'

/** How the determination was made, in D2 and D3. */
export const METHOD = `${SENT} ${CHOSEN} disputed items/Service. ${FAMILIAR}`

/** The same in D1, with a sentence on the reviewer in the middle. */
export function methodWith(credentials: string): string {
  return `${SENT} ${credentials} ${CHOSEN} disputed items/services. ${FAMILIAR}`
}

export const CREDENTIALS = 'The Expert Reviewer has the following credentials:'

export const SUMMARY_OPENING =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including ' +
  'all medical records:'

export const DECISIONS_OPENING =
  'The Final Determination was based on decisions for the disputed items/services set forth below:'

export const DOCUMENTS_OPENING =
  'The following relevant documents received from the interested parties and the documents provided with the ' +
  'application were reviewed and considered. These documents included:'

export const APPEAL =
  'The determination of MAXIMUS Federal Services and its physician reviewer is deemed to be the Final Determination of ' +
  "the Administrative Director of the Division of Workers' Compensation. This determination is binding on all parties. " +
  'In certain limited circumstances, you can appeal the Final Determination. Appeals must be filed with the ' +
  "Workers' Compensation Appeals Board within 30 days from the date of this letter."

export const EFFECT =
  'The determination of MAXIMUS Federal Services and its physician reviewer is deemed to be the final determination of ' +
  "the Administrative Director, Division of Workers' Compensation. With respect to the medical necessity of the " +
  'treatment in dispute, this determination is binding on all parties.'

export const REVIEW_SERVICE =
  'Disclaimer: MAXIMUS is providing an independent review service under contract with the California Department of ' +
  'Industrial Relations. MAXIMUS is not engaged in the practice of law or medicine. Decisions about the use or nonuse ' +
  'of health care services and treatments are the sole responsibility of the patient and the patient\u2019s physician.'
