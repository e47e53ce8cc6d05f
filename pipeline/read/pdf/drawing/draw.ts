import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../../../document/index.ts'
import { type Glyph, pieceOf } from './glyphs.ts'
import { boxUnder, common, IDENTITY, type Matrix, moved, times } from './matrix.ts'
import { rectangles } from './path-boxes.ts'
import type { Drawing, Piece } from './piece.ts'
import { type DrawingContext, type DrawnPage, type GraphicsState, type Operators, START } from './state.ts'

/** What an operator does; its arguments are as many and of such types as pdf.js gives it. */
type Draw = (page: DrawnPage, args: never) => void
type Numbers = ArrayLike<number> & Iterable<number>

/**
 * What the operators of a page draw: its strings, with the place of each character and how it is painted, and the areas
 * that may lie over or under them. Annotations count as areas only; what they say is no part of the page.
 */
export function drawingOf({ fnArray, argsArray }: Operators, context: DrawingContext): Drawing {
  const page: DrawnPage = {
    ...context,
    state: { ...START },
    saved: [],
    line: IDENTITY,
    text: IDENTITY,
    clips: false,
    layers: [],
    off: 0,
    annotation: false,
    pieces: [],
    areas: [],
  }
  for (let at = 0; at < fnArray.length; at++) DRAW[fnArray[at]!]?.(page, (argsArray[at] ?? []) as never)
  return { pieces: page.pieces, areas: page.areas, isBroken: isBroken(fnArray, page.pieces) }
}

/** Whether content seems to be lost: a blank page has some operators, and a text that it begins shows a blank and ends. */
function isBroken(operators: readonly number[], pieces: readonly Piece[]): boolean {
  const count = (sought: number) => operators.filter(operator => operator === sought).length
  const texts = count(OPS.beginText)
  return operators.length === 0 || (texts > 0 && pieces.length === 0) || texts > count(OPS.endText)
}

const save = (page: DrawnPage) => {
  page.saved.push(page.state)
  page.state = { ...page.state }
}

const restore = (page: DrawnPage) => {
  page.state = page.saved.pop() ?? page.state
}

const to = (page: DrawnPage, matrix: Matrix) => {
  page.line = matrix
  page.text = matrix
}

const down = (page: DrawnPage, x: number, y: number) => to(page, moved(page.line, x, y))

const clipTo = ({ state }: DrawnPage, box: Numbers) => {
  state.clip = common(state.clip, boxUnder(state.matrix, box))
}

const begin = (page: DrawnPage, matrix: Numbers | null, box: Numbers | null) => {
  save(page)
  if (matrix) page.state.matrix = times(page.state.matrix, matrix)
  if (box) clipTo(page, box)
}

const setFont = (page: DrawnPage, name: string, size: number) => {
  page.state.font = page.fontOf(name)
  page.state.size = size
}

const mark = (page: DrawnPage, isOff: boolean) => {
  page.layers.push(isOff)
  if (isOff) page.off++
}

