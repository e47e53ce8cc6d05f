import type { LabelledItems, LetterForm, Marker, SectionRule } from './form.ts'
import { CLOSING, HEAD, HEADER_LABELS, HEADER_TABLE } from './phrases.ts'

/**
 * Form D, mid 2014 to today: three headings, items with three labels. Its kinds differ in the credentials, the spelling
 * of one fixed word and the names of guidelines.
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
    opens: /\bw(?:as|ere) the original request\.?$/i,
    goesOn:
      /^(?:The remaining IMR eligible|The original request,)|authorized by the Claims Administrator|^The Claims Administrator authorized/i,
  },
}

/** What all kinds share, and what their items' labels weigh where headings are lost. */
export const skeletonD = {
  head: HEAD,
  headerLabels: HEADER_LABELS,
  sections,
  items,
  promises: HEADER_TABLE,
} as const satisfies Partial<LetterForm>

export const markersD: readonly Marker[] = [
  { says: 'Claims Administrator guideline:', weight: 2 },
  { says: 'MAXIMUS guideline:', weight: 2 },
  { says: 'Decision rationale:', weight: 1 },
]

/** "Decision Date: 12/09/2016", or that column of labels and then its values: a number, the day before, this day. */
export const decidedIn = (years: string): RegExp =>
  new RegExp(String.raw`\bDecision Date: ?(?:Priority: ?\S{8,14} \S{10} )?\d\d/\d\d/(?:${years})\b`)

/** The block of three lines that took the place of credentials in the running text. */
export const credentialsBlock: readonly Marker[] = [
  { says: 'The Expert Reviewer has the following credentials:', weight: 2 },
  { says: /\bState\(s\) of Licensure:/, weight: 1 },
]

/** "Chronic Pain Treatment Guidelines Physical Medicine Page(s): 98-99": no year; other works without an introduction. */
const chaptersWithoutYear: readonly Marker[] = [
  { says: /Decision based on MTUS (?:[A-Z]\w+ ){1,6}(?:Complaints|Treatment Guidelines)(?! \(?20\d\d)/, weight: 2 },
  { says: /guideline: ?Decision based on Non- ?MTUS/, weight: 2 },
  { says: /\bPage\(s\): ?\d/, weight: 1 },
]

/** About mid 2014: credentials in the running text. */
export const formD1: LetterForm = {
  name: 'D1',
  ...skeletonD,
  markers: [
    ...markersD,
    { says: /\bThe (?:expert|physician) reviewer is (?:Board[ -]Certified|licensed)\b/i, weight: 4 },
    { says: /\bdisputed items\/services\. He\/she\b/, weight: 1 },
    ...chaptersWithoutYear,
  ],
}

/** About late 2014 to mid 2016: a block of credentials, chapters as before. */
export const formD2: LetterForm = {
  name: 'D2',
  ...skeletonD,
  markers: [...markersD, ...credentialsBlock, ...chaptersWithoutYear],
}

/** 2016 and 2017: chapters with a year and sections, and sentences for what lies outside of them. */
export const formD3: LetterForm = {
  name: 'D3',
  ...skeletonD,
  markers: [
    ...markersD,
    ...credentialsBlock,
    {
      says: /Decision based on MTUS (?:[A-Z][A-Za-z, -]{3,60} )?(?:Complaints|Approaches|Treatment|Conditions) (?:200\d|201[0-7])\b/,
      weight: 4,
    },
    { says: /recommendation\(s\) outside of the MTUS|did not cite any medical evidence/, weight: 1 },
    { says: decidedIn('201[67]'), weight: 3 },
  ],
}
