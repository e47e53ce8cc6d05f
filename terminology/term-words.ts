import { lazy } from '../document/index.ts'
import bodyParts from '../vocabulary/terms/body-parts.json' with { type: 'json' }
import conditions from '../vocabulary/terms/conditions.json' with { type: 'json' }
import drugs from '../vocabulary/terms/drugs.json' with { type: 'json' }
import guidelines from '../vocabulary/terms/guidelines.json' with { type: 'json' }
import services from '../vocabulary/terms/services.json' with { type: 'json' }
import specialties from '../vocabulary/terms/specialties.json' with { type: 'json' }
import states from '../vocabulary/terms/states.json' with { type: 'json' }
import plainWords from '../vocabulary/wordings/plain-words.json' with { type: 'json' }
import wordForms from '../vocabulary/wordings/word-forms.json' with { type: 'json' }

const texts = (): string[] => [
  ...plainWords.groups.map(({ words }) => words),
  ...[bodyParts, conditions, drugs, services.terms].flat().map(({ term }) => term),
  ...guidelines.chapters.map(({ title }) => title),
  ...specialties.specialties.flatMap(({ name, synonyms }) => [name, ...synonyms]),
  ...states.states.flatMap(({ names }) => names),
  JSON.stringify(wordForms),
]

const words = lazy(
  (): ReadonlySet<string> =>
    new Set(
      texts()
        .join(' ')
        .toLowerCase()
        .match(/[a-z]{2,}/g),
    ),
)

/** Whether the vocabulary contains this word, in lower case: "hydrocodone", "radiculopathy", "california". */
export const isTermWord = (word: string): boolean => words().has(word)
