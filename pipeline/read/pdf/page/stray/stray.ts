import type { Box } from '../../../../../document/index.ts'
import type { Piece } from '../../drawing/piece.ts'
import { bodyOf } from './body.ts'
import { edgeLines } from './edge-lines.ts'
import { lineNumbers } from './line-numbers.ts'
import { overprints } from './overprints.ts'
import { stamps } from './stamps.ts'
import { watermarks } from './watermarks.ts'

/**
 * The pieces of a page that are not part of the letter: watermarks, stamps, line numbers, Bates numbers, fax headers.
 * They are recognized by their appearance and position, since they may say anything.
 */
export function strayOf(pieces: readonly Piece[], view: Box): ReadonlySet<Piece> {
  const written = pieces.filter(({ text }) => text.trim() !== '')
  const body = bodyOf(written)
  if (!body) return new Set()
  const stray = new Set<Piece>()
  for (const find of [watermarks, stamps, lineNumbers, edgeLines, overprints])
    for (const piece of find(
      written.filter(piece => !stray.has(piece)),
      body,
      view,
    ))
      stray.add(piece)
  return stray
}
