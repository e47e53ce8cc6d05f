/** The terms of the field, how they are spelled and how they are found: conditions, interventions, body sites. */
export { phraseWords } from './condition-words.ts'
export {
  type ConditionConcept,
  conceptOf,
  conditionWords,
  isConditionWord,
  isMisspelt,
  namesCondition,
} from './conditions.ts'
export { respelled } from './drug-spelling.ts'
export { findTitles, ICD10_EDITION, type Icd10Code, icd10Code } from './icd10.ts'
export { drugNames, findHeadingTerms, findSpecialists, findTerms, type Term, termOfConcept } from './interventions.ts'
export { isEnglish, isGibberish, isWord } from './lexicon.ts'
export {
  DiceCoefficient,
  JaroWinklerDistance,
  LevenshteinDistance,
  LevenshteinDistanceSearch,
} from './likeness.ts'
export { lookalikes, nearest, neighbours } from './neighbours.ts'
export { type Phrase, phraseFinder } from './phrases.ts'
export { findSites, PAIRED } from './sites/sites.ts'
export { specificCode } from './specific-code.ts'
export { corrected } from './speller.ts'
export { isTermWord } from './term-words.ts'
export { type Tokens, tokenizer, wordFilter } from './tokens.ts'
