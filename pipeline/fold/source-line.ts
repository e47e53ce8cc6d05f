/** A line of the canonical text, without its line end. */
export interface SourceLine {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Index of its page, from 0. */
  readonly page: number
}
