import PDFDocument from 'pdfkit'

/** A font as Word writes it: by its name, with its widths and a descriptor, but not in the file. */
export interface WordFont {
  readonly dictionary: (descriptor: number) => string
  readonly descriptor: string
}

/** The standard fonts that have the widths of those in letters. */
const STANDARD = {
  TimesNewRomanPSMT: 'Times-Roman',
  'TimesNewRomanPS-BoldMT': 'Times-Bold',
  ArialMT: 'Helvetica',
  'Arial-BoldMT': 'Helvetica-Bold',
} as const
export type WordFontName = keyof typeof STANDARD

const [FIRST, LAST] = [32, 255]
const measure = new PDFDocument()

/** The widths of codes 32 to 255; characters without one are as wide as a bullet. */
function widthsOf(name: WordFontName): number[] {
  measure.font(STANDARD[name], 1000)
  return Array.from({ length: LAST - FIRST + 1 }, (_, at) => {
    const character = new TextDecoder('windows-1252').decode(Uint8Array.of(FIRST + at))
    return Math.round(measure.widthOfString(character)) || 350
  })
}

export const wordFont = (name: WordFontName): WordFont => ({
  dictionary: descriptor =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar ${FIRST} ` +
    `/LastChar ${LAST} /Widths [${widthsOf(name).join(' ')}] /FontDescriptor ${descriptor} 0 R >>`,
  descriptor:
    `<< /Type /FontDescriptor /FontName /${name} /Flags 34 /FontBBox [-568 -307 2046 1039] /ItalicAngle 0 ` +
    `/Ascent 891 /Descent -216 /CapHeight 662 /StemV 80 >>`,
})
