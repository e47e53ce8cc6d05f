/** What `training/` needs to learn the reading of reasons, and to try it. */

export type { ReasonCandidate } from './candidates.ts'
export { newAlphabet } from './learned/alphabet.ts'
export { type Bearing, type BearingWeights, bearingOf, featuresOfClauses } from './learned/bearing.ts'
export { type Classifier, classifierOf, featuresOf, SCALE, type Weights } from './learned/classifier.ts'
export { ordered } from './order.ts'
export { clausesOf, type RationaleClause } from './parts.ts'
export {
  candidatesIn,
  type StatedReason,
  statedIn,
  valuesOf,
  type Weigh,
  type Weighing,
  weigherOf,
} from './stated.ts'
export type { ClauseModels } from './statements.ts'
export { wordsOf } from './words.ts'
