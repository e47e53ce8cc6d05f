import { type Span, span } from '../../document/index.ts'
import { type Tokens, tokenizer, wordFilter } from '../../terminology/index.ts'
import { MARKS, START, type Template } from './templates.ts'

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

/** A set of nodes reached together, with the transitions computed so far, by the number of the word. */
interface State<T> {
  readonly nodes: readonly Node<T>[]
  readonly next: Map<number, State<T> | null>
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
  const words = [MARK, OTHER, ...new Set(nodes.flatMap(({ next }) => [...next.keys()]))]
  const numbers = new Map(words.map((word, number) => [word, number]))
  const mayKnow = wordFilter(words)
  const begins = words.map(word => nodes[0]!.any.length > 0 || nodes[0]!.next.has(word))
  const step = stepper<T>(words)
  const first: State<T> = { nodes: nodes.slice(0, 1), next: new Map(), of: undefined }

  function longest(numbers: readonly number[], { starts, ends }: Tokens, from: number): RuleMatch<T> | null {
    let found: RuleMatch<T> | null = null
    let state: State<T> | null = first
    for (let at = from; at < numbers.length; at++) {
      state = step(state, numbers[at]!)
      if (!state) break
      if (state.of !== undefined) found = { ...span(starts[from]!, ends[at]!), of: state.of }
    }
    return found
  }

  return sentence => {
    const tokens = tokensOf(sentence)
    const said = tokens.words.map((word, at) => {
      const number = mayKnow(tokens.hashes[at]!) ? numbers.get(word) : undefined
      return number ?? (isWord(word) ? OTHER_NUMBER : MARK_NUMBER)
    })
    const found: RuleMatch<T>[] = []
    for (let at = 0; at < said.length; at++) {
      // Most words begin no wording.
      const match = begins[said[at]!] ? longest(said, tokens, at) : null
      if (match) found.push(match)
    }
    return found
  }
}

/** All words that occur in no rule are the same to the automaton, which limits the number of states; and so are all marks. */
const [MARK, OTHER] = ['other mark', 'other word']
const [MARK_NUMBER, OTHER_NUMBER] = [0, 1]

const tokenize = tokenizer(MARKS, START)

// Several finders are asked about a sentence in turn.
let latest: { readonly sentence: string; readonly tokens: Tokens } | undefined

/** The words of a sentence in lower case, and where they are; the first stands for its start. */
function tokensOf(sentence: string): Tokens {
  if (latest?.sentence !== sentence) latest = { sentence, tokens: tokenize(sentence) }
  return latest.tokens
}

/** Whether a token is a word or a number, and not a mark. */
function isWord(token: string): boolean {
  const first = token.charCodeAt(0)
  return (first >= 97 && first <= 122) || (first >= 48 && first <= 57)
}

/** Goes from a state to the next with the word of a number. */
function stepper<T>(words: readonly string[]): (state: State<T>, number: number) => State<T> | null {
  const states = new Map<string, State<T>>()
  const stateOf = (nodes: readonly Node<T>[]): State<T> => {
    const key = nodes.map(({ id }) => id).join()
    const state = states.get(key) ?? { nodes, next: new Map(), of: nodes.find(({ of }) => of !== undefined)?.of }
    states.set(key, state)
    return state
  }
  return (state, number) => {
    const before = state.next.get(number)
    if (before !== undefined) return before
    const isAny = number !== MARK_NUMBER && isWord(words[number]!)
    const reached = new Set(
      state.nodes.flatMap(({ next, any }) => [...(next.get(words[number]!) ?? []), ...(isAny ? any : [])]),
    )
    const after = reached.size === 0 ? null : stateOf([...reached].sort((a, b) => a.id - b.id))
    state.next.set(number, after)
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
