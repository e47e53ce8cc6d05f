import type { PDFPageProxy } from 'pdfjs-dist'

/** An element of a page's structure tree, or a mark in it; `load.ts` adds `actualText`. */
interface Element {
  readonly actualText?: string
  readonly children?: readonly Element[]
  readonly type?: string
  readonly id?: string
}

/** Replacement texts from the structure tree, by the number of the mark on its page. */
export type StructureTexts = ReadonlyMap<number, string>

/** Those of a page without a structure. */
export const NO_TEXTS: StructureTexts = new Map()

/** The replacement texts in a page's structure tree. */
export async function structureTextsOf(page: PDFPageProxy): Promise<StructureTexts> {
  const root = (await page.getStructTree()) as Element | null
  return new Map(root ? textsIn(root, prefixOf(page)) : [])
}

/** If an element has several marks, the first gets its text, and the others none. */
function textsIn(element: Element, prefix: string): (readonly [number, string])[] {
  const { actualText, children = [] } = element
  if (actualText === undefined) return children.flatMap(child => textsIn(child, prefix))
  return marksIn(element, prefix).map((number, at) => [number, at === 0 ? actualText : ''])
}

/** How pdf.js names the marks of a page. */
const prefixOf = ({ ref }: PDFPageProxy): string => (ref ? `p${ref.num}R${ref.gen || ''}_mc` : '')

const marksIn = ({ type, id = '', children = [] }: Element, prefix: string): number[] => [
  ...(type === 'content' && prefix !== '' && id.startsWith(prefix) ? [Number(id.slice(prefix.length))] : []),
  ...children.flatMap(child => marksIn(child, prefix)),
]
