import { componentsOf } from './colors.ts'
import type { PdfFile } from './file.ts'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isCount, isName, type PdfValue } from './objects.ts'

/** Entries of a picture through which nothing shows (ISO 32000-1, 8.9.5); masks are not among them. */
const KNOWN = new Set(
  [
    ...['Type', 'Subtype', 'Width', 'Height', 'ColorSpace', 'BitsPerComponent', 'Filter', 'DecodeParms', 'Length'],
    ...['Interpolate', 'Name'],
  ].map(key => `/${key}`),
)
/** Larger ones are refused by pdf.js, too; see `maxImageSize`. */
const MOST_DOTS = 50_000_000

/**
 * Checks that what a page draws is an opaque picture, whose dots need not be read. One that is drawn twice is refused:
 * pdf.js keeps those in another way.
 */
export function checkPicture(
  file: PdfFile,
  resources: Dictionary,
  name: PdfValue | undefined,
  drawn: Set<number>,
): void {
  if (!isName(name)) refuse('picture')
  const { number, dictionary } = file.stream(file.dictionary(resources.get('/XObject')).get(name))
  checkKeys(dictionary, KNOWN, 'picture')
  const [width, height] = [dictionary.get('/Width'), dictionary.get('/Height')]
  if (drawn.has(number) || dictionary.get('/Subtype') !== '/Image') refuse('picture')
  if (!isCount(width) || !isCount(height) || width * height === 0 || width * height > MOST_DOTS) refuse('picture')
  if (dictionary.get('/BitsPerComponent') !== 8) refuse('picture')
  componentsOf(file, dictionary.get('/ColorSpace'))
  drawn.add(number)
}
