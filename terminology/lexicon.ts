import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { remembered } from '../document/index.ts'
import { isTermWord } from './term-words.ts'

const LEXICON = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'

/**
 * A lower-case key of the lexicon, on its own line. The parts of speech after it are not needed; parsing them takes
 * twice the time and three times the memory.
 */
const KEY = /(?<=^ {4}")[^"A-Z\\]+(?=":)/gm

let lexicon: ReadonlySet<string> | undefined

/** Whether a word, in lower case, is English. The lexicon is loaded with the first word that no other list has. */
export function isEnglish(word: string): boolean {
  lexicon ??= loaded()
  return lexicon.has(word)
}

function loaded(): ReadonlySet<string> {
  const text = readFileSync(createRequire(import.meta.url).resolve(LEXICON), 'latin1')
  // Written anew, since the words that were found would keep all of the text in memory.
  return new Set(text.match(KEY)!.join('\n').split('\n'))
}

/** Letters share most of their words, and the whole lexicon is too large for the caches of a processor. */
const MOST = 5000

/** Whether English or the vocabulary has this word, in lower case. */
export const isWord: (word: string) => boolean = remembered(word => isTermWord(word) || isEnglish(word), MOST)

/** Whether most of a text is not English, as with fonts that lack a character map: "7KH UHTXHVW LV". */
export function isGibberish(text: string): boolean {
  const words = (text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []).filter(word => !/^\d+$/.test(word))
  return words.filter(word => !isWord(word)).length > words.length / 2
}
