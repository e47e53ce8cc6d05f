import type { Box } from '../../../../document/index.ts'
import { latin1 } from '../bytes.ts'
import { drawingOf } from '../drawing/draw.ts'
import type { Drawing } from '../drawing/piece.ts'
import { NO_TEXTS } from '../drawing/structure.ts'
import { PlainSpaces } from './colors.ts'
import { contentOf } from './content.ts'
import { PdfFile } from './file.ts'
import { PlainFonts } from './fonts.ts'
import { NotPlain, type Oddity, refuse } from './not-plain.ts'
import { pagesOf } from './pages.ts'

export type { Oddity } from './not-plain.ts'

/** A page as it is drawn. */
export interface DrawnPlainPage {
  readonly drawing: Drawing
  readonly view: Box
}

/**
 * Draws the pages of a file if it is plain: if this reader knows every feature of it that matters to the text. Otherwise
 * it says what it does not know, and the file is for pdf.js. `most` limits the number of pages.
 */
export function drawPlain(bytes: Uint8Array, most: number): readonly DrawnPlainPage[] | Oddity {
  try {
    return drawn(bytes, most)
  } catch (error) {
    // Anything else, such as too deep a recursion, is a file that this reader does not know either.
    return error instanceof NotPlain ? error.oddity : 'structure'
  }
}

function drawn(bytes: Uint8Array, most: number): DrawnPlainPage[] {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ActualText')) refuse('marked-content')
  const file = new PdfFile(bytes)
  const context = { file, fonts: new PlainFonts(file), spaces: new PlainSpaces(file), drawn: new Set<number>() }
  return pagesOf(file, most).map(({ view, resources, contents }) => {
    const text = contents.map(stream => `${latin1(file.content(stream))}\n`).join('')
    const { operators, fonts } = contentOf(text, { ...context, resources })
    const drawing = drawingOf(operators, {
      fontOf: name => fonts.get(name)!,
      isOpaque: () => true,
      isVisible: () => true,
      structureTexts: NO_TEXTS,
    })
    return { drawing, view }
  })
}
