import type { Span } from './span.ts'

/** `[x0, y0, x1, y1]` in PDF points from the page's lower left corner. */
export type Box = readonly [number, number, number, number]

/** Coordinates are rounded to tenths of a point. */
export const tenth = (points: number): number => Math.round(points * 10) / 10

/** A stretch of text drawn by one PDF operator: its place on the page and its weight. */
export interface Run extends Span {
  readonly page: number
  readonly box: Box
  readonly bold: boolean
  /** The widths of its characters, packed. If absent, all characters are taken to be equally wide. */
  readonly widths?: string
  /** Rotation of its baseline in degrees counter-clockwise; absent if level. */
  readonly turn?: 90 | 180 | 270
}

/** The type of a file that may be a letter. */
export type MediaType = 'application/pdf' | 'text/plain'

/**
 * A letter as it was read. `text` is the canonical text in which all evidence counts: lines end in `\n`, pages in `\f`,
 * and no later stage changes it. The PDF reader inserts spaces and empty lines where the page shows white space. Plain
 * JSON, so it can be stored between reading and extraction.
 */
export interface SourceDocument {
  /** `sha256:` and the hex digest of the bytes; `#n` is appended for the n-th of several letters. */
  readonly id: string
  /** Base name of the file. */
  readonly name: string
  readonly mediaType: MediaType
  /** Size of the file in bytes. */
  readonly bytes: number
  readonly text: string
  /** One span per page, in order; page `n` of evidence is `pages[n - 1]`. */
  readonly pages: readonly Span[]
  /** Drawn runs in text order; empty for text input, whose fonts are unknown. */
  readonly runs: readonly Run[]
  /** Whether the reader had to skip something it could not read. */
  readonly damaged?: true
  /** What else was noticed on its pages; absent if nothing was. */
  readonly findings?: PageFindings
  /** Which pages were recognized from pictures, if any. */
  readonly ocr?: OcrReport
  /** The range of this letter if the file also holds other letters or other documents; pages outside it are empty. */
  readonly part?: Span
}

/** Page numbers, 1-based and in order. */
export interface PageFindings {
  /** Pages with nothing on them. */
  readonly blank: readonly number[]
  /** Pages whose text differs from what they show, because a font maps its glyphs to the wrong characters. */
  readonly garbled: readonly number[]
  /** Pages with invisible text: white on white, of zero size, or clipped. It was left out. */
  readonly unseen: readonly number[]
  /** Pages with text under a box, a redaction that does not remove it. It was masked. */
  readonly covered: readonly number[]
  /** Pages that repeat an earlier one. They were read once. */
  readonly repeated: readonly number[]
}

/** Pages whose text an OCR engine recognized. */
export interface OcrReport {
  /** Name and version of the engine. */
  readonly engine: string
  /** 1-based, in order. */
  readonly pages: readonly number[]
  /** Mean confidence over the characters read, 0 to 1. */
  readonly confidence: number
}

/** 1-based page on which `offset` stands. */
export function pageAt(source: SourceDocument, offset: number): number {
  const index = source.pages.findIndex(page => offset < page.end)
  return index < 0 ? source.pages.length : index + 1
}
