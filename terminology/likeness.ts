/**
 * How alike words are. Only this file knows where the distances come from: the whole of that library takes longer to load
 * than everything else together.
 */
export {
  DamerauLevenshteinDistance,
  DiceCoefficient,
  JaroWinklerDistance,
  LevenshteinDistance,
  LevenshteinDistanceSearch,
} from 'natural/lib/natural/distance/index.js'
