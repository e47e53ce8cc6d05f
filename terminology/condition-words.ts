import wordForms from '../vocabulary/wordings/word-forms.json' with { type: 'json' }

const FORMS: ReadonlyMap<string, string> = new Map(wordForms.map(form => [form.word, form.as]))

/** The form under which the vocabulary knows a word: "torn" is "tear", "menisci" is "meniscus". */
export const canonical = (word: string): string => FORMS.get(word) ?? word

const WORD = /[a-z0-9]+(?:'[a-z]+)?/g

/** The words of a phrase in lower case; a hyphen or a slash divides. */
export const wordsOf = (phrase: string): string[] => phrase.toLowerCase().replaceAll('’', "'").match(WORD) ?? []
