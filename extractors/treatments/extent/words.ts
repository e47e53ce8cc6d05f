import bodyParts from '../../../vocabulary/terms/body-parts.json' with { type: 'json' }
import edges from '../../../vocabulary/terms/intervention-edges.json' with { type: 'json' }

interface PartEntry {
  readonly term: string
  readonly plural?: string
  readonly part: unknown
  readonly implied?: boolean
  readonly weak?: boolean
}

const words = (phrase: string): string[] => phrase.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** Words that make up names of body sites: "right", "lumbar", "spine". */
const ANATOMY: ReadonlySet<string> = new Set([
  ...(bodyParts as readonly PartEntry[])
    .filter(({ part, implied, weak }) => part !== null && !implied && !weak)
    .flatMap(({ term, plural }) => [...words(term), ...words(plural ?? '')]),
  ...edges.anatomy.map(word => word.toLowerCase()),
])
for (const word of ['of', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'the', 'and', 'to', 'in', 'pain', 'with'])
  (ANATOMY as Set<string>).delete(word)

const ATTRIBUTES: ReadonlySet<string> = new Set(edges.attributes)

// "L4-5", "C5-C6", "T12": spinal levels.
export const LEVEL = /^[lcts]\d{1,2}(?:-[lcts]?\d{1,2})*$/i

/** Whether a word is part of a name of a body site, or a spinal level. */
export const isAnatomy = (word: string): boolean => {
  const parts = words(word)
  return LEVEL.test(word) || (word !== 'it' && parts.length > 0 && parts.every(part => ANATOMY.has(part)))
}

/** Whether a word may belong to the name of an intervention: "arthroscopic", "L4-5", "left". */
export const isAttribute = (word: string): boolean => {
  const parts = words(word)
  return (
    LEVEL.test(word) ||
    isAnatomy(word) ||
    (parts.length > 0 && parts.every(part => ATTRIBUTES.has(part) || (part !== 'it' && ANATOMY.has(part))))
  )
}
