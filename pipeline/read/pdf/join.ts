import type { OcrReport, PageFindings, Run, Span } from '../../../document/index.ts'
import type { ReadText } from '../read-text.ts'

/** Two files as one: the pages of the second follow those of the first. */
export function joined(one: ReadText, next: ReadText): ReadText {
  const text = `${one.text.replace(/\n$/, '')}\f`
  const moved = <S extends Span>(span: S): S => ({
    ...span,
    start: span.start + text.length,
    end: span.end + text.length,
  })
  const last = one.pages.at(-1)!
  const pages = one.pages.length
  const runs = next.runs.map((run): Run => ({ ...moved(run), page: run.page + pages }))
  const [findings, ocr] = [findingsOf(one, next), reportOf(one, next)]
  return {
    text: text + next.text,
    pages: [...one.pages.slice(0, -1), { ...last, end: text.length }, ...next.pages.map(moved)],
    runs: [...one.runs, ...runs],
    ...((one.damaged || next.damaged) && { damaged: true as const }),
    ...(ocr && { ocr }),
    ...(findings && { findings }),
  }
}

const shifted = (numbers: readonly number[], pages: number): number[] => numbers.map(number => number + pages)

function findingsOf(one: ReadText, next: ReadText): PageFindings | null {
  if (!one.findings && !next.findings) return null
  const of = (kind: keyof PageFindings): number[] => [
    ...(one.findings?.[kind] ?? []),
    ...shifted(next.findings?.[kind] ?? [], one.pages.length),
  ]
  return { blank: of('blank'), garbled: of('garbled'), unseen: of('unseen'), covered: of('covered'), repeated: [] }
}

function reportOf(one: ReadText, next: ReadText): OcrReport | null {
  if (!one.ocr || !next.ocr)
    return one.ocr ?? (next.ocr && { ...next.ocr, pages: shifted(next.ocr.pages, one.pages.length) }) ?? null
  const pages = [...one.ocr.pages, ...shifted(next.ocr.pages, one.pages.length)]
  const sum = one.ocr.confidence * one.ocr.pages.length + next.ocr.confidence * next.ocr.pages.length
  return { engine: one.ocr.engine, pages, confidence: Math.round((sum / pages.length) * 100) / 100 }
}
