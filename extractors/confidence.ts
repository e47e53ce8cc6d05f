import { type Found, judged } from '../document/index.ts'
import vocabulary from '../vocabulary/confidence.json' with { type: 'json' }

/**
 * Confidence in an entry, by how it was found; `vocabulary/confidence.json` has the measured values:
 *
 *     "lumbar strain" in a list of diagnoses: a short name that the vocabulary knows   => 0.95
 *     "neck and back pain" there: might have been two conditions                       => 0.91
 *
 * A feature is never about particular words of a letter, only about how the entry was reached.
 */
export const FEATURES = {
  diagnoses: ['aside', 'misspelt', 'unknown', 'long', 'joined'],
  treatments: ['planned', 'uncued', 'general', 'broad', 'visit', 'drug', 'unlisted', 'preceded', 'long'],
  disputedItems: ['unclassed', 'unnamed', 'formed', 'misspelt', 'weak', 'drug', 'associated', 'long'],
} as const

type Judged = keyof typeof FEATURES
type Features<K extends Judged> = Readonly<Record<(typeof FEATURES)[K][number], boolean>>

interface Row {
  readonly of: string
  readonly features: readonly string[]
  readonly value: number
}

const ROWS: readonly Row[] = vocabulary.rows

/**
 * The value of the first row whose features all apply; the last row of each kind has no features. The rule names the
 * row: "confidence/treatments/planned/broad".
 */
export function confidenceOf<K extends Judged>(of: K, features: Features<K>): Found<number> {
  const holds = (feature: string) => features[feature as keyof Features<K>]
  const row = ROWS.find(row => row.of === of && row.features.every(holds))!
  return judged(row.value, ['confidence', of, ...row.features].join('/'))
}
