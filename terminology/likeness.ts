/**
 * String similarity. Only this file imports the distances of `natural`, which as a whole takes longer to load than
 * everything else together.
 */
export {
  DamerauLevenshteinDistance,
  DiceCoefficient,
  JaroWinklerDistance,
  LevenshteinDistance,
  LevenshteinDistanceSearch,
} from 'natural/lib/natural/distance/index.js'
