import type { LabelledItems, LetterForm, Marker, SectionRule } from './form.ts'
import { CLOSING, HEAD, HEADER_LABELS, HEADER_TABLE } from './phrases.ts'

/**
 * Form D, mid 2014 to today: three headings, items with three labels. Its kinds, the last of which is called E, differ
 * in the credentials, the spelling of one fixed word and the names of guidelines; `kinds.ts` distinguishes them. No
 * letter of form E has been read.
 */
const sections: readonly SectionRule[] = [
  { kind: 'determination', headings: ['HOW THE IMR FINAL DETERMINATION WAS MADE'], weight: 3 },
  {
    kind: 'summary',
    headings: ['CLINICAL CASE SUMMARY'],
    openings: [
      'The expert reviewer developed the following clinical case summary based on a review of the case file, ' +
        'including all medical records:',
    ],
    weight: 1,
  },
  {
    kind: 'issues',
    headings: ['IMR ISSUES, DECISIONS AND RATIONALES'],
    openings: ['The Final Determination was based on decisions for the disputed items/services set forth below:'],
    weight: 4,
  },
  CLOSING,
]

const items: LabelledItems = {
  kind: 'labelled',
  outcomes: [
    { says: 'Upheld', decision: 'upheld' },
    { says: 'Overturned', decision: 'overturned' },
  ],
  labels: [
    { part: 'claimsAdministrator', says: ['Claims Administrator guideline:'] },
    { part: 'reviewer', says: ['MAXIMUS guideline:'] },
    { part: 'rationale', says: ['Decision rationale:'] },
  ],
  numbered: false,
  modified: {
    // "Eight visits was the original request. Six visits was authorized by the Claims Administrator. The remaining IMR
    // eligible portion of the original request, two visits is: Upheld"
    opens: /\b(?:w(?:as|ere) the original requests?|originally requested)\.?$/i,
    goesOn:
      /^(?:The remaining (?:IMR[- ]eligible|portion of the)|The original request,)|(?:authorized|approved|certified) by (?:the )?(?:Claims Administrator|UR\b|utilization review)|^The Claims Administrator (?:authorized|approved|certified)/i,
  },
}

/** What all kinds share, and the weight of the item labels if headings are lost. */
const skeletonD = {
  head: HEAD,
  headerLabels: HEADER_LABELS,
  sections,
  items,
  promises: HEADER_TABLE,
} as const satisfies Partial<LetterForm>

const markersD: readonly Marker[] = [
  { says: 'Claims Administrator guideline:', weight: 2 },
  { says: 'MAXIMUS guideline:', weight: 2 },
  { says: 'Decision rationale:', weight: 1 },
]

/** The three-line block that replaced credentials in running text. */
const credentialsBlock: readonly Marker[] = [
  { says: 'The Expert Reviewer has the following credentials:', weight: 2 },
  { says: /\bState\(s\) of Licensure:/, weight: 1 },
]

/** About mid 2014: credentials in the running text. */
export const formD1: LetterForm = {
  name: 'D1',
  ...skeletonD,
  markers: [
    ...markersD,
    { says: /\bThe (?:expert|physician) reviewer is (?:Board[ -]Certified|licensed)\b/i, weight: 3 },
  ],
}

/** About late 2014 to mid 2016: a block of credentials, the same chapters. */
export const formD2: LetterForm = { name: 'D2', ...skeletonD, markers: [...markersD, ...credentialsBlock] }

/** 2016 and 2017: chapters with year and section, and sentences for what they do not cover. */
export const formD3: LetterForm = { ...formD2, name: 'D3' }

/** December 2017 to today: the skeleton of form D with the chapters in force since then. */
export const formE: LetterForm = { ...formD2, name: 'E' }
