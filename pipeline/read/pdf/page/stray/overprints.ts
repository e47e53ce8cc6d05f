import type { Box } from '../../../../../document/index.ts'
import type { Piece } from '../../drawing/piece.ts'
import { linesOf, type PdfLine } from '../lines.ts'
import { type Body, lettersOf } from './body.ts'
import { groupsOf, type LineGroup, rareIn } from './groups.ts'
import { clashes, isAlone, isAside, isOutOfLine, isOver, touches } from './places.ts'
import { hasWords, isLabelled, isStampText } from './stamp-text.ts'

/**
 * Words in the letter's own size that were put on a finished page: they are drawn out of turn or look like nothing else
 * on the page, and either lie where no line of the letter would, or say what stamps say.
 */
export function overprints(pieces: readonly Piece[], _body: Body, view: Box): readonly Piece[] {
  const lines = linesOf(pieces)
  if (lines.length < LEAST_LINES) return []
  const rare = rareIn(lines)
  const groups = groupsOf(lines, rare)
  if (groups.length === 0) return []
  const isOverUsual = ({ members, isUnlike }: LineGroup, rest: readonly PdfLine[]): boolean => {
    const usual = rest.filter(line => !rare.has(line))
    return isUnlike && members.every(line => isOver(line, usual))
  }
  const stray = new Set<PdfLine>()
  for (const isStray of [saysSo, isMisplaced, isOverUsual])
    for (const group of groups) {
      const rest = lines.filter(line => !stray.has(line) && !group.members.includes(line))
      if (lettersOf(piecesOf(group.members)) <= MOST_LETTERS && isStray(group, rest, view))
        for (const line of group.members) stray.add(line)
    }
  return piecesOf([...stray])
}

/** A page with fewer lines has no order to tell from. */
const LEAST_LINES = 6
const MOST_LETTERS = 60

const piecesOf = (lines: readonly PdfLine[]): Piece[] => lines.flatMap(({ pieces }) => pieces)

/** Whether lines say what stamps say, and do not stand among others like those. */
const saysSo = ({ members, isOutOfTurn, isUnlike }: LineGroup, rest: readonly PdfLine[]): boolean =>
  members.every(isStampText) && (isOutOfTurn || isUnlike || members.every(line => isAlone(line, rest)))

/** Whether lines drawn out of turn lie where none would. The cells of a table are drawn out of turn, too. */
function isMisplaced({ members, isOutOfTurn, isAtEnd }: LineGroup, rest: readonly PdfLine[], view: Box): boolean {
  if (!isOutOfTurn || members.some(isLabelled)) return false
  const isOut = (line: PdfLine): boolean =>
    isOver(line, rest) ||
    (hasWords(line) && isAside(line, rest)) ||
    (isAtEnd && (clashes(line, rest) || (hasWords(line) && isOutOfLine(line, rest, view))))
  const out = members.filter(isOut)
  return out.length > 0 && members.every(line => out.some(one => one === line || touches(one, line)))
}
