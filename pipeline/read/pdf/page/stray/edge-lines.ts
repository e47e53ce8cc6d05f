import type { Box } from '../../../../../document/index.ts'
import type { Piece } from '../../drawing/piece.ts'
import { linesOf, type PdfLine } from '../lines.ts'
import { byPlace } from '../order.ts'
import { writtenLine } from '../written.ts'
import type { Body } from './body.ts'

/** How far from the edge machines print, in points: half an inch, where letters have a margin of an inch. */
const EDGE = 40

/** "01/05/2017 10:22 FAX 5550100", "P. 3/7", "-> 003": the header of a fax. */
const FAX = /\d{1,2}:\d\d|\bfax\b|\bp(?:age|g)?\.? ?\d{1,3} ?(?:\/|of) ?\d{1,3}\b|\b\d{3}\/\d{3}\b/i
/** "ABC 000123", "Bates No. 000123", "DEF0004567-CONFIDENTIAL", "Exhibit A-12": numbers of documents that were produced. */
const PRODUCTION =
  /^(?:bates )?(?:no\.? )?(?:[A-Z][A-Z&_. -]{0,20}[-_ ]?)?0\d{3,9}(?:[ -][A-Z]{4,20})?$|^exhibit [A-Z\d]{1,3}(?:[ -]\d{1,4})?$/i
/** "file:///letters/knee.html 2/3", "Knee https://example.org/knee": the header or footer of a browser's printout. */
const ADDRESS = /\b(?:https?|file):\/\/\S{1,300}(?: \d{1,3}\/\d{1,3})?$/

/** Lines in the outermost half inch that a fax, a browser or a copy shop has printed. */
export function edgeLines(pieces: readonly Piece[], body: Body, [, bottom, , top]: Box): readonly Piece[] {
  const isAtEdge = ({ y, height }: Piece): boolean => y + height > top - EDGE || y < bottom + EDGE
  const lines = linesOf(byPlace(pieces.filter(isAtEdge)))
  return lines.flatMap(line => {
    const { text } = writtenLine(line)
    if (/case number/i.test(text) || !(FAX.test(text) || PRODUCTION.test(text) || ADDRESS.test(text))) return []
    return isPartOf(body, line, pieces) ? [] : line.pieces
  })
}

/** Whether a line belongs to the letter: with narrow margins its lines reach the edge. */
const isPartOf = (body: Body, { y, height }: PdfLine, pieces: readonly Piece[]): boolean =>
  Math.abs(height - body.height) < 0.5 &&
  pieces.some(piece => Math.abs(piece.y - y) > height * 0.9 && Math.abs(piece.y - y) < height * 1.6)
