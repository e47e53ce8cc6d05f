import { tokenizer } from '../../terminology/index.ts'

/**
 * The wording of a literal rule. Case, commas, brackets and hyphens are ignored:
 *
 *     [has|have] not [yet] been (given|prescribed)
 *     <patient> denies [any]              `<patient>` is a class of `word-classes.json`
 *     diagnosed by ..3 with               up to three words of any kind
 *     ^ possible                          only at the start of a sentence
 */
export type Template =
  | { readonly word: string }
  | { readonly upTo: number }
  | { readonly sequence: readonly Template[] }
  | { readonly choice: readonly Template[] }

/** The characters between words that no literal skips unless it names them. */
export const MARKS = '/&+#%:;'

const tokenize = tokenizer(MARKS)

const PIECE = /[()[\]|]|<[a-z-]+>|\.\.\d+|\^|[^\s()[\]|<>^]+/g

/** Parses a wording; `classes` gives the wordings for which a name in angle brackets stands. */
export function parseTemplate(literal: string, classes: ReadonlyMap<string, string>): Template {
  const pieces = literal.toLowerCase().match(PIECE) ?? []
  let at = 0
  const choice = (): Template => {
    const branches = [sequence()]
    while (pieces[at] === '|') {
      at++
      branches.push(sequence())
    }
    return branches.length === 1 ? branches[0]! : { choice: branches }
  }
  const group = (close: string): Template => {
    const inner = choice()
    if (pieces[at++] !== close) throw new Error(`no ${close} in "${literal}"`)
    return inner
  }
  const sequence = (): Template => {
    const parts: Template[] = []
    for (let piece = pieces[at]; piece !== undefined && !/^[)\]|]$/.test(piece); piece = pieces[at]) {
      at++
      if (piece === '(') parts.push(group(')'))
      else if (piece === '[') parts.push({ choice: [group(']'), { sequence: [] }] })
      else parts.push(...single(piece, literal, classes))
    }
    return { sequence: parts }
  }
  const whole = choice()
  if (at < pieces.length) throw new Error(`an extra bracket in "${literal}"`)
  return whole
}

function single(piece: string, literal: string, classes: ReadonlyMap<string, string>): Template[] {
  if (piece === '^') return [{ word: START }]
  if (piece.startsWith('..')) return [{ upTo: Number(piece.slice(2)) }]
  if (!piece.startsWith('<')) return tokenize(piece).words.map(word => ({ word }))
  const wording = classes.get(piece.slice(1, -1))
  if (wording === undefined) throw new Error(`${piece} in "${literal}" is not a class`)
  return [parseTemplate(wording, classes)]
}

/** Stands for the start of a sentence among its words. */
export const START = '^'
