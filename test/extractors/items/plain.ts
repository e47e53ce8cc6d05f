import { isFound } from '../../../document/index.ts'
import type { ItemDraft, ItemExtractor } from '../../../extractors/extractor.ts'

/** The values of a draft, without their places. */
export function plain(node: unknown): unknown {
  if (isFound(node)) return node.value
  if (Array.isArray(node)) return node.map(plain)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]))
}

export const read = (extractor: ItemExtractor, text: string): ItemDraft => plain(extractor.extract(text)) as ItemDraft

/** All places of a draft. */
export function places(node: unknown): readonly { start: number; end: number }[] {
  if (isFound(node)) return node.spans
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(places) : []
}
