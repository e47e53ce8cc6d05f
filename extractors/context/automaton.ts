import { type Span, span } from '../../document/index.ts'
import { START, type Template, TOKEN } from './templates.ts'

/** A wording at its place in a sentence. */
export interface RuleMatch<T> extends Span {
  readonly of: T
}

interface Node<T> {
  /** Nodes of rules listed earlier have smaller numbers. */
  readonly id: number
  readonly next: Map<string, Node<T>[]>
  /** Where any word leads. */
  readonly any: Node<T>[]
  of?: T
}

/** A set of nodes reached together, with the transitions computed so far. */
interface State<T> {
  readonly nodes: readonly Node<T>[]
  readonly next: Map<string, State<T> | null>
  readonly of: T | undefined
}

/**
 * Returns a function that finds the longest wording at each word of a sentence. All wordings are matched at once by a
 * finite automaton over words, made deterministic as it is used, so time does not grow with the number of rules. Of two
 * rules that match the same words the one listed first wins.
 */
export function wordingFinder<T>(
  wordings: readonly (readonly [template: Template, of: T])[],
): (sentence: string) => RuleMatch<T>[] {
  const nodes = automatonOf(wordings)
  const known = new Set(nodes.flatMap(({ next }) => [...next.keys()]))
  const step = stepper<T>()
  const first: State<T> = { nodes: nodes.slice(0, 1), next: new Map(), of: undefined }

  function longest(words: readonly string[], { starts, ends }: Tokens, from: number): RuleMatch<T> | null {
    let found: RuleMatch<T> | null = null
    let state: State<T> | null = first
    for (let at = from; at < words.length; at++) {
      state = step(state, words[at]!)
      if (!state) break
      if (state.of !== undefined) found = { ...span(starts[from]!, ends[at]!), of: state.of }
    }
    return found
  }

  return sentence => {
    const tokens = tokensOf(sentence)
    const words = tokens.words.map(word => (known.has(word) ? word : isWord(word) ? OTHER : ''))
    const found: RuleMatch<T>[] = []
    for (let at = 0; at < words.length; at++) {
      const match = longest(words, tokens, at)
      if (match) found.push(match)
    }
    return found
  }
}

/** All words that occur in no rule are the same to the automaton, which limits the number of states. */
const OTHER = 'other word'

/** The words of a sentence in lower case, and where they are; the first stands for its start. */
interface Tokens {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

// Several finders are asked about a sentence in turn.
let latest: { readonly sentence: string; readonly tokens: Tokens } | undefined

function tokensOf(sentence: string): Tokens {
  if (latest?.sentence !== sentence) latest = { sentence, tokens: tokenized(sentence.toLowerCase()) }
  return latest.tokens
}

function tokenized(sentence: string): Tokens {
  const words: string[] = [START]
  const starts = [0]
  const ends = [0]
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(sentence); match; match = TOKEN.exec(sentence)) {
    words.push(match[0].replace('’', "'"))
    starts.push(match.index)
    ends.push(TOKEN.lastIndex)
  }
  return { words, starts, ends }
}

const isWord = (token: string): boolean => /^[a-z0-9]/.test(token)

function stepper<T>(): (state: State<T>, word: string) => State<T> | null {
  const states = new Map<string, State<T>>()
  const stateOf = (nodes: readonly Node<T>[]): State<T> => {
    const key = nodes.map(({ id }) => id).join()
    const state = states.get(key) ?? { nodes, next: new Map(), of: nodes.find(({ of }) => of !== undefined)?.of }
    states.set(key, state)
    return state
  }
  return (state, word) => {
    const before = state.next.get(word)
    if (before !== undefined) return before
    const reached = new Set(
      state.nodes.flatMap(({ next, any }) => [...(next.get(word) ?? []), ...(isWord(word) ? any : [])]),
    )
    const after = reached.size === 0 ? null : stateOf([...reached].sort((a, b) => a.id - b.id))
    state.next.set(word, after)
    return after
  }
}

/** The nodes of an automaton for all wordings, the start node first. */
function automatonOf<T>(wordings: readonly (readonly [template: Template, of: T])[]): Node<T>[] {
  const nodes: Node<T>[] = []
  const root = added(nodes)
  for (const [template, of] of wordings) for (const end of extended(nodes, [root], template)) end.of ??= of
  return nodes
}

function added<T>(nodes: Node<T>[]): Node<T> {
  const node = { id: nodes.length, next: new Map(), any: [] }
  nodes.push(node)
  return node
}

/** Appends a wording after the nodes `from`; returns the nodes at which it ends. */
function extended<T>(nodes: Node<T>[], from: readonly Node<T>[], template: Template): Node<T>[] {
  if ('sequence' in template)
    return template.sequence.reduce<Node<T>[]>((ends, part) => extended(nodes, ends, part), [...from])
  if ('choice' in template) return [...new Set(template.choice.flatMap(branch => extended(nodes, from, branch)))]
  if ('upTo' in template && template.upTo === 0) return [...from]
  const end = added(nodes)
  for (const node of from) {
    if ('word' in template) node.next.set(template.word, [...(node.next.get(template.word) ?? []), end])
    else node.any.push(end)
  }
  if ('word' in template) return [end]
  return [...new Set([...from, ...extended(nodes, [end], { upTo: template.upTo - 1 })])]
}
