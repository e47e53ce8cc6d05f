import { createRequire } from 'node:module'
import { isTermWord } from './term-words.ts'

const LEXICON = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'

let lexicon: Readonly<Record<string, unknown>> | undefined

/**
 * Whether English has this word, in lower case. The lexicon takes 70 ms and 30 MB, so that it is loaded with the first
 * word that nothing else tells.
 */
export function isEnglish(word: string): boolean {
  lexicon ??= createRequire(import.meta.url)(LEXICON) as Readonly<Record<string, unknown>>
  return Object.hasOwn(lexicon, word)
}

/** Whether English or the vocabulary has this word, in lower case. */
export const isWord = (word: string): boolean => isTermWord(word) || isEnglish(word)

/** Whether most of a text is no English, as what comes of fonts without a table of letters: "7KH UHTXHVW LV". */
export function isGibberish(text: string): boolean {
  const words = (text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []).filter(word => !/^\d+$/.test(word))
  return words.filter(word => !isWord(word)).length > words.length / 2
}
