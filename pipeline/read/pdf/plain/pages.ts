import type { Box } from '../../../../document/index.ts'
import type { PdfFile, PdfStream } from './file.ts'
import { refuse } from './not-plain.ts'
import {
  checkKeys,
  type Dictionary,
  isCount,
  isList,
  isNumber,
  type PdfName,
  type PdfValue,
  Reference,
} from './objects.ts'

/** A page of a file, before it is drawn. */
export interface PlainPage {
  /** What a viewer shows of it: its crop box. */
  readonly view: Box
  readonly resources: Dictionary
  readonly contents: readonly PdfStream[]
}

/** Entries of a page that either are read here or change nothing of what it draws (ISO 32000-1, 7.7.3.3). */
const KNOWN_OF_PAGE = new Set(
  [
    ...['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'Contents', 'Rotate', 'UserUnit', 'Annots'],
    ...['BleedBox', 'TrimBox', 'ArtBox', 'Group', 'StructParents', 'Tabs', 'LastModified', 'PieceInfo'],
  ].map(key => `/${key}`),
)
const KNOWN_OF_TREE = new Set(
  ['Type', 'Parent', 'Kids', 'Count', 'Resources', 'MediaBox', 'CropBox', 'Rotate'].map(key => `/${key}`),
)
/** Entries of the catalog without an effect on pages (7.7.2). Layers (`/OCProperties`) have one. */
const KNOWN_OF_CATALOG = new Set(
  [
    ...['Type', 'Pages', 'Version', 'Lang', 'MarkInfo', 'Metadata', 'PageLayout', 'PageMode', 'StructTreeRoot'],
    ...['AcroForm', 'Names', 'Dests', 'Outlines', 'PageLabels', 'ViewerPreferences', 'OutputIntents'],
  ].map(key => `/${key}`),
)
const KNOWN_OF_CONTENTS = new Set(['/Length', '/Filter'])

/** What a page takes from the nodes above it (7.7.3.4). */
type Inherited = ReadonlyMap<PdfName, PdfValue>
const INHERITED: readonly PdfName[] = ['/Resources', '/MediaBox', '/CropBox']

/** The pages of a file, in order. Gives up on more than `most`, and on a tree that does not say how many it has. */
export function pagesOf(file: PdfFile, most: number): PlainPage[] {
  const catalog = file.dictionary(file.trailer.get('/Root'))
  checkKeys(catalog, KNOWN_OF_CATALOG, 'page')
  const pages: PlainPage[] = []
  const seen = new Set<number>()
  const add = (reference: PdfValue | undefined, parent: Reference | null, above: Inherited): void => {
    if (!(reference instanceof Reference) || seen.has(reference.number)) refuse('page')
    seen.add(reference.number)
    const node = file.dictionary(reference)
    const up = node.get('/Parent')
    if ((up instanceof Reference ? up.number : null) !== (parent?.number ?? null)) refuse('page')
    if (node.get('/Type') === '/Page') pages.push(pageOf(file, node, above))
    else addTree(node, reference, above)
    if (pages.length > most) refuse('size')
  }
  const addTree = (node: Dictionary, reference: Reference, above: Inherited): void => {
    checkKeys(node, KNOWN_OF_TREE, 'page')
    const [kids, count, before] = [file.resolved(node.get('/Kids')), node.get('/Count'), pages.length]
    if (node.get('/Type') !== '/Pages' || !isList(kids) || !isCount(count)) refuse('page')
    for (const kid of kids) add(kid, reference, inheritedFrom(node, above))
    if (pages.length - before !== count) refuse('page')
  }
  add(catalog.get('/Pages'), null, new Map())
  return pages.length > 0 ? pages : refuse('page')
}

/** pdf.js merges the resources of all levels, and this reader knows those of one. */
function inheritedFrom(node: Dictionary, above: Inherited): Inherited {
  if (node.has('/Resources') && above.has('/Resources')) refuse('page')
  return new Map([...above, ...INHERITED.flatMap(key => (node.has(key) ? [[key, node.get(key)!] as const] : []))])
}

function pageOf(file: PdfFile, page: Dictionary, above: Inherited): PlainPage {
  checkKeys(page, KNOWN_OF_PAGE, 'page')
  const annotations = file.resolved(page.get('/Annots')) ?? []
  if (!isList(annotations) || annotations.length > 0 || (page.get('/UserUnit') ?? 1) !== 1) refuse('page')
  const own = inheritedFrom(page, above)
  return {
    view: viewOf(file, own),
    resources: file.dictionary(own.get('/Resources')),
    contents: contentsOf(file, page.get('/Contents')),
  }
}

function viewOf(file: PdfFile, own: Inherited): Box {
  const media = boxOf(file.resolved(own.get('/MediaBox')))
  const crop = own.has('/CropBox') ? boxOf(file.resolved(own.get('/CropBox'))) : media
  const isInside = crop[0] >= media[0] && crop[1] >= media[1] && crop[2] <= media[2] && crop[3] <= media[3]
  return isInside ? crop : refuse('page')
}

function boxOf(box: PdfValue | undefined): Box {
  if (!isList(box) || box.length !== 4 || !box.every(isNumber)) refuse('page')
  const [x0, y0, x1, y1] = box as readonly [number, number, number, number]
  return x0 < x1 && y0 < y1 ? [x0, y0, x1, y1] : refuse('page')
}

function contentsOf(file: PdfFile, contents: PdfValue | undefined): PdfStream[] {
  const isArray = isList(contents)
  const streams = (isArray ? contents : [contents]).map(one => file.stream(one))
  for (const { dictionary } of streams) checkKeys(dictionary, KNOWN_OF_CONTENTS, 'stream')
  return streams.length > 0 ? streams : refuse('page')
}
