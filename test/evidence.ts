import type { CaseRecord, SourceDocument } from '../document/index.ts'

/** Values that the letter writes just so; the others are read, judged or counted from the words they point at. */
export const VERBATIM =
  /\/(?:text|title|pages|requested|authorized|disputed|rationale|clinicalCaseSummary|caseNumber|strength)$|\/(?:sections|documentsReviewed)\/\d+$/

/** The program's own judgement, which no words of the letter say. */
const JUDGED = /\/confidence$|\/rationaleParts\/\d+\/part$/

/** What is wrong with the evidence of a record: a value without any, a place outside, a verbatim value that reads otherwise. */
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

/** Joined over line breaks. */
const bare = (text: string): string => text.replace(/\s+/g, '')

function leaves(node: unknown, pointer: string): [string, unknown][] {
  if (node === null) return []
  if (typeof node !== 'object') return [[pointer, node]]
  return Object.entries(node as object).flatMap(([key, child]) => leaves(child, `${pointer}/${key}`))
}
