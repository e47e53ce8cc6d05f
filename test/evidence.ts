import type { CaseRecord, SourceDocument } from '../document/index.ts'

/**
 * Values that are exactly as in the letter; the others are normalized, judged or counted from the words they point at.
 */
export const VERBATIM =
  /\/(?:text|title|pages|requested|authorized|disputed|rationale|clinicalCaseSummary|caseNumber|strength)$|\/(?:sections|documentsReviewed)\/\d+$/

/** The program's own judgement, which is not stated in the letter. */
const JUDGED = /\/confidence$|\/rationaleParts\/\d+\/part$/

/**
 * Faults in the evidence of a record: a value without any, a place out of range, a verbatim value that differs from its
 * text.
 */
export function evidenceFaults(source: SourceDocument, record: CaseRecord): string[] {
  const { schemaVersion: _, id: __, source: ___, status: ____, evidence, messages, extractor, ...facts } = record
  return leaves(facts, '').flatMap(([pointer, value]) => {
    const places = evidence[pointer] ?? []
    if (JUDGED.test(pointer)) return places.length > 0 ? [`${pointer} has evidence`] : []
    if (places.length === 0) return [`${pointer} has no evidence`]
    if (places.some(({ start, end }) => start >= end || end > source.text.length)) return [`${pointer} lies outside`]
    if (source.runs.length > 0 && places.some(({ boxes }) => boxes.length === 0)) return [`${pointer} has no box`]
    const slices = places.map(({ start, end }) => source.text.slice(start, end)).join('')
    return VERBATIM.test(pointer) && bare(slices) !== bare(String(value)) ? [`${pointer} reads otherwise`] : []
  })
}

/** Without white space, since values are joined across lines. */
const bare = (text: string): string => text.replace(/\s+/g, '')

function leaves(node: unknown, pointer: string): [string, unknown][] {
  if (node === null) return []
  if (typeof node !== 'object') return [[pointer, node]]
  return Object.entries(node as object).flatMap(([key, child]) => leaves(child, `${pointer}/${key}`))
}
