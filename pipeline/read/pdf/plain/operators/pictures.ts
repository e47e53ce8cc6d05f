import { OPS } from '../../drawing/ops.ts'
import { refuse } from '../not-plain.ts'
import { checkKeys, isCount, isList, isName, type PdfValue } from '../objects.ts'
import { emit, type NamedOperator, type PageReading } from './operator.ts'

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
function checkPicture({ file, spaces, resources, drawn }: PageReading, name: PdfValue | undefined): void {
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

const draw = (reading: PageReading, [name]: [PdfValue]): void => {
  checkPicture(reading, name)
  emit(reading, OPS.paintImageXObject, [name])
}

/** External objects (ISO 32000-1, 8.8), of which only pictures are known. */
export const PICTURE_OPERATORS: readonly NamedOperator[] = [['Do', { operands: 'N', perform: draw }]]
