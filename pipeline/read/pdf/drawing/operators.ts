import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Box } from '../../../../document/index.ts'
import { type DrawnPicture, hidesAll, paintsAll } from './areas.ts'
import { drawingOf } from './draw.ts'
import { fontOf, type LoadedFont } from './font.ts'
import type { PdfFont } from './glyphs.ts'
import type { Area, Drawing } from './piece.ts'
import { NO_TEXTS, structureTextsOf } from './structure.ts'

/** What the pages of a file share: its fonts, by pdf.js's names, and its layers. */
export interface FileContext {
  readonly fonts: Map<string, PdfFont>
  readonly layers: () => Promise<Layers>
  /** Whether the structure tree may have replacement texts: querying it takes an eighth of the time of a page. */
  readonly hasActualText: boolean
  /** Whether it may have annotations that mark what is to be taken out. */
  readonly hasRedactions: boolean
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

/** What drawing the pages of a file requires. */
export function contextOf(pdf: PDFDocumentProxy, bytes: Uint8Array): FileContext {
  let layers: Promise<Layers> | undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return {
    fonts: new Map(),
    layers: () => {
      layers ??= pdf.getOptionalContentConfig()
      return layers
    },
    hasActualText: file.includes('/ActualText'),
    hasRedactions: file.includes('/Redact'),
  }
}

/** What is drawn on a page. Rejects like `failed` if it cannot be drawn, or is too much. */
export async function drawnOn(
  page: PDFPageProxy,
  { fonts, layers, hasActualText, hasRedactions }: FileContext,
  failed: Promise<never>,
): Promise<Drawing> {
  const operators = await Promise.race([page.getOperatorList(), failed])
  const config = await layers()
  const drawing = drawingOf(operators, {
    fontOf: name => {
      const font = fonts.get(name) ?? fontIn(page, name)
      fonts.set(name, font)
      return font
    },
    isOpaque: (name, isMask) => isOpaque(page, name, isMask ? paintsAll : hidesAll),
    isVisible: layer => config.isVisible(layer as never),
    structureTexts: hasActualText ? await structureTextsOf(page) : NO_TEXTS,
  })
  return hasRedactions ? { ...drawing, areas: [...drawing.areas, ...(await redactionsOf(page))] } : drawing
}

const fontIn = (page: PDFPageProxy, name: string): PdfFont =>
  fontOf(page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont) : {})

function isOpaque(page: PDFPageProxy, name: string, hides: typeof hidesAll): boolean {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return objects.has(name) && hides(objects.get(name) as DrawnPicture | null)
}

/** What a file marks as to be taken out, and has not taken out yet: as if it were covered. */
async function redactionsOf(page: PDFPageProxy): Promise<Area[]> {
  const annotations = (await page.getAnnotations()) as readonly { readonly subtype?: string; readonly rect: Box }[]
  return annotations
    .filter(({ subtype }) => subtype === 'Redact')
    .map(({ rect }) => ({ box: rect, color: '#000000', opaque: true, picture: false, order: Number.MAX_SAFE_INTEGER }))
}