/** By operator, what it does. */
const DRAW: Readonly<Record<number, Draw>> = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.transform]: ({ state }, args: Numbers) => {
    state.matrix = times(state.matrix, args)
  },
  [OPS.setGState]: (page, [entries]: [[string, never][]]) => {
    for (const [name, value] of entries) GRAPHICS[name]?.(page, value)
  },
  [OPS.setLineWidth]: ({ state }, [width]: [number]) => {
    state.lineWidth = width
  },
  [OPS.beginText]: page => to(page, IDENTITY),
  [OPS.setCharSpacing]: ({ state }, [spacing]: [number]) => {
    state.charSpacing = spacing
  },
  [OPS.setWordSpacing]: ({ state }, [spacing]: [number]) => {
    state.wordSpacing = spacing
  },
  [OPS.setHScale]: ({ state }, [percent]: [number]) => {
    state.scale = percent / 100
  },
  [OPS.setLeading]: ({ state }, [leading]: [number]) => {
    state.leading = leading
  },
  [OPS.setFont]: (page, [name, size]: [string, number]) => setFont(page, name, size),
  [OPS.setTextRenderingMode]: ({ state }, [mode]: [number]) => {
    state.mode = mode
  },
  [OPS.setTextRise]: ({ state }, [rise]: [number]) => {
    state.rise = rise
  },
  [OPS.moveText]: (page, [x, y]: [number, number]) => down(page, x, y),
  [OPS.setLeadingMoveText]: (page, [x, y]: [number, number]) => {
    page.state.leading = -y
    down(page, x, y)
  },
  [OPS.setTextMatrix]: (page, [matrix]: [Numbers]) => to(page, times(IDENTITY, matrix)),
  [OPS.nextLine]: page => down(page, 0, -page.state.leading),
  [OPS.showText]: (page, [glyphs]: [readonly (Glyph | number)[]]) => show(page, glyphs),
  [OPS.setFillRGBColor]: ({ state }, [color]: [string]) => {
    state.fill = color
  },
  [OPS.setStrokeRGBColor]: ({ state }, [color]: [string]) => {
    state.stroke = color
  },
  [OPS.setFillColorN]: ({ state }) => {
    state.fill = null
  },
  [OPS.setStrokeColorN]: ({ state }) => {
    state.stroke = null
  },
  [OPS.clip]: page => {
    page.clips = true
  },
  [OPS.eoClip]: page => {
    page.clips = true
  },
  [OPS.constructPath]: (page, [paint, [path], bounds]: [number, [Numbers | null], Numbers | null]) =>
    drawPath(page, paint, path, bounds),
  [OPS.shadingFill]: ({ state, areas, pieces }) => {
    if (state.clip)
      areas.push({ box: state.clip, color: null, opaque: false, picture: false, order: pieces.length + areas.length })
  },
  [OPS.paintImageXObject]: (page, [name]: [string]) => picture(page, page.isOpaque(name)),
  [OPS.paintInlineImageXObject]: page => picture(page, false),
  [OPS.paintImageMaskXObject]: page => picture(page, false),
  [OPS.paintSolidColorImageMask]: page => area(page, UNIT, page.state.fill),
  [OPS.paintFormXObjectBegin]: (page, [matrix, box]: [Numbers | null, Numbers | null]) => begin(page, matrix, box),
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.beginGroup]: save,
  [OPS.endGroup]: restore,
  [OPS.beginAnnotation]: (page, [, rect, transform, matrix]: [string, Box | null, Numbers, Numbers]) => {
    save(page)
    page.state = { ...START, matrix: IDENTITY }
    page.annotation = true
    if (rect) {
      page.state.matrix = times(times(IDENTITY, transform), matrix)
      page.state.clip = rect
    }
  },
  [OPS.endAnnotation]: page => {
    restore(page)
    page.annotation = false
  },
  [OPS.beginMarkedContent]: page => mark(page, false),
  [OPS.beginMarkedContentProps]: (page, [tag, layer]: [string, unknown]) =>
    mark(page, tag === 'OC' && !page.isVisible(layer)),
  [OPS.endMarkedContent]: page => {
    if (page.layers.pop()) page.off--
  },
}

/** By name of an entry of a graphics state, what it sets. */
const GRAPHICS: Readonly<Record<string, (page: DrawnPage, value: never) => void>> = {
  Font: (page, [name, size]: [string, number]) => setFont(page, name, size),
  LW: ({ state }, width: number) => {
    state.lineWidth = width
  },
  ca: ({ state }, opacity: number) => {
    state.fillOpacity = opacity
  },
  CA: ({ state }, opacity: number) => {
    state.strokeOpacity = opacity
  },
  BM: ({ state }, mode: string) => {
    state.blends = mode !== 'source-over'
  },
  SMask: ({ state }, masked: boolean) => {
    state.blends = masked
  },
}

const UNIT: Box = [0, 0, 1, 1]

function show(page: DrawnPage, glyphs: readonly (Glyph | number)[]): void {
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

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])

function drawPath(page: DrawnPage, paint: number, path: Numbers | null, bounds: Numbers | null): void {
  if (page.clips) clipTo(page, bounds ?? NOWHERE)
  page.clips = false
  if (!path || !bounds) return
  if (FILLS.has(paint)) for (const box of rectangles(path)) area(page, box, page.state.fill)
  else if (STROKES.has(paint) && page.state.lineWidth >= THICK)
    area(page, grown(bounds, page.state.lineWidth / 2), page.state.stroke)
}

const NOWHERE: Box = [0, 0, 0, 0]

/** A stroke as thick as this hides letters. */
const THICK = 5

const grown = ([x0, y0, x1, y1]: Numbers, by: number): Box => [x0! - by, y0! - by, x1! + by, y1! + by]

function area({ state, pieces, areas, off }: DrawnPage, own: Box, color: string | null): void {
  if (off > 0) return
  const box = common(state.clip, boxUnder(state.matrix, own))
  if (box[2] - box[0] < SLIGHT || box[3] - box[1] < SLIGHT || state.fillOpacity < FAINT) return
  const opaque = !state.blends && state.fillOpacity > SOLID && color !== null
  areas.push({ box, color, opaque, picture: false, order: pieces.length + areas.length })
}

/** Points below which an area is a line, which hides no letter. */
const SLIGHT = 2
const [FAINT, SOLID] = [0.05, 0.95]

function picture({ state, pieces, areas, off }: DrawnPage, opaque: boolean): void {
  if (off > 0) return
  const box = common(state.clip, boxUnder(state.matrix, UNIT))
  const hides = opaque && !state.blends && state.fillOpacity > SOLID
  areas.push({ box, color: null, opaque: hides, picture: true, order: pieces.length + areas.length })
}
