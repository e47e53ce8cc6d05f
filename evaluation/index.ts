/**
 * Scores records against what careful readers wrote down.
 *
 * - *gold*: the annotations of a letter; it scores only what its annotators looked at
 * - *sheet*: the scores of all fields, as plain data
 * - *calibration*: whether entries are right as often as their confidence says
 * - *comparison*: what differs between two sets of records, and which side agrees with the gold
 */
export { asGold } from './as-gold.ts'
export { binsOf, calibrationError, judgementsOf } from './calibration.ts'
export { changesText, compare, type ValueChange } from './compare.ts'
export { type Evaluation, evaluate } from './evaluate.ts'
export { type Gold, loadGold } from './gold.ts'
export { matchNamed } from './match.ts'
export { type Sheet, sheetOf } from './sheet.ts'
export { calibrationTable, f1, missesOf, selectionTable, tableOf } from './table.ts'
export type { Miss, ScoreTally } from './tally.ts'
