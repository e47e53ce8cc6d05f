import type { Box } from '../../../../document/index.ts'
import { clipTo, type DrawnPicture, drawPath, hidesAll, paintArea, paintPicture, paintShading, UNIT } from './areas.ts'
import type { Glyph } from './glyphs.ts'
import { mark, markWith, unmark } from './marks.ts'
import { IDENTITY, type Matrix, moved, times } from './matrix.ts'
import { OPS } from './ops.ts'
import type { Drawing, Piece } from './piece.ts'
import { show } from './show.ts'
import { type DrawingContext, type DrawnPage, type Numbers, type Operators, START } from './state.ts'

/** A tag, its layer or number, and the replacement text of what it marks: see `load.ts`. */
type MarkProperties = readonly [tag: string, properties: unknown, text?: string | null]

/** The effect of an operator; the arguments are those that pdf.js gives it. */
type Draw = (page: DrawnPage, args: never) => void

/**
 * What the operators of a page draw: its strings, with the place of each character and how it is painted, and the areas
 * that may be over or under them. Annotations count as areas only; their text is not part of the page.
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
    actual: null,
    annotation: false,
    mask: null,
    strip: null,
    pieces: [],
    areas: [],
  }
  for (let at = 0; at < fnArray.length; at++) DRAW[fnArray[at]!]?.(page, (argsArray[at] ?? []) as never)
  return { pieces: page.pieces, areas: page.areas, isBroken: isBroken(fnArray, page.pieces) }
}

/**
 * Whether content seems to be lost. Even an empty page has some operators, and a text object shows at least a space and
 * ends.
 */
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

const begin = (page: DrawnPage, matrix: Numbers | null, box: Numbers | null) => {
  save(page)
  if (matrix) page.state.matrix = times(page.state.matrix, matrix)
  if (box) clipTo(page, box)
}

const setFont = (page: DrawnPage, name: string, size: number) => {
  page.state.font = page.fontOf(name)
  page.state.size = size
}

/** The effect of each operator. */
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
  [OPS.shadingFill]: paintShading,
  [OPS.paintImageXObject]: (page, [name]: [string]) => paintPicture(page, page.isOpaque(name)),
  [OPS.paintInlineImageXObject]: (page, [picture]: [DrawnPicture]) => paintPicture(page, hidesAll(picture)),
  [OPS.paintImageMaskXObject]: (page, [{ data }]: [{ readonly data?: unknown }]) =>
    typeof data === 'string' && page.isOpaque(data, true)
      ? paintArea(page, UNIT, page.state.fill, page.state.fillOpacity)
      : paintPicture(page, false),
  [OPS.paintSolidColorImageMask]: page => paintArea(page, UNIT, page.state.fill, page.state.fillOpacity),
  [OPS.paintFormXObjectBegin]: (page, [matrix, box]: [Numbers | null, Numbers | null]) => begin(page, matrix, box),
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.beginGroup]: (page, [group]: [{ readonly smask?: unknown } | undefined]) => {
    if (group?.smask && page.mask === null) {
      page.mask = page.saved.length
      page.off++
    }
    save(page)
  },
  [OPS.endGroup]: page => {
    restore(page)
    if (page.mask !== page.saved.length) return
    page.mask = null
    page.off--
  },
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
  [OPS.beginMarkedContentProps]: (page, [tag, properties, text]: MarkProperties) =>
    markWith(page, tag, properties, text ?? null),
  [OPS.endMarkedContent]: unmark,
}

/** Modes in which black hides what is below. */
const DARKENING: ReadonlySet<string> = new Set(['multiply', 'darken', 'color-burn'])

/** The effect of each entry of a graphics state. */
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
    state.blends = DARKENING.has(mode) ? 'darkens' : mode !== 'source-over'
  },
  SMask: ({ state }, masked: boolean) => {
    state.blends = masked
  },
}
