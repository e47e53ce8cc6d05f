/** A run of text in one weight. */
export interface TypeRun {
  readonly text: string
  readonly bold: boolean
}

/** `empty` is an empty line of its own, as the real letters have between their paragraphs. */
export type Paragraph =
  | { readonly style: 'heading' | 'body'; readonly runs: readonly TypeRun[] }
  | { readonly style: 'empty' }

export const EMPTY_LINE: Paragraph = { style: 'empty' }

export const heading = (text: string): Paragraph => ({ style: 'heading', runs: [bold(text)] })

export const body = (text: string): Paragraph => ({ style: 'body', runs: [plain(text)] })

/** A left-aligned heading, as in the older forms. */
export const title = (text: string): Paragraph => ({ style: 'body', runs: [bold(text)] })

export const labelled = (label: string, text: string): Paragraph => ({
  style: 'body',
  runs: [bold(label), plain(text)],
})

export const bold = (text: string): TypeRun => ({ text, bold: true })

export const plain = (text: string): TypeRun => ({ text, bold: false })

/** Parts of a letter separated by empty lines. */
export const withBlankLines = (...parts: readonly (readonly Paragraph[])[]): Paragraph[] =>
  parts.flatMap((part, at) => (at === 0 ? [...part] : [EMPTY_LINE, ...part]))

/** The documents reviewed, each with a bullet or a number. */
export const listed = (documents: readonly string[], mark: 'bullets' | 'numbers'): Paragraph[] =>
  documents.map((document, at) => body(`${mark === 'bullets' ? '•' : `${at + 1}.`} ${document}`))
