import type { LetterForm } from './form.ts'

/** Form D, mid 2014 to at least February 2017: three headings, items with three labels. */
export const formD: LetterForm = {
  name: 'D',
  sections: [
    { kind: 'determination', heading: 'HOW THE IMR FINAL DETERMINATION WAS MADE', opening: null },
    {
      kind: 'summary',
      heading: 'CLINICAL CASE SUMMARY',
      opening:
        'The expert reviewer developed the following clinical case summary based on a review of the case file, ' +
        'including all medical records:',
    },
    {
      kind: 'issues',
      heading: 'IMR ISSUES, DECISIONS AND RATIONALES',
      opening: 'The Final Determination was based on decisions for the disputed items/services set forth below:',
    },
  ],
  labels: {
    claimsAdministrator: 'Claims Administrator guideline:',
    reviewer: 'MAXIMUS guideline:',
    rationale: 'Decision rationale:',
  },
  outcomes: ['Upheld', 'Overturned'],
  modified: {
    // "Eight visits was the original request. Six visits was authorized by the Claims Administrator. The remaining IMR
    // eligible portion of the original request, two visits is: Upheld"
    opens: /\bw(?:as|ere) the original request\.?$/i,
    goesOn:
      /^(?:The remaining IMR eligible|The original request,)|authorized by the Claims Administrator|^The Claims Administrator authorized/i,
  },
  variants: [
    // Credentials in the running text, before there was a block for them.
    { form: 'D1', sign: /\bThe (?:expert|physician) reviewer is (?:Board Certified|licensed)\b/i },
    // Chapters with a year, or the later sentences about what was cited.
    {
      form: 'D3',
      sign: /Decision based on MTUS [A-Z][A-Za-z, -]{4,60} 20\d\d\b|recommendation\(s\) outside of the MTUS|did not cite any medical evidence/,
    },
    { form: 'D2', sign: /The Expert Reviewer has the following credentials:/ },
  ],
}
