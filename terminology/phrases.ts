import { type Span, span } from '../document/index.ts'

/** A term of a vocabulary where it stands in a text. */
export interface Phrase<T> extends Span {
  readonly term: T
}

type Entries<T> = readonly (readonly [phrase: string, term: T])[]

/**
 * Phrases of two parts, every opener before every head ("referral to a" + "neurologist") or every head before every
 * closer ("neurology" + "consultation"). Their product would be a hundred thousand phrases; the finder reads one part
 * after the other instead. A phrase that is also listed in full keeps the term of its listing.
 */
export interface PhraseFrame<T> {
  readonly heads: Entries<T>
  readonly openers?: readonly string[]
  readonly closers?: readonly string[]
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  term?: T
  /** What frames go on with after this node. */
  readonly rests: Rest<T>[]
}

/** Heads, which have terms of their own, or closers of a head, which take its term. */
type Rest<T> = { readonly heads: Node<T> } | { readonly closers: Node<true>; readonly of: T }

interface PhraseHit<T> {
  readonly term: T
  /** The index of its last token. */
  readonly last: number
}

interface Token extends Span {
  readonly word: string
}

/** Words and the characters that matter between them: "EMG/NCV" is EMG, /, NCV; "L4-5" is l4, -, 5. */
const WORD = /[a-z0-9]+(?:['’][a-z]+)?|[/&+#%,;]/g

const tokensOf = (text: string): Token[] =>
  Array.from(text.toLowerCase().matchAll(WORD), match => ({
    word: match[0].replace('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }))

/**
 * A finder of fixed phrases: whole words, blind to case, hyphens and line breaks, but not over commas; leftmost, then longest.
 * A word trie keeps it under a millisecond a letter at any size of vocabulary; it is built with the first text.
 */
export function phraseFinder<T>(
  terms: Entries<T>,
  frames: readonly PhraseFrame<T>[] = [],
): (text: string) => Phrase<T>[] {
  let root: Node<T> | undefined
  return text => {
    root ??= trieWith(terms, frames)
    const tokens = tokensOf(text)
    const hits: Phrase<T>[] = []
    for (let at = 0; at < tokens.length; ) {
      const hit = longest(root, tokens, at)
      if (hit) hits.push({ ...span(tokens[at]!.start, tokens[hit.last]!.end), term: hit.term })
      at = hit ? hit.last + 1 : at + 1
    }
    return hits
  }
}

function trieWith<T>(terms: Entries<T>, frames: readonly PhraseFrame<T>[]): Node<T> {
  const root = trieOf(terms)
  for (const frame of frames) addFrame(root, frame)
  return root
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), rests: [] })

function trieOf<T>(terms: Entries<T>): Node<T> {
  const root = emptyNode<T>()
  for (const [phrase, term] of terms) nodeAt(root, phrase).term = term
  return root
}

/** The node of a phrase, made where there is none yet. */
function nodeAt<T>(root: Node<T>, phrase: string): Node<T> {
  let node = root
  for (const { word } of tokensOf(phrase)) {
    const next = node.next.get(word) ?? emptyNode()
    node.next.set(word, next)
    node = next
  }
  return node
}

function addFrame<T>(root: Node<T>, { openers = [], heads, closers = [] }: PhraseFrame<T>): void {
  const after = trieOf(heads)
  for (const opener of openers) nodeAt(root, opener).rests.push({ heads: after })
  if (closers.length === 0) return
  const closing = trieOf(closers.map(closer => [closer, true] as const))
  for (const [head, term] of heads) nodeAt(root, head).rests.push({ closers: closing, of: term })
}

function longest<T>(root: Node<T>, tokens: readonly Token[], from: number): PhraseHit<T> | undefined {
  let best: PhraseHit<T> | undefined
  let node: Node<T> | undefined = root
  for (let at = from; at < tokens.length; at++) {
    node = node.next.get(tokens[at]!.word)
    if (!node) break
    if (node.term !== undefined) best = longer(best, { term: node.term, last: at })
    for (const rest of node.rests) best = longer(best, longestRest(rest, tokens, at + 1))
  }
  return best
}

/** Of two phrases of one length the later one: a frame with the longer head, or what is listed in full. */
const longer = <T>(earlier: PhraseHit<T> | undefined, later: PhraseHit<T> | undefined): PhraseHit<T> | undefined =>
  earlier && later ? (earlier.last > later.last ? earlier : later) : (earlier ?? later)

function longestRest<T>(rest: Rest<T>, tokens: readonly Token[], from: number): PhraseHit<T> | undefined {
  if ('heads' in rest) return longest(rest.heads, tokens, from)
  const closer = longest(rest.closers, tokens, from)
  return closer && { term: rest.of, last: closer.last }
}
