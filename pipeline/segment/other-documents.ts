import type { RejectionCode } from '../../document/index.ts'
import { phraseFinder } from '../../terminology/index.ts'
import papersFile from '../../vocabulary/wordings/papers.json' with { type: 'json' }

interface DocumentMarker {
  /** Code of the document that the cue points to; null if it counts against all of them. */
  readonly code: RejectionCode | null
  readonly says: string
  readonly weight: number
}

const signs = papersFile.signs as readonly DocumentMarker[]
const findSigns = phraseFinder(signs.map(({ says }) => [says, says] as const))

/**
 * Identifies a document that is not a determination letter, but found among them, by its wording:
 *
 *     The following treatment has been non-certified. If you disagree with this decision …
 *
 * Null if no kind has enough cues.
 */
export function kindOfPaper(text: string): RejectionCode | null {
  const said = new Set(findSigns(text).map(({ term }) => term))
  const sums = Map.groupBy(
    signs.filter(({ says }) => said.has(says)),
    ({ code }) => code,
  )
  const weight = (code: RejectionCode | null) => (sums.get(code) ?? []).reduce((sum, sign) => sum + sign.weight, 0)
  const kinds = [...sums.keys()].filter(code => code !== null).sort((a, b) => weight(b) - weight(a))
  const [best] = kinds
  return best !== undefined && weight(best) - weight(null) >= papersFile.least ? best : null
}
