import { fontOf, type LoadedFont } from '../drawing/font.ts'
import type { Glyph, PdfFont } from '../drawing/glyphs.ts'
import { WIN_ANSI } from './encodings.ts'
import type { PdfFile } from './file.ts'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isCount, isList, isName, isNumber, type PdfValue, Reference } from './objects.ts'

/** A font of a file, with the glyph of each code. */
export interface PlainFont {
  readonly font: PdfFont
  readonly glyphs: readonly Glyph[]
}

const KNOWN = new Set(
  ['Type', 'Subtype', 'BaseFont', 'Name', 'FirstChar', 'LastChar', 'Widths', 'FontDescriptor', 'Encoding'].map(
    key => `/${key}`,
  ),
)
/** Entries of a descriptor (ISO 32000-1, 9.8.1); a font in the file (`/FontFile2`) is not among them. */
const KNOWN_OF_DESCRIPTOR = new Set(
  [
    ...['Type', 'FontName', 'FontFamily', 'FontStretch', 'FontWeight', 'Flags', 'FontBBox', 'ItalicAngle', 'Ascent'],
    ...['Descent', 'Leading', 'CapHeight', 'XHeight', 'StemV', 'StemH', 'AvgWidth', 'MaxWidth', 'MissingWidth'],
  ].map(key => `/${key}`),
)

/** Fonts of symbols have encodings of their own. */
const SYMBOLS = /symbol|dingbat|wingding|webding/i

/** The fonts of a file. One that is written several times with the same descriptor is the same font, as in pdf.js. */
export class PlainFonts {
  private readonly file: PdfFile
  private readonly byNumber = new Map<number, PlainFont>()
  private readonly byContent = new Map<string, PlainFont>()

  constructor(file: PdfFile) {
    this.file = file
  }

  /** The font that a page's resources have under a name. */
  named(resources: Dictionary, name: PdfValue | undefined): PlainFont {
    const reference = isName(name) ? this.file.dictionary(resources.get('/Font')).get(name) : null
    if (!(reference instanceof Reference)) refuse('font')
    const font = this.byNumber.get(reference.number) ?? this.loaded(this.file.dictionary(reference))
    this.byNumber.set(reference.number, font)
    return font
  }

  private loaded(dictionary: Dictionary): PlainFont {
    const { content, load } = simpleFont(this.file, dictionary)
    const font = this.byContent.get(content) ?? load()
    this.byContent.set(content, font)
    return font
  }
}

/** A simple font that is not in the file, in WinAnsiEncoding and with its widths (9.6.2, 9.6.3). */
function simpleFont(
  file: PdfFile,
  dictionary: Dictionary,
): { readonly content: string; readonly load: () => PlainFont } {
  checkKeys(dictionary, KNOWN, 'font')
  const kind = dictionary.get('/Subtype')
  if (kind !== '/TrueType' || dictionary.get('/Encoding') !== '/WinAnsiEncoding') refuse('encoding')
  const reference = dictionary.get('/FontDescriptor')
  if (!(reference instanceof Reference)) refuse('font')
  const descriptor = file.dictionary(reference)
  checkKeys(descriptor, KNOWN_OF_DESCRIPTOR, 'font')
  const name = descriptor.get('/FontName')
  if (!isName(name) || name !== dictionary.get('/BaseFont') || !/^\/[!-~ ]+$/.test(name) || SYMBOLS.test(name))
    refuse('font')
  const widths = widthsOf(file, dictionary)
  return {
    content: [reference.number, dictionary.get('/FirstChar'), ...widths].join(),
    load: () => ({ font: fontOf(loadedFont(name, descriptor)), glyphs: glyphsOf(dictionary, descriptor, widths) }),
  }
}

function widthsOf(file: PdfFile, dictionary: Dictionary): readonly number[] {
  const [first, last] = [dictionary.get('/FirstChar'), dictionary.get('/LastChar')]
  const widths = file.resolved(dictionary.get('/Widths'))
  if (!isCount(first) || !isCount(last) || last > 255 || !isList(widths) || !widths.every(isNumber)) refuse('font')
  return widths.length === last - first + 1 ? widths : refuse('font')
}

function loadedFont(name: string, descriptor: Dictionary): LoadedFont {
  const [ascent, descent] = [descriptor.get('/Ascent'), descriptor.get('/Descent')]
  if (!isNumber(ascent) || !isNumber(descent)) refuse('font')
  return { name: name.slice(1), missingFile: true, ascent: ascent / 1000, descent: descent / 1000 }
}

function glyphsOf(dictionary: Dictionary, descriptor: Dictionary, widths: readonly number[]): Glyph[] {
  const first = dictionary.get('/FirstChar') as number
  const missing = descriptor.get('/MissingWidth') ?? 0
  if (!isNumber(missing)) refuse('font')
  return WIN_ANSI.map((unicode, code) => ({
    unicode,
    width: widths[code - first] ?? missing,
    isSpace: code === 32,
    originalCharCode: code,
  }))
}
