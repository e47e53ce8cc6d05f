import { createHash } from 'node:crypto'
import type {
  CitationText,
  Dates,
  DiagnosisSource,
  Guideline,
  ItemSource,
  LetterSource,
  TreatmentSource,
} from './letter.ts'
import { unmarked } from './letter.ts'

/** A long text as a hash of its letters and digits, independent of spaces and line breaks. */
interface Flat {
  readonly flatSha256: string
  readonly flatLength: number
}

/** What a case record must say about the letter, in the keys and order of the gold files. */
export function annotate(letter: LetterSource) {
  const { gold } = letter
  return {
    form: letter.form,
    caseNumber: letter.header ? letter.name : null,
    dates: datesOf(letter),
    priority: letter.header?.priority?.toLowerCase() ?? null,
    reviewer: gold.reviewer,
    worker: { ...gold.worker, occupation: gold.worker.occupation ?? null },
    clinicalCaseSummary: flat(letter.summary),
    diagnoses: gold.diagnoses.map(diagnosisOf),
    treatments: gold.treatments.map(treatmentOf),
    disputedItems: letter.items.map(itemOf),
    ...(letter.documents ? { documentsReviewed: letter.documents.entries.map(unmarked) } : {}),
  }
}

/** Hash and length of the lower-case letters and digits of the text. */
export function flat(text: string): Flat {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return { flatSha256: createHash('sha256').update(bare).digest('hex').slice(0, 16), flatLength: bare.length }
}

function datesOf({ header, gold }: LetterSource): Dates {
  const {
    injury = null,
    urDenial = null,
    applicationReceived = null,
    assigned = null,
    decision = null,
  } = { ...gold.dates, ...header }
  return { injury, urDenial, applicationReceived, assigned, decision }
}

function diagnosisOf({ text, also = [], assertion, icd10, sites = [] }: DiagnosisSource) {
  return { text, also, assertion: assertion ?? ('present' as const), icd10, sites: sites.map(siteOf) }
}

function treatmentOf({ text, also = [], kind, status }: TreatmentSource) {
  return { text, also, kind, status }
}

function itemOf({ heading, decision, gold, claimsAdministrator, reviewer, rationale, why }: ItemSource, index: number) {
  const text = unmarked(heading)
  const [category, subcategory] = gold.category.split(' > ')
  return {
    ordinal: index + 1,
    text,
    decision,
    urAction: gold.modified ? 'modified' : 'denied',
    requested: gold.modified?.requested ?? text,
    authorized: gold.modified?.authorized ?? null,
    disputed: gold.modified?.disputed ?? text,
    category,
    subcategory,
    kind: gold.kind,
    drug: gold.drug ?? null,
    sessions: gold.sessions ?? null,
    sites: (gold.sites ?? []).map(siteOf),
    ...(claimsAdministrator ? { claimsAdministrator: guidelineOf(claimsAdministrator) } : {}),
    reviewer: guidelineOf(reviewer),
    rationale: flat(rationale),
    rationaleParts: partsOf(unmarked(rationale), why.parts),
    reasons: why.reasons.map(([code, quote]) => ({ code, quote })),
    dependsOn: why.dependsOn ?? null,
    priorSessions: why.priorSessions ?? null,
    mtusSilent: why.mtusSilent ?? null,
  }
}

const PARTS: Readonly<Record<string, string>> = { R: 'recital', C: 'case', S: 'summing-up', Z: 'conclusion' }

/** The sentences of a rationale as handwritten prose has them. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!]["”]?)\s+(?=["“A-Z])/)

/** Adjacent sentences with the same part are one entry. */
function partsOf(rationale: string, letters: string): { part: string; text: string }[] {
  const parts: { part: string; text: string }[] = []
  for (const [at, text] of sentencesOf(rationale).entries()) {
    const part = PARTS[letters[at]!]!
    const last = parts.at(-1)
    if (last?.part === part) last.text += ` ${text}`
    else parts.push({ part, text })
  }
  return parts
}

function guidelineOf({ cites }: Guideline) {
  return { basis: basisOf(cites), citations: cites }
}

function basisOf(cites: readonly CitationText[]): 'mtus' | 'outside-mtus' | 'none' {
  if (cites.some(citation => citation.source === 'MTUS')) return 'mtus'
  return cites.length > 0 ? 'outside-mtus' : 'none'
}

function siteOf(site: string) {
  const [part, side = null] = site.split(':')
  return { part, side }
}
