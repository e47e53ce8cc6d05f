/** Why a file is not plain; none of these words comes from the file. */
export type Oddity =
  | 'structure'
  | 'cross-reference'
  | 'encryption'
  | 'syntax'
  | 'object'
  | 'stream'
  | 'page'
  | 'font'
  | 'encoding'
  | 'color'
  | 'graphics-state'
  | 'picture'
  | 'marked-content'
  | 'operator'
  | 'size'

/** Thrown at the first thing in a file that the plain reader does not know in full: pdf.js then reads the whole file. */
export class NotPlain extends Error {
  readonly oddity: Oddity

  constructor(oddity: Oddity) {
    super(`not plain: ${oddity}`)
    this.oddity = oddity
  }
}

/** Gives up on a file. */
export function refuse(oddity: Oddity): never {
  throw new NotPlain(oddity)
}
