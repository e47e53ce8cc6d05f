import { createHash } from 'node:crypto'
import type { CaseRecord, Citation, DisputedItem } from '../document/index.ts'
import type { Gold, GoldItem, HashedText } from './gold.ts'
import { matchNamed } from './match.ts'
import { scoreRationale, scoreReasons } from './reasons.ts'
import type { Score } from './tally.ts'

/** Compares one record with its gold, field by field, and adds the result to `score`. */
export function scoreLetter(score: Score, record: CaseRecord, gold: Gold, text?: string): void {
  scoreHeader(score, record, gold)
  scoreDiagnoses(score, record, gold)
  scoreTreatments(score, record, gold)
  scoreItems(score, record, gold, text)
}

function scoreHeader(score: Score, record: CaseRecord, gold: Gold): void {
  if (gold.form !== undefined) score.pair('form', gold.form, record.source.form)
  if (gold.caseNumber !== undefined) score.pair('caseNumber', gold.caseNumber, record.caseNumber)
  for (const [name, date] of Object.entries(gold.dates ?? {}))
    score.pair(`dates.${name}`, date, record.dates[name as keyof CaseRecord['dates']])
  if (gold.priority !== undefined) score.pair('priority', gold.priority, record.priority)
  if (gold.worker) {
    score.pair('worker.age', gold.worker.age, record.worker.age)
    score.pair('worker.sex', gold.worker.sex, record.worker.sex)
    if (gold.worker.occupation !== undefined)
      score.pair('worker.occupation', gold.worker.occupation, record.worker.occupation)
  }
  if (gold.reviewer) {
    score.list('statesOfLicensure', gold.reviewer.statesOfLicensure, record.reviewer.statesOfLicensure)
    const written = record.reviewer.certifications.map(certification => certification.text)
    score.list('certifications', gold.reviewer.specialties, written)
  }
  if (gold.clinicalCaseSummary !== undefined)
    score.pair('clinicalCaseSummary', hashIn(gold.clinicalCaseSummary), flatHash(record.clinicalCaseSummary))
  if (gold.documentsReviewed) score.list('documentsReviewed', gold.documentsReviewed, record.documentsReviewed)
}

/** A long text as gold has it: a hash of its lower-case letters and digits, and their number. Null for null. */
export function hashed(text: string | null): HashedText | null {
  if (text === null) return null
  const flat = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return { flatSha256: createHash('sha256').update(flat).digest('hex').slice(0, 16), flatLength: flat.length }
}

const hashIn = (gold: HashedText | null): string | null => gold?.flatSha256 ?? null
const flatHash = (text: string | null): string | null => hashIn(hashed(text))

function scoreDiagnoses(score: Score, record: CaseRecord, gold: Gold): void {
  if (!gold.diagnoses) return
  for (const { gold: one, record: other } of named(score, 'diagnoses', gold.diagnoses, record.diagnoses)) {
    score.pair('diagnoses.assertion', one.assertion, other.assertion)
    score.pair('diagnoses.icd10', one.icd10, other.icd10?.code.slice(0, 3) ?? null)
    score.list('diagnoses.sites', one.sites.map(siteText), other.sites.map(siteText))
  }
}

function scoreTreatments(score: Score, record: CaseRecord, gold: Gold): void {
  if (!gold.treatments) return
  for (const { gold: one, record: other } of named(score, 'treatments', gold.treatments, record.treatments)) {
    score.pair('treatments.kind', one.kind, other.kind)
    score.pair('treatments.status', one.status, other.status)
  }
}

/** Scores the names of a list and returns the pairs whose other values are to be compared. */
function named<G extends { text: string; also: string[] }, R extends { text: string }>(
  score: Score,
  field: string,
  golds: readonly G[],
  records: readonly R[],
) {
  const matches = matchNamed(golds, records)
  const strict = matches.filter(match => match.strict)
  score.counts(field, { gold: golds.length, found: records.length, correct: strict.length, lenient: matches.length })
  for (const gold of golds) {
    const match = matches.find(one => one.gold === gold)
    if (!match?.strict) score.miss(field, gold.text, match?.record.text ?? null)
  }
  for (const record of records) if (!matches.some(one => one.record === record)) score.miss(field, null, record.text)
  return matches
}

function scoreItems(score: Score, record: CaseRecord, gold: Gold, text: string | undefined): void {
  if (!gold.disputedItems) return
  score.pair('items.count', gold.disputedItems.length, record.disputedItems.length)
  for (const one of gold.disputedItems) {
    const other = record.disputedItems.find(item => item.ordinal === one.ordinal)
    score.pair('items.text', one.text, other?.text ?? null)
    scoreDecision(score, one.decision, other?.decision ?? null)
    if (one.rationale !== undefined)
      score.pair('items.rationale', hashIn(one.rationale), flatHash(other?.rationale ?? null))
    scoreItemFacts(score, one, other)
    for (const side of ['claimsAdministrator', 'reviewer'] as const) scoreSide(score, side, one, other)
    scoreReasons(score, one, other, record, text)
    scoreRationale(score, one, other)
  }
}

/** Nine of ten decisions uphold, so accuracy means little: each class has figures of its own. */
function scoreDecision(score: Score, expected: string, got: string | null): void {
  for (const decision of ['upheld', 'overturned']) {
    const own = (value: string | null) => (value === decision ? value : null)
    score.pair(`items.decision=${decision}`, own(expected), own(got))
  }
}

const PLAIN = [
  'urAction',
  'requested',
  'authorized',
  'disputed',
  'category',
  'subcategory',
  'kind',
  'sessions',
] as const

function scoreItemFacts(score: Score, gold: GoldItem, record: DisputedItem | undefined): void {
  for (const field of PLAIN)
    if (gold[field] !== undefined) score.pair(`items.${field}`, gold[field], record?.[field] ?? null)
  if (gold.drug !== undefined)
    for (const field of ['name', 'strength', 'quantity', 'refills'] as const)
      score.pair(`items.drug.${field}`, gold.drug?.[field] ?? null, record?.drug?.[field] ?? null)
  if (gold.sites) score.list('items.sites', gold.sites.map(siteText), (record?.sites ?? []).map(siteText))
}

function scoreSide(
  score: Score,
  side: 'claimsAdministrator' | 'reviewer',
  gold: GoldItem,
  record: DisputedItem | undefined,
): void {
  const expected = gold[side]
  if (!expected) return
  const got = record?.[side] ?? { basis: null, citations: [] }
  score.pair(`${side}.basis`, expected.basis, got.basis)
  score.list(`${side}.citations`, expected.citations.map(citationText), got.citations.map(citationText))
  score.list(`${side}.sections`, expected.citations.flatMap(sectionTexts), got.citations.flatMap(sectionTexts))
}

type AnyCitation = Omit<Citation, 'source'> & { source: string }

const citationText = ({ source, title, year, pages }: AnyCitation): string =>
  [source, title ?? '-', year ?? '-', pages ?? '-'].join(' | ')

const sectionTexts = ({ title, sections }: AnyCitation): string[] => sections.map(section => `${title} > ${section}`)

const siteText = ({ part, side }: { part: string; side: string | null }): string => (side ? `${side} ${part}` : part)
