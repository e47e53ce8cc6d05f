import {
  type CaseFacts,
  type FoldedText,
  type ItemSpans,
  type Message,
  type Placed,
  placeInSource,
  type Span,
  shift,
  span,
} from '../../document/index.ts'
import { unreadIn } from '../../extractors/index.ts'
import { repairedTextOf, toOriginal, toRepaired } from '../repair/index.ts'

const SIDES = ['claimsAdministrator', 'reviewer'] as const
/** A JSON Pointer into one side of an item; the match is the pointer of that side. */
const SIDE = /^\/disputedItems\/\d+\/(?:claimsAdministrator|reviewer)(?=\/)/

/**
 * What a side of an item cites that could not be read, in whole or in part. Citations that are missing altogether are
 * another matter.
 */
export function citationDoubts(
  folded: FoldedText,
  items: CaseFacts['disputedItems'],
  spans: readonly ItemSpans[],
  places: readonly Placed[],
): Message[] {
  const bySide = Map.groupBy(
    places.filter(({ pointer }) => pointer.startsWith('/disputedItems/')),
    ({ pointer }) => SIDE.exec(pointer)?.[0] ?? '',
  )
  return items.flatMap((item, at) =>
    SIDES.flatMap(side => {
      const part = spans[at]![side]
      const pointer = `/disputedItems/${at}/${side}`
      if (part === null || part.end === part.start) return []
      const { basis, citations } = item[side]
      if (basis === null || (basis !== 'none' && citations.length === 0))
        return [
          unparsed('warning', pointer, `the citation at characters ${placeInSource(folded, part)} could not be read`),
        ]
      const read = (bySide.get(pointer) ?? []).flatMap(({ found }) => found.spans)
      return unreadDoubts(folded, part, read, pointer)
    }),
  )
}

const unparsed = (severity: Message['severity'], pointer: string, reason: string): Message => ({
  code: 'citation/unparsed',
  severity,
  pointer,
  reason,
})

/** At most this many places are reported for one side. */
const MOST = 8

/** Words of a citation sentence that are part of no citation, with their place in the canonical text. */
function unreadDoubts(folded: FoldedText, part: Span, read: readonly Span[], pointer: string): Message[] {
  const repaired = repairedTextOf(folded)
  const [start, end] = [toRepaired(repaired, part.start), toRepaired(repaired, part.end)]
  const inside = read.map(place =>
    span(toRepaired(repaired, place.start) - start, toRepaired(repaired, place.end) - start),
  )
  const unread = unreadIn(repaired.text.slice(start, end), inside)
  const placesOf = (isTail: boolean): string[] =>
    unread
      .filter(one => one.isTail === isTail)
      .slice(0, MOST)
      .map(one => placeInSource(folded, toOriginal(repaired, shift(one, start))))
  const [words, tails] = [placesOf(false), placesOf(true)]
  return [
    ...(words.length > 0
      ? [unparsed('warning', pointer, `characters ${words.join(', ')} are not part of any citation`)]
      : []),
    ...(tails.length > 0
      ? [unparsed('info', pointer, `characters ${tails.join(', ')} follow the citation and do not belong to it`)]
      : []),
  ]
}
