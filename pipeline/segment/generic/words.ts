import type { SectionKind } from '../../../document/index.ts'
import type { LabelRule, LetterForm, Marker } from '../forms/form.ts'
import { LETTER_FORMS } from '../forms/letter-forms.ts'

/** What a heading can be about: a section, or a part of an item. */
export type Meaning = Exclude<SectionKind, 'header'> | NonNullable<LabelRule['part']>

/** Other possible wordings of headings and labels, besides those of the known forms. */
const OTHERS: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  determination: ['How the Decision Was Made', 'Reviewer Qualifications', 'Reviewer Credentials', 'About the Reviewer'],
  documents: ['Documents Reviewed', 'Records Reviewed', 'Materials Reviewed'],
  summary: ['Summary', 'Clinical Summary', 'Summary of the Case', 'Clinical History', 'Case History'],
  issues: ['Decisions', 'Decisions and Rationales', 'Determinations', 'Disputed Items', 'Disputed Services'],
  claimsAdministrator: ['Administrator guideline', "Claims Administrator's guidelines", 'Utilization Review guideline'],
  reviewer: ['Reviewer guideline', "Reviewer's guidelines", 'Guidelines Relied Upon'],
  rationale: ['Rationale', 'Reviewer rationale', 'Reason', 'Reasons for the Decision', 'Explanation'],
}

const PART_OF_SECTION: Readonly<Partial<Record<SectionKind, Meaning>>> = { guideline: 'reviewer', issue: 'issues' }

/** Every known wording of a heading or label, with its meaning. */
export const WORDINGS: readonly (readonly [words: string, meaning: Meaning])[] = [
  ...LETTER_FORMS.flatMap(headingsOf),
  ...Object.entries(OTHERS).flatMap(([meaning, all]) => all.map(words => [words, meaning as Meaning] as const)),
]

function headingsOf({ sections, items }: LetterForm): (readonly [string, Meaning])[] {
  const labels = items.kind === 'single' ? [] : items.labels.filter(({ opensSentence }) => !opensSentence)
  return [
    ...sections.flatMap(({ kind, headings }) => headings.map(words => [words, PART_OF_SECTION[kind] ?? kind] as const)),
    ...labels.flatMap(({ part, says }) => (part ? says.map(words => [words, part] as const) : [])),
  ]
}

/** Labels of all forms that are the beginning of a sentence: "The Claims Administrator based its decision on". */
export const SENTENCES: readonly LabelRule[] = LETTER_FORMS.flatMap(({ items }) =>
  items.kind === 'single' ? [] : items.labels.filter(({ opensSentence }) => opensSentence),
)

/** Wordings typical of an independent medical review determination, and of documents that resemble one. */
export const MARKERS: readonly Marker[] = [
  { says: /\bindependent medical review\b/i, weight: 2 },
  { says: /\bfinal determination\b/i, weight: 2 },
  { says: /\bMAXIMUS\b/i, weight: 2 },
  { says: /\bCM\d{2}-\d{7}\b/, weight: 2 },
  { says: /\b(?:no affiliation with the employer|in active clinical practice for more than)\b/i, weight: 2 },
  { says: /\b(?:expert|physician|medical|professional) reviewer\b/i, weight: 1 },
  { says: /\b(?:board certified|licensed to practice|licensure)\b/i, weight: 1 },
  { says: /\b(?:MTUS|Medical Treatment Utilization Schedule)\b/i, weight: 1 },
  { says: /\bclaims administrator\b/i, weight: 1 },
  { says: /\b(?:injured (?:worker|employee)|industrial injury|workers['’]? compensation)\b/i, weight: 1 },
  // UR denials explain how to apply; health plans have reviews of their own; courts and bills are different again.
  {
    says: /\byou (?:may|can|must|have (?:the|a) right to) (?:request|apply|dispute|file|submit|return)\b/i,
    weight: -6,
  },
  { says: /\b(?:request for authorization|unable to certify|notice of (?:denial|non-?certification))\b/i, weight: -4 },
  { says: /\b(?:health plan|enrollee|insured member|managed health care)\b/i, weight: -8 },
  {
    says: /\b(?:petition for reconsideration|opinion and (?:decision|order)|it is (?:so )?ordered|lien claimant)\b/i,
    weight: -8,
  },
  { says: /\b(?:amount due|balance due|remit payment|invoice (?:no|number|date))\b/i, weight: -8 },
  { says: /\b(?:under penalty of perjury|qualified medical evaluation)\b/i, weight: -6 },
  { says: /\b(?:for example|in this article|this sample|press release|annual report)\b/i, weight: -4 },
]
