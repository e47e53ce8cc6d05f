import { lazy, type Span, span } from '../document/index.ts'
import { type Tokens, tokenizer, wordFilter } from './tokens.ts'

/** A term of a vocabulary at its place in a text. */
export interface Phrase<T> extends Span {
  readonly term: T
}

type Entries<T> = readonly (readonly [phrase: string, term: T])[]

/**
 * Phrases in two parts: every opener before every head ("referral to a" + "neurologist"), or every head before every
 * closer ("neurology" + "consultation"). Their product would be a hundred thousand phrases, so the finder matches one
 * part after the other. A phrase that is also listed in full keeps the term of its listing.
 */
export interface PhraseFrame<T> {
  readonly heads: Entries<T>
  readonly openers?: readonly string[]
  readonly closers?: readonly string[]
}

interface Node<T> {
  /** Most nodes are the last of their phrases, and have none. */
  next?: Map<string, Node<T>>
  term?: T
  /** How frames continue after this node. */
  rests?: Rest<T>[]
}

/** Heads, which have terms of their own, or closers, which take the term of their head. */
type Rest<T> = { readonly heads: Trie<T> } | { readonly closers: Trie<true>; readonly of: T }

/** What the node at the end of a phrase holds: its term, or the rest of a frame. */
interface PhraseEnd<T> {
  readonly phrase: string
  readonly term?: T
  readonly rest?: Rest<T>
}

/**
 * A word trie. All phrases that begin with a word are inserted when a text first has that word: a letter has few of
 * them, and inserting all phrases would take longer than reading a letter.
 */
type Trie<T> = Map<string, Node<T> | Waiting<T>>

/** The phrases of a first word that no text has had so far. */
type Waiting<T> = readonly PhraseEnd<T>[]

interface PhraseHit<T> {
  readonly term: T
  /** Index of its last token. */
  readonly last: number
}

/** "EMG/NCV" is emg, /, ncv; "L4-5" is l4, 5. A comma is never skipped. */
const tokenize = tokenizer('/&+#%,;')

// Several finders are asked about a text in turn.
let latest: { readonly text: string; readonly tokens: Tokens } | undefined

function tokensOf(text: string): Tokens {
  if (latest?.text !== text) latest = { text, tokens: tokenize(text) }
  return latest.tokens
}

/**
 * Returns a function that finds fixed phrases: whole words, regardless of case, hyphens and line breaks, but not across
 * commas; leftmost, then longest. It takes less than a millisecond per letter whatever the size of the vocabulary.
 *
 * @param spelt - what a word of the text is meant to be, if misspelt words count
 */
export function phraseFinder<T>(
  terms: Entries<T>,
  frames: readonly PhraseFrame<T>[] = [],
  spelt?: (word: string) => string,
): (text: string) => Phrase<T>[] {
  const phrases = lazy(() => {
    const trie = trieOf([...endsOf(terms), ...frames.flatMap(endsOfFrame)])
    return { trie, mayBegin: wordFilter(trie.keys()) }
  })
  return text => {
    const { trie, mayBegin } = phrases()
    const { words: written, hashes, starts, ends } = tokensOf(text)
    const words = spelt ? written.map(spelt) : written
    const hits: Phrase<T>[] = []
    for (let at = 0; at < words.length; ) {
      const isAsked = words[at] !== written[at] || mayBegin(hashes[at]!)
      const hit = isAsked ? longest(trie, words, at) : undefined
      if (hit) hits.push({ ...span(starts[at]!, ends[hit.last]!), term: hit.term })
      at = hit ? hit.last + 1 : at + 1
    }
    return hits
  }
}

const endsOf = <T>(terms: Entries<T>): PhraseEnd<T>[] => terms.map(([phrase, term]) => ({ phrase, term }))

function endsOfFrame<T>({ openers = [], heads, closers = [] }: PhraseFrame<T>): PhraseEnd<T>[] {
  const opened = { heads: trieOf(endsOf(heads)) }
  const closing = trieOf(closers.map(phrase => ({ phrase, term: true as const })))
  return [
    ...openers.map(phrase => ({ phrase, rest: opened })),
    ...(closers.length > 0 ? heads.map(([phrase, of]) => ({ phrase, rest: { closers: closing, of } })) : []),
  ]
}

const trieOf = <T>(ends: readonly PhraseEnd<T>[]): Trie<T> => Map.groupBy(ends, ({ phrase }) => firstWord(phrase))

/** Fast path: most phrases are in lower case and begin with a plain word. */
const firstWord = (phrase: string): string => /^[a-z0-9]+(?=\s|$)/.exec(phrase)?.[0] ?? tokensOf(phrase).words[0] ?? ''

/** The node of a first word, with all phrases that begin with it. */
function nodeOfFirst<T>(trie: Trie<T>, first: string): Node<T> | undefined {
  const known = trie.get(first)
  if (known === undefined || !isWaiting(known)) return known
  const node = nodeOf(known)
  trie.set(first, node)
  return node
}

const isWaiting = <T>(entry: Node<T> | Waiting<T>): entry is Waiting<T> => Array.isArray(entry)

/** The node of the word with which all these phrases begin. */
function nodeOf<T>(waiting: Waiting<T>): Node<T> {
  const first: Node<T> = {}
  for (const { phrase, term, rest } of waiting) {
    const node = nodeAt(first, tokensOf(phrase).words.slice(1))
    if (term !== undefined) node.term = term
    if (rest) node.rests = [...(node.rests ?? []), rest]
  }
  return first
}

/** The node that these words lead to, created if necessary. */
function nodeAt<T>(from: Node<T>, words: readonly string[]): Node<T> {
  let node = from
  for (const word of words) {
    node.next ??= new Map()
    const next = node.next.get(word) ?? {}
    node.next.set(word, next)
    node = next
  }
  return node
}

function longest<T>(trie: Trie<T>, words: readonly string[], from: number): PhraseHit<T> | undefined {
  let best: PhraseHit<T> | undefined
  let node = from < words.length ? nodeOfFirst(trie, words[from]!) : undefined
  for (let at = from; node; node = ++at < words.length ? node.next?.get(words[at]!) : undefined) {
    if (node.term !== undefined) best = longer(best, { term: node.term, last: at })
    if (node.rests) for (const rest of node.rests) best = longer(best, longestRest(rest, words, at + 1))
  }
  return best
}

/** Of two phrases of equal length the later one: a frame with the longer head, or the phrase that is listed in full. */
const longer = <T>(earlier: PhraseHit<T> | undefined, later: PhraseHit<T> | undefined): PhraseHit<T> | undefined =>
  earlier && later ? (earlier.last > later.last ? earlier : later) : (earlier ?? later)

function longestRest<T>(rest: Rest<T>, words: readonly string[], from: number): PhraseHit<T> | undefined {
  if ('heads' in rest) return longest(rest.heads, words, from)
  const closer = longest(rest.closers, words, from)
  return closer && { term: rest.of, last: closer.last }
}
