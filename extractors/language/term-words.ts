import bodyParts from '../../vocabulary/body-parts.json' with { type: 'json' }
import conditions from '../../vocabulary/conditions.json' with { type: 'json' }
import drugs from '../../vocabulary/drugs.json' with { type: 'json' }
import guidelines from '../../vocabulary/guidelines.json' with { type: 'json' }
import plainWords from '../../vocabulary/plain-words.json' with { type: 'json' }
import services from '../../vocabulary/services.json' with { type: 'json' }
import specialties from '../../vocabulary/specialties.json' with { type: 'json' }
import states from '../../vocabulary/states.json' with { type: 'json' }
import wordForms from '../../vocabulary/word-forms.json' with { type: 'json' }

const TEXTS: readonly string[] = [
  ...plainWords.groups.map(({ words }) => words),
  ...[bodyParts, conditions, drugs, services.terms].flat().map(({ term }) => term),
  ...guidelines.chapters.map(({ title }) => title),
  ...specialties.specialties.flatMap(({ name, synonyms }) => [name, ...synonyms]),
  ...states.states.flatMap(({ names }) => names),
  JSON.stringify(wordForms),
]

const WORDS: ReadonlySet<string> = new Set(TEXTS.flatMap(text => text.toLowerCase().match(/[a-z]{2,}/g) ?? []))

/** Whether the vocabulary writes this word, in lower case: "hydrocodone", "radiculopathy", "california". */
export const isTermWord = (word: string): boolean => WORDS.has(word)
