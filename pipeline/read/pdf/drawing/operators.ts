import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { type DrawnPicture, hidesAll } from './areas.ts'
import { drawingOf } from './draw.ts'
import { fontOf, type LoadedFont } from './font.ts'
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

const fontIn = (page: PDFPageProxy, name: string): PdfFont =>
  fontOf(page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont) : {})

function isOpaque(page: PDFPageProxy, name: string): boolean {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return objects.has(name) && hidesAll(objects.get(name) as DrawnPicture | null)
}
