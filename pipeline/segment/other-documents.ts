import type { RejectionCode } from '../../document/index.ts'
import { phraseFinder } from '../../terminology/index.ts'
import file from '../../vocabulary/wordings/other-documents.json' with { type: 'json' }

interface DocumentCue {
  /** Code of the document that the cue points to; null if it counts against all of them. */
  readonly code: RejectionCode | null
  readonly says: string
  readonly weight: number
}

const cues = file.cues as readonly DocumentCue[]
const findCues = phraseFinder(cues.map(({ says }) => [says, says] as const))

/**
 * Identifies a document that is not a determination letter, but found among them, by its wording:
 *
 *     The following treatment has been non-certified. If you disagree with this decision …
 *
 * Null if no kind has enough cues.
 */
export function kindOfDocument(text: string): RejectionCode | null {
  const present = new Set(findCues(text).map(({ term }) => term))
  const sums = Map.groupBy(
    cues.filter(({ says }) => present.has(says)),
    ({ code }) => code,
  )
  const weight = (code: RejectionCode | null) => (sums.get(code) ?? []).reduce((sum, cue) => sum + cue.weight, 0)
  const kinds = [...sums.keys()].filter(code => code !== null).sort((a, b) => weight(b) - weight(a))
  const [best] = kinds
  return best !== undefined && weight(best) - weight(null) >= file.least ? best : null
}
