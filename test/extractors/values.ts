import { type CaseFacts, caseFacts, mapFound, settle } from '../../document/index.ts'
import type { CaseExtractor, ItemDraft, ItemExtractor } from '../../extractors/index.ts'

/** What an extractor finds in a text, completed with empty values. */
export const valuesOf = (extractor: CaseExtractor, text: string): CaseFacts =>
  settle(caseFacts, extractor.extract(text)).value

/** What an item extractor finds, as plain values. */
export const itemValuesOf = (extractor: ItemExtractor, text: string): unknown =>
  mapFound<ItemDraft>(extractor.extract(text), ({ value }) => value)
