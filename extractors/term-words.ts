import bodyParts from '../vocabulary/body-parts.json' with { type: 'json' }
import conditions from '../vocabulary/conditions.json' with { type: 'json' }
import drugs from '../vocabulary/drugs.json' with { type: 'json' }
import services from '../vocabulary/services.json' with { type: 'json' }

const WORDS: ReadonlySet<string> = new Set(
  [bodyParts, conditions, drugs, services.terms]
    .flat()
    .flatMap(({ term }) => term.toLowerCase().match(/[a-z]{2,}/g) ?? []),
)

/** Whether the vocabulary writes this word, in lower case: "hydrocodone", "radiculopathy". */
export const isTermWord = (word: string): boolean => WORDS.has(word)
