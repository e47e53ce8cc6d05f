import { replaced } from './glyphs.ts'
import type { DrawnPage } from './state.ts'

/** Begins marked content. */
export function mark(page: DrawnPage, isOff: boolean): void {
  page.layers.push(isOff)
  if (isOff) page.off++
}

/**
 * Begins marked content with properties (its layer or number) and possibly a replacement text; the outermost one
 * counts.
 */
export function markWith(page: DrawnPage, tag: string, properties: unknown, own: string | null): void {
  mark(page, tag === 'OC' && !page.isVisible(properties))
  const text = own ?? (typeof properties === 'number' ? page.structureTexts.get(properties) : undefined) ?? null
  const { pieces, areas, layers } = page
  if (text !== null && !page.actual)
    page.actual = { text, pieces: pieces.length, areas: areas.length, depth: layers.length }
}

/** Ends marked content; its replacement text takes the place of what it drew. */
export function unmark(page: DrawnPage): void {
  const { actual, layers } = page
  if (actual && actual.depth === layers.length) {
    page.actual = null
    const covered = page.pieces.splice(actual.pieces)
    const replacement = replaced(actual.text, covered, page.areas.slice(actual.areas))
    if (replacement) page.pieces.push(replacement)
  }
  if (layers.pop()) page.off--
}
