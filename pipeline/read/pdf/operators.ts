import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { ImageKind } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawingOf } from './draw.ts'
import type { PdfFont } from './glyphs.ts'
import type { Drawing } from './piece.ts'

/** What pages of a file share: its fonts, by the names that pdf.js gives them, and its layers. */
export interface FileContext {
  readonly fonts: Map<string, PdfFont>
  readonly layers: () => Promise<Layers>
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

export function contextOf(pdf: PDFDocumentProxy): FileContext {
  let layers: Promise<Layers> | undefined
  return {
    fonts: new Map(),
    layers: () => {
      layers ??= pdf.getOptionalContentConfig()
      return layers
    },
  }
}

/** What is drawn on a page. Rejects as `failed` does where it cannot be drawn, or is too much. */
export async function drawnOn(
  page: PDFPageProxy,
  { fonts, layers }: FileContext,
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
  })
}

/** What pdf.js tells of a font that it has loaded. */
interface LoadedFont {
  readonly name?: string
  readonly vertical?: boolean
  readonly ascent?: number
  readonly descent?: number
  readonly fontMatrix?: readonly number[]
}

/** Names of fonts tell their weight; their metrics are generous, so that boxes of neighbouring lines would overlap. */
function fontIn(page: PDFPageProxy, name: string): PdfFont {
  const font: LoadedFont = page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont) : {}
  return {
    bold: /bold|black|heavy/i.test(font.name ?? ''),
    vertical: font.vertical ?? false,
    ascent: Math.min(font.ascent || 0.9, 0.9),
    descent: Math.max(font.descent || -0.25, -0.25),
    unit: font.fontMatrix?.[0] || 0.001,
  }
}

/** A picture with four values a dot may let the page shine through. */
function isOpaque(page: PDFPageProxy, name: string): boolean {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  const picture = objects.has(name) ? (objects.get(name) as { kind?: number } | null) : null
  return picture?.kind === ImageKind.RGB_24BPP || picture?.kind === ImageKind.GRAYSCALE_1BPP
}
