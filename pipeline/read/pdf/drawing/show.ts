import { type Glyph, pieceOf } from './glyphs.ts'
import { moved, times } from './matrix.ts'
import type { DrawnPage, GraphicsState } from './state.ts'

/** Draws a string and advances past it. */
export function show(page: DrawnPage, glyphs: readonly (Glyph | number)[]): void {
  const { state } = page
  if (!state.font) return
  const [painted, opacity] = PAINTED[state.mode & 3]!(state)
  const paint = { color: painted, opacity: state.mode === 7 ? 0 : opacity, clip: state.clip, off: page.off > 0 }
  const { piece, advance } = pieceOf(glyphs, {
    font: state.font,
    size: state.size,
    scale: state.scale,
    rise: state.rise,
    charSpacing: state.charSpacing,
    wordSpacing: state.wordSpacing,
    matrix: times(state.matrix, page.text),
    paint,
    order: page.pieces.length + page.areas.length,
  })
  page.text = state.font.vertical ? moved(page.text, 0, advance) : moved(page.text, advance, 0)
  if (piece && !page.annotation) page.pieces.push(piece)
}

/** By mode of rendering, colour and opacity: filled, outlined, both, and neither. */
const PAINTED: readonly ((state: GraphicsState) => readonly [string | null, number])[] = [
  ({ fill, fillOpacity }) => [fill, fillOpacity],
  ({ stroke, strokeOpacity }) => [stroke, strokeOpacity],
  ({ fill, fillOpacity }) => [fill, fillOpacity],
  ({ fill }) => [fill, 0],
]
