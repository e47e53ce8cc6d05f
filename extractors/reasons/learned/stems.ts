import { remembered } from '../../../document/index.ts'

/** What counts as a word of a clause in lower case. */
export const WORD = /[a-z][a-z'-]*|\d+/g

const SUFFIX = /(?:ations?|ments?|ings?|edly|ed|es|s|ly|ive|ion|al)$/
const SHORTEST_STEM = 4
/** Reviewers share most of their words. */
const MOST = 5000

/** A word without its ending, one for all numbers. Rough, but the same in training and in use. */
export const stemOf = remembered((word: string): string => {
  if (/^\d/.test(word)) return '#'
  const stem = word.replace(SUFFIX, '')
  return stem.length < SHORTEST_STEM ? word : stem
}, MOST)
