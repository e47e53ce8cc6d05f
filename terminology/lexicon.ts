import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isTermWord } from './term-words.ts'

const LEXICON = 'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json'

/**
 * A key of the lexicon without capitals, on its own line. The parts of speech that follow it are not needed, and to
 * parse them takes twice the time and three times the memory.
 */
const KEY = /(?<=^ {4}")[^"A-Z\\]+(?=":)/gm

let lexicon: ReadonlySet<string> | undefined

/** Whether English has this word, in lower case. The lexicon is loaded with the first word that nothing else tells. */
export function isEnglish(word: string): boolean {
  lexicon ??= loaded()
  return lexicon.has(word)
}

function loaded(): ReadonlySet<string> {
  const text = readFileSync(createRequire(import.meta.url).resolve(LEXICON), 'latin1')
  return new Set(text.match(KEY))
}

/** Whether English or the vocabulary has this word, in lower case. */
export const isWord = (word: string): boolean => isTermWord(word) || isEnglish(word)

/** Whether most of a text is no English, as what comes of fonts without a table of letters: "7KH UHTXHVW LV". */
export function isGibberish(text: string): boolean {
  const words = (text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []).filter(word => !/^\d+$/.test(word))
  return words.filter(word => !isWord(word)).length > words.length / 2
}
