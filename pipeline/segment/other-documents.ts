import type { RejectionCode } from '../../document/index.ts'
import { phraseFinder } from '../../terminology/index.ts'
import papersFile from '../../vocabulary/wordings/papers.json' with { type: 'json' }

interface DocumentMarker {
  /** Code of the papers that it speaks for; null where it speaks against them all. */
  readonly code: RejectionCode | null
  readonly says: string
  readonly weight: number
}

const signs = papersFile.signs as readonly DocumentMarker[]
const findSigns = phraseFinder(signs.map(({ says }) => [says, says] as const))

/**
 * Which paper a text is that is no final determination letter but lies beside them, by the words that stand in it:
 *
 *     The following treatment has been non-certified. If you disagree with this decision …
 *
 * Null where no kind has enough of them.
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
