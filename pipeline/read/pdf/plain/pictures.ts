import type { PlainSpaces } from './colors.ts'
import type { PdfFile } from './file.ts'
import { refuse } from './not-plain.ts'
import { checkKeys, type Dictionary, isCount, isList, isName, type PdfValue } from './objects.ts'

/** Entries of a picture through which nothing shows (ISO 32000-1, 8.9.5); masks are not among them. */
const KNOWN = new Set(
  [
    ...['Type', 'Subtype', 'Width', 'Height', 'ColorSpace', 'BitsPerComponent', 'Filter', 'DecodeParms', 'Length'],
    ...['Interpolate', 'Name'],
  ].map(key => `/${key}`),
)
/** Larger ones are refused by pdf.js, too; see `maxImageSize`. */
const MOST_DOTS = 50_000_000

/** What checking a picture needs. */
export interface PictureContext {
  readonly file: PdfFile
  readonly spaces: PlainSpaces
  readonly resources: Dictionary
  /** The numbers of the pictures that were drawn so far. */
  readonly drawn: Set<number>
}

/**
 * Checks that what a page draws is an opaque picture, whose dots need not be read. One that is drawn twice is refused:
 * pdf.js keeps those in another way.
 */
export function checkPicture({ file, spaces, resources, drawn }: PictureContext, name: PdfValue | undefined): void {
  if (!isName(name)) refuse('picture')
  const stream = file.stream(file.dictionary(resources.get('/XObject')).get(name))
  const { number, dictionary } = stream
  checkKeys(dictionary, KNOWN, 'picture')
  const [width, height] = [dictionary.get('/Width'), dictionary.get('/Height')]
  if (drawn.has(number) || dictionary.get('/Subtype') !== '/Image') refuse('picture')
  if (!isCount(width) || !isCount(height) || width * height === 0 || width * height > MOST_DOTS) refuse('picture')
  if (dictionary.get('/BitsPerComponent') !== 8) refuse('picture')
  spaces.componentsOf(dictionary.get('/ColorSpace'))
  if (!isPhoto(dictionary.get('/Filter'))) file.content(stream)
  drawn.add(number)
}

/** Whether it is compressed as JPEG. pdf.js looks at such a stream only when it decodes it, and at others at once. */
const isPhoto = (filter: PdfValue | undefined): boolean =>
  filter === '/DCTDecode' || (isList(filter) && filter.length === 1 && filter[0] === '/DCTDecode')
