import {
  type CaseRecord,
  type DisputedItem,
  type Draft,
  type Evidence,
  type Found,
  found,
  judged,
  locate,
  type Message,
  SCHEMA_VERSION,
  settle,
} from '../document/index.ts'
import type { CaseDraft, ItemDraft } from '../extractors/index.ts'
import type { AnnotatedDocument } from './annotate.ts'
import { doubts } from './checks/doubts.ts'
import { EXTRACTOR } from './version.ts'

/** Turns what the extractors found into the case record, with its evidence and messages. */
export function normalize({ sectioned, caseDrafts, itemDrafts, messages }: AnnotatedDocument): CaseRecord {
  const { source, folded, form } = sectioned
  const { value: facts, places } = settle<Facts>(factsOf(caseDrafts, itemDrafts))
  const evidence: Record<string, Evidence[]> = Object.create(null)
  for (const place of places) evidence[place.pointer] = locate(source, folded, place.found)
  const doubted = [...sectioned.messages, ...messages, ...doubts(facts, places, sectioned)].map(withoutSpan)
  return {
    schemaVersion: SCHEMA_VERSION,
    id: source.id,
    source: {
      name: source.name,
      mediaType: source.mediaType,
      bytes: source.bytes,
      pages: source.pages.length,
      characters: source.text.length,
      form,
      ocr: source.ocr ? { ...source.ocr, pages: [...source.ocr.pages] } : null,
    },
    status: doubted.some(message => message.severity === 'error') ? 'partial' : 'complete',
    ...facts,
    evidence: { ...evidence },
    messages: doubted,
    extractor: EXTRACTOR,
  }
}

/** The part of the record that is read from the letter, in the record's order. */
export type Facts = Omit<
  CaseRecord,
  'schemaVersion' | 'id' | 'source' | 'status' | 'evidence' | 'messages' | 'extractor'
>

function factsOf(caseDrafts: readonly CaseDraft[], itemDrafts: readonly (readonly ItemDraft[])[]): Draft<Facts> {
  const facts = merge(caseDrafts)
  const items = itemDrafts.map((drafts, at) => itemOf(merge(drafts), at + 1))
  return {
    caseNumber: facts.caseNumber ?? null,
    dates: { ...NO_DATES, ...facts.dates },
    priority: facts.priority ?? null,
    worker: { age: null, sex: null, ...facts.worker },
    reviewer: { statesOfLicensure: [], certifications: [], ...facts.reviewer },
    clinicalCaseSummary: facts.clinicalCaseSummary ?? null,
    diagnoses: facts.diagnoses ?? [],
    treatments: facts.treatments ?? [],
    disputedItems: items,
    outcome: outcomeOf(items),
    documentsReviewed: facts.documentsReviewed ?? [],
  }
}

const NO_DATES = { injury: null, urDenial: null, applicationReceived: null, assigned: null, decision: null }
const NO_SIDE: Draft<DisputedItem['reviewer']> = { basis: null, citations: [] }

/** How sure an item is that nothing could classify. */
const UNREAD = 0.01

/** Heading and outcome make an item, so both are there; everything else is found or absent. */
function itemOf(item: ItemDraft, ordinal: number): Draft<DisputedItem> {
  const text = item.text as Found<string>
  return {
    ordinal: found(ordinal as number, text.spans, 'item/ordinal'),
    text,
    decision: item.decision as Draft<DisputedItem['decision']>,
    medicallyNecessary: item.medicallyNecessary as Found<boolean>,
    urAction: item.urAction ?? found<DisputedItem['urAction']>('denied', text.spans, 'item/whole-heading'),
    requested: item.requested ?? text,
    authorized: item.authorized ?? null,
    disputed: item.disputed ?? text,
    category: item.category ?? null,
    subcategory: item.subcategory ?? null,
    kind: item.kind ?? null,
    drug: item.drug ?? null,
    sessions: item.sessions ?? null,
    sites: item.sites ?? [],
    confidence: item.confidence ?? judged<number>(UNREAD, 'confidence'),
    claimsAdministrator: item.claimsAdministrator ?? NO_SIDE,
    reviewer: item.reviewer ?? NO_SIDE,
    rationale: item.rationale ?? null,
  }
}

/** Field by field, and inside a field value by value, the first draft that has something wins. */
function merge<T extends object>(drafts: readonly T[]): T {
  return drafts.reduce((one, next) => mergeTwo(one, next) as T, {} as T)
}

function mergeTwo(one: unknown, next: unknown): unknown {
  if (one === undefined || one === null) return next
  if (!isPlain(one) || !isPlain(next)) return isEmpty(one) ? next : one
  return {
    ...next,
    ...Object.fromEntries(Object.entries(one).map(([key, value]) => [key, mergeTwo(value, next[key])])),
  }
}

const isEmpty = (node: unknown): boolean => Array.isArray(node) && node.length === 0

const isPlain = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node) && !('rule' in node && 'spans' in node)

/** The case is what its items are: all one way, or both. It rests on every outcome. */
function outcomeOf(items: readonly Draft<DisputedItem>[]): Draft<CaseRecord['outcome']> {
  const decisions = items.map(item => item.decision as Found<DisputedItem['decision']>)
  if (decisions.length === 0) return null
  const distinct = new Set(decisions.map(decision => decision.value))
  const outcome = distinct.size > 1 ? 'partially-overturned' : decisions[0]!.value
  return found<CaseRecord['outcome'] & string>(
    outcome,
    decisions.flatMap(decision => decision.spans),
    'case/outcome',
  )
}

const withoutSpan = ({ code, severity, pointer, reason }: Message): Message => ({ code, severity, pointer, reason })
