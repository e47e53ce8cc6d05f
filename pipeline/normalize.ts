import { z } from 'zod'
import {
  type CaseFacts,
  type CaseRecord,
  caseFacts,
  caseRecord,
  type DisputedItem,
  type Draft,
  type Evidence,
  type Found,
  found,
  isEvidence,
  judged,
  locate,
  type Message,
  type PartialDraft,
  SCHEMA_VERSION,
  type SectionedDocument,
  settle,
  verbatim,
} from '../document/index.ts'
import type { CaseDraft, ItemDraft } from '../extractors/index.ts'
import type { AnnotatedDocument } from './annotate.ts'
import { doubts } from './checks/doubts.ts'
import { EXTRACTOR } from './version.ts'

/**
 * Merges what the extractors found into the case record, with its evidence and messages, and validates it against the
 * schema.
 *
 * @param annotated - a letter as `annotate` gives it
 * @returns the record of the letter; its evidence is in UTF-16 units of the canonical text and points of the page
 * @throws a zod error if the record violates the schema: a bug in this program, or in an extractor that was passed in
 */
export function normalize({ sectioned, caseDrafts, itemDrafts, messages }: AnnotatedDocument): CaseRecord {
  const { source, folded, form } = sectioned
  const { value: facts, places } = settle(caseFacts, factsOf(sectioned, caseDrafts, itemDrafts))
  const evidence: Record<string, Evidence[]> = Object.create(null)
  for (const place of places) evidence[place.pointer] = locate(source, folded, place.found)
  const doubted = [...sectioned.messages, ...messages, ...doubts(facts, places, sectioned)].map(withoutSpan)
  const isPartial = doubted.some(message => message.severity === 'error')
  return madeRecord.parse({
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
    status: isPartial ? 'partial' : 'complete',
    confidence: isPartial ? 0 : confidenceInAll(facts),
    ...facts,
    evidence,
    messages: doubted,
    extractor: EXTRACTOR,
  })
}

/** The schema, with evidence checked by hand: zod takes six times as long over it as over the rest of a record. */
const madeRecord = caseRecord.extend({
  evidence: z.custom<CaseRecord['evidence']>(places => isEvidence(places as CaseRecord['evidence'])),
})

/** The entries are taken to be right or wrong independently. In thousandths. */
function confidenceInAll({ diagnoses, treatments, disputedItems }: CaseFacts): number {
  const entries = [...diagnoses, ...treatments, ...disputedItems, ...disputedItems.flatMap(({ reasons }) => reasons)]
  return Math.round(1000 * entries.reduce((product, { confidence }) => product * confidence, 1)) / 1000
}

/** Whether all items are present. If one is missing, the others do not decide the case. */
const hasAllItems = ({ messages }: SectionedDocument): boolean =>
  !messages.some(({ severity, pointer }) => severity === 'error' && pointer === '/disputedItems')

function factsOf(
  sectioned: SectionedDocument,
  caseDrafts: readonly CaseDraft[],
  itemDrafts: readonly (readonly ItemDraft[])[],
): PartialDraft<CaseFacts> {
  const { folded, items: spans } = sectioned
  const items = itemDrafts.map((drafts, at) =>
    itemOf(verbatim(folded.text, spans[at]!.heading, 'item/heading'), drafts, at + 1),
  )
  const outcome = hasAllItems(sectioned) ? outcomeOf(items) : null
  return { ...merge(caseDrafts), disputedItems: items as Draft<DisputedItem>[], outcome }
}

/** Confidence in an item that no extractor could classify. */
const UNREAD = 0.01

/** Defaults for an item: all of it was requested, denied, and is in dispute. */
function itemOf(heading: Found<string>, drafts: readonly ItemDraft[], ordinal: number): ItemDraft {
  const text = drafts.find(draft => draft.text)?.text ?? heading
  const whole: ItemDraft = {
    text,
    ordinal: found(ordinal as number, text.spans, 'item/ordinal'),
    urAction: found<DisputedItem['urAction']>('denied', text.spans, 'item/whole-heading'),
    requested: text,
    disputed: text,
    confidence: judged<number>(UNREAD, 'confidence'),
  }
  return merge([...drafts, whole])
}

/** The first draft that has a value wins, field by field, and within a field value by value. */
function merge<T extends object>(drafts: readonly T[]): T {
  const merged: Record<string, unknown> = {}
  for (const draft of drafts as readonly Readonly<Record<string, unknown>>[])
    for (const key of Object.keys(draft)) merged[key] = mergeTwo(merged[key], draft[key])
  return merged as T
}

function mergeTwo(one: unknown, next: unknown): unknown {
  if (one === undefined || one === null) return next
  if (isPlain(one) && isPlain(next)) return merge([one, next])
  return isEmpty(one) ? next : one
}

const isEmpty = (node: unknown): boolean => Array.isArray(node) && node.length === 0

const isPlain = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node) && !('rule' in node && 'spans' in node)

/** The outcome of the case follows from all of its items: the same as theirs, or mixed. */
function outcomeOf(items: readonly ItemDraft[]): Draft<CaseRecord['outcome']> {
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
