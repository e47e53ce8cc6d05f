/** The fixed words of form D, letter for letter. */

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

/** The same in D1, where a sentence on the reviewer stands inside. */
export function methodWith(credentials: string): string {
  return `${SENT} ${credentials} ${CHOSEN} disputed items/services. ${FAMILIAR}`
}

export const CREDENTIALS = 'The Expert Reviewer has the following credentials:'

export const SUMMARY_OPENING =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including ' +
  'all medical records:'

export const DECISIONS_OPENING =
  'The Final Determination was based on decisions for the disputed items/services set forth below:'
