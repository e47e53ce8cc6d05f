import type { Span } from './span.ts'

/** `[x0, y0, x1, y1]` in PDF points from the page's lower left corner. */
export type Box = readonly [number, number, number, number]

/** A stretch of text that one PDF operator drew: where it stands on its page, and in which weight. */
export interface Run extends Span {
  readonly page: number
  readonly box: Box
  readonly bold: boolean
  /** The widths of its characters, packed; without them they are taken as equally wide. */
  readonly widths?: string
  /** Degrees by which its baseline is turned, counter-clockwise, where it is not level. */
  readonly turn?: 90 | 180 | 270
}

export type MediaType = 'application/pdf' | 'text/plain'

/**
 * A letter as it was read. `text` is the canonical text in which all evidence counts: lines end in `\n`, pages in
 * `\f`, and no stage after reading changes it. A PDF's reader puts blanks and blank lines where the page shows white.
 * Plain JSON, so that it can be stored between reading and extracting.
 */
export interface SourceDocument {
  /** `sha256:` and the hex digest of the bytes; `#n` follows for the n-th of several letters. */
  readonly id: string
  /** Base name of the file. */
  readonly name: string
  readonly mediaType: MediaType
  /** Size of the file. */
  readonly bytes: number
  readonly text: string
  /** One span a page, in order; page `n` of evidence is `pages[n - 1]`. */
  readonly pages: readonly Span[]
  /** Drawn runs in text order; empty for text input, where no fonts are known. */
  readonly runs: readonly Run[]
  /** Whether the reader had to leave something out that it could not read. */
  readonly damaged?: true
  /** What else its pages show, or hide; only where there is any of it. */
  readonly findings?: PageFindings
  /** Which pages are pictures whose text was recognized, if any. */
  readonly ocr?: OcrReport
  /** The text of this letter, where others or other papers share the file; its pages are empty outside of it. */
  readonly part?: Span
}

/** Numbers of pages, from 1, in order. */
export interface PageFindings {
  /** Pages that show nothing at all. */
  readonly blank: readonly number[]
  /** Pages whose text is not what they show, since a font says wrong of its glyphs. */
  readonly garbled: readonly number[]
  /** Pages with text that nobody sees: white on white, of no size, cut away. It was left out. */
  readonly unseen: readonly number[]
  /** Pages with text under a box: a redaction that hides nothing. It was masked. */
  readonly covered: readonly number[]
  /** Pages that say the same as one before them. They were read once. */
  readonly repeated: readonly number[]
}

/** Pages whose text is what an engine saw on a picture. */
export interface OcrReport {
  /** Name and version of the engine. */
  readonly engine: string
  /** From 1, in order. */
  readonly pages: readonly number[]
  /** Mean over the letters that were read, 0 to 1. */
  readonly confidence: number
}

/** 1-based page on which `offset` stands. */
export function pageAt(source: SourceDocument, offset: number): number {
  const index = source.pages.findIndex(page => offset < page.end)
  return index < 0 ? source.pages.length : index + 1
}
