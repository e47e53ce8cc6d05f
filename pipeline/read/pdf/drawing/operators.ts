import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { type DrawnPicture, hidesAll } from './areas.ts'
import { drawingOf } from './draw.ts'
import type { PdfFont } from './glyphs.ts'
import type { Drawing } from './piece.ts'
import { NO_TEXTS, structureTextsOf } from './structure.ts'

/** What the pages of a file share: its fonts, by pdf.js's names, and its layers. */
export interface FileContext {
  readonly fonts: Map<string, PdfFont>
  readonly layers: () => Promise<Layers>
  /** Whether the structure tree may have replacement texts: querying it takes an eighth of the time of a page. */
  readonly hasActualText: boolean
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

/** What drawing the pages of a file requires. */
export function contextOf(pdf: PDFDocumentProxy, bytes: Uint8Array): FileContext {
  let layers: Promise<Layers> | undefined
  return {
    fonts: new Map(),
    layers: () => {
      layers ??= pdf.getOptionalContentConfig()
      return layers
    },
    hasActualText: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ActualText'),
  }
}

/** What is drawn on a page. Rejects like `failed` if it cannot be drawn, or is too much. */
export async function drawnOn(
  page: PDFPageProxy,
  { fonts, layers, hasActualText }: FileContext,
  failed: Promise<never>,
): Promise<Drawing> {
  const operators = await Promise.race([page.getOperatorList(), failed])
  const config = await layers()
  return drawingOf(operators, {
    fontOf: name => {
      const font = fonts.get(name) ?? fontIn(page, name)
      fonts.set(name, font)
      return font
    },
    isOpaque: name => isOpaque(page, name),
    isVisible: layer => config.isVisible(layer as never),
    structureTexts: hasActualText ? await structureTextsOf(page) : NO_TEXTS,
  })
}

/** What pdf.js knows about a loaded font. */
interface LoadedFont {
  readonly name?: string
  readonly missingFile?: boolean
  readonly vertical?: boolean
  readonly ascent?: number
  readonly descent?: number
  readonly fontMatrix?: readonly number[]
}

/** Font names indicate the weight. */
function fontIn(page: PDFPageProxy, name: string): PdfFont {
  const font: LoadedFont = page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont) : {}
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

function isOpaque(page: PDFPageProxy, name: string): boolean {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return objects.has(name) && hidesAll(objects.get(name) as DrawnPicture | null)
}
