import nlp from 'compromise'
import { lazy } from '../../document/index.ts'

const TAGS: ReadonlySet<string> = new Set(['MaleName', 'FemaleName', 'FirstName'])

/** The given names of the lexicon of compromise, in lower case. */
const names = lazy((): ReadonlySet<string> => {
  const { one } = nlp.model() as { one: { lexicon: Record<string, string | string[]> } }
  return new Set(
    Object.entries(one.lexicon).flatMap(([word, tags]) => ([tags].flat().some(tag => TAGS.has(tag)) ? [word] : [])),
  )
})

/** Whether people have this given name, in lower case: "robert", "maria". */
export const isGivenName = (word: string): boolean => names().has(word)
