/**
 * The numbers by which pdf.js names what a page does, as far as drawing asks for them. They stand here so that a page
 * can be drawn without loading pdf.js; when it is loaded, `checkOps` compares them.
 */
export const OPS = {
  setLineWidth: 2,
  setLineCap: 3,
  setLineJoin: 4,
  setMiterLimit: 5,
  setDash: 6,
  setRenderingIntent: 7,
  setFlatness: 8,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  eoFillStroke: 25,
  closeFillStroke: 26,
  closeEOFillStroke: 27,
  endPath: 28,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  endText: 32,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setStrokeColorN: 53,
  setFillColorN: 55,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  shadingFill: 62,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  beginAnnotation: 80,
  endAnnotation: 81,
  paintImageMaskXObject: 83,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  paintSolidColorImageMask: 90,
  constructPath: 91,
} as const

/** The kinds of pictures, likewise. */
export const ImageKind = { GRAYSCALE_1BPP: 1, RGB_24BPP: 2, RGBA_32BPP: 3 } as const

/** Throws if pdf.js has other numbers. */
export function checkOps(library: {
  readonly OPS: Readonly<Record<string, number>>
  readonly ImageKind: Readonly<Record<string, number>>
}): void {
  const differs = (own: Readonly<Record<string, number>>, theirs: Readonly<Record<string, number>>): boolean =>
    Object.entries(own).some(([name, number]) => theirs[name] !== number)
  if (differs(OPS, library.OPS) || differs(ImageKind, library.ImageKind))
    throw new Error('another version of pdf.js: see ops.ts')
}
