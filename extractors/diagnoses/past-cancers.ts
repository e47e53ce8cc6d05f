import { type Icd10Code, icd10Code } from '../../terminology/index.ts'
import vocabulary from '../../vocabulary/terms/past-cancers.json' with { type: 'json' }

const pastOf: ReadonlyMap<string, string> = new Map(vocabulary.cancers.map(({ cancer, past }) => [cancer, past]))

/**
 * The code of a cancer that is over: "history of breast cancer" is Z85.3, a personal history, and not C50. Undefined if
 * `code` is not a cancer's.
 */
export const pastCancer = (code: string): Icd10Code | undefined =>
  code.startsWith('C') ? icd10Code(pastOf.get(code.slice(0, 3)) ?? vocabulary.other) : undefined
