import type { OcrReport, PageFindings, Run, Span } from '../../document/index.ts'

/** What a reader delivers: the canonical text with its pages and, where there are fonts, its runs. */
export interface ReadText {
  readonly text: string
  readonly pages: readonly Span[]
  readonly runs: readonly Run[]
  /** Whether something on its pages could not be read. */
  readonly damaged?: true
  readonly ocr?: OcrReport
  readonly findings?: PageFindings
}
