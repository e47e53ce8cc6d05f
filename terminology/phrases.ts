import { type Span, span } from '../document/index.ts'

/** A term of a vocabulary where it stands in a text. */
export interface Phrase<T> extends Span {
  readonly term: T
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  term?: T
}

/** Words and the signs that matter between them: "EMG/NCV" is EMG, /, NCV; "L4-5" is l4, -, 5. */
const WORD = /[a-z0-9]+(?:['’][a-z]+)?|[/&+#%]/g

const words = (text: string): { word: string; start: number; end: number }[] =>
  Array.from(text.toLowerCase().matchAll(WORD), match => ({
    word: match[0].replace('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }))

/**
 * A finder of fixed phrases: whole words, blind to case, hyphens, commas and line breaks; leftmost, then longest.
 * A word trie keeps it under a millisecond a letter at any size of vocabulary.
 */
export function phraseFinder<T>(terms: Iterable<readonly [phrase: string, term: T]>): (text: string) => Phrase<T>[] {
  const root: Node<T> = { next: new Map() }
  for (const [phrase, term] of terms)
    insert(
      root,
      words(phrase).map(({ word }) => word),
      term,
    )
  return text => {
    const tokens = words(text)
    const hits: Phrase<T>[] = []
    for (let at = 0; at < tokens.length; ) {
      const hit = longest(root, tokens, at)
      if (hit) hits.push({ ...span(tokens[at]!.start, tokens[hit.last]!.end), term: hit.term })
      at = hit ? hit.last + 1 : at + 1
    }
    return hits
  }
}

function insert<T>(root: Node<T>, path: readonly string[], term: T): void {
  let node = root
  for (const word of path) {
    const next: Node<T> = node.next.get(word) ?? { next: new Map() }
    node.next.set(word, next)
    node = next
  }
  node.term = term
}

function longest<T>(root: Node<T>, tokens: readonly { word: string }[], from: number) {
  let best: { term: T; last: number } | undefined
  let node: Node<T> | undefined = root
  for (let at = from; at < tokens.length; at++) {
    node = node.next.get(tokens[at]!.word)
    if (!node) break
    if (node.term !== undefined) best = { term: node.term, last: at }
  }
  return best
}
