import { type Found, judged } from '../document/index.ts'
import vocabulary from '../vocabulary/confidence.json' with { type: 'json' }

/**
 * How sure an entry is, by what is known of how it was found; `vocabulary/confidence.json` says what that is worth:
 *
 *     "lumbar strain" in a list of diagnoses: a short name that the vocabulary knows   => 0.95
 *     "neck and back pain" there: might have been two conditions                       => 0.91
 *
 * A sign is never about single words of a letter, only about the way that led to the entry.
 */
export const SIGNS = {
  diagnoses: ['aside', 'misspelt', 'unknown', 'long', 'joined'],
  treatments: ['planned', 'uncued', 'general', 'broad', 'visit', 'drug', 'unlisted', 'preceded', 'long'],
  reasons: ['unexplained', 'general', 'recited', 'weak', 'stock', 'open', 'last', 'summed', 'repeated'],
  disputedItems: ['unclassed', 'unnamed', 'formed', 'misspelt', 'weak', 'drug', 'associated', 'long'],
} as const

type Judged = keyof typeof SIGNS
type Signs<K extends Judged> = Readonly<Record<(typeof SIGNS)[K][number], boolean>>

interface Row {
  readonly of: string
  readonly signs: readonly string[]
  readonly value: number
}

const ROWS: readonly Row[] = vocabulary.rows

/** The first row whose signs all hold; the last row of a kind asks for none. */
export function confidenceOf<K extends Judged>(of: K, signs: Signs<K>): Found<number> {
  const holds = (sign: string) => signs[sign as keyof Signs<K>]
  const row = ROWS.find(row => row.of === of && row.signs.every(holds))!
  return judged(row.value, 'confidence')
}
