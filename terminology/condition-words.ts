import wordForms from '../vocabulary/wordings/word-forms.json' with { type: 'json' }

const FORMS: ReadonlyMap<string, string> = new Map(wordForms.map(form => [form.word, form.as]))

/** The form in which the vocabulary has a word: "torn" is "tear", "menisci" is "meniscus". */
export const canonical = (word: string): string => FORMS.get(word) ?? word

const WORD = /[a-z0-9]+(?:'[a-z]+)?/g
/** "c.r.p.s." */
const DOTTED = /(?<![a-z0-9.])[a-z](?:\.[a-z])+(?![a-z0-9])/g

/** The words of a phrase in lower case; a hyphen or slash separates words, and full stops in an abbreviation do not. */
export const phraseWords = (phrase: string): string[] =>
  undotted(phrase.toLowerCase().replaceAll('’', "'")).match(WORD) ?? []

const undotted = (words: string): string =>
  words.includes('.') ? words.replace(DOTTED, letters => letters.replaceAll('.', '')) : words
