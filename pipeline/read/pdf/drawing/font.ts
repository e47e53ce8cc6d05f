import type { PdfFont } from './glyphs.ts'

/** What is known about a font that was loaded. */
export interface LoadedFont {
  readonly name?: string
  readonly missingFile?: boolean
  readonly vertical?: boolean
  readonly ascent?: number
  readonly descent?: number
  readonly fontMatrix?: readonly number[]
}

/** What drawing needs of a font. Font names indicate the weight. */
export function fontOf(font: LoadedFont): PdfFont {
  return {
    ...extentOf(font),
    bold: /bold|black|heavy/i.test(font.name ?? ''),
    vertical: font.vertical ?? false,
    unit: font.fontMatrix?.[0] || 0.001,
  }
}

/** Extents of standard fonts that are not embedded, above and below the baseline. */
const STANDARD: readonly (readonly [name: RegExp, ascent: number, descent: number])[] = [
  [/^times/i, 0.683, -0.217],
  [/^(?:arial|helvetica)/i, 0.718, -0.207],
  [/^courier/i, 0.629, -0.157],
]

/** The extents that other fonts state are generous, so that boxes of adjacent lines would overlap. */
function extentOf({ name = '', missingFile, ascent, descent }: LoadedFont): Pick<PdfFont, 'ascent' | 'descent'> {
  const standard = missingFile ? STANDARD.find(([pattern]) => pattern.test(name)) : undefined
  if (standard) return { ascent: standard[1], descent: standard[2] }
  return { ascent: Math.min(ascent || 0.9, 0.9), descent: Math.max(descent || -0.25, -0.25) }
}
