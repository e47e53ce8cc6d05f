/** What `training/` needs to learn the reading of reasons, and to try it. */

export type { ReasonCandidate } from './candidates.ts'
export { type Bearing, type BearingWeights, bearingOf, featuresOfClauses } from './learned/bearing.ts'
export { type Classifier, classifierOf, featuresOf, SCALE, type Weights } from './learned/classifier.ts'
export { ordered } from './order.ts'
export { clausesOf, type RationaleClause } from './parts.ts'
export {
  type ClauseModels,
  candidatesIn,
  type StatedReason,
  statedIn,
  valuesOf,
  type Weigh,
  type Weighing,
  weigherOf,
} from './stated.ts'
export { wordsOf } from './words.ts'
