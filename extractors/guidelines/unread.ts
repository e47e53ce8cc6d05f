import { blanked, matchesOf, overlap, type Span, spacesFor, span, spansOf } from '../../document/index.ts'
import guidelines from '../../vocabulary/terms/guidelines.json' with { type: 'json' }
import { prefilter } from '../language/prefilter.ts'
import { LONGEST } from './edges.ts'
import { namingsIn, TITLE } from './names.ts'
import { piecesOf } from './pieces.ts'
import { APPLIED, BASIS, HIERARCHY, INTRODUCTION, MEMBERSHIP, SILENT, STATEMENT, TAIL } from './wordings.ts'

/** Words of a citing sentence that are neither in a citation nor connect citations. */
export interface Unread extends Span {
  /** Whether they follow the works and say what these state or why they were cited. */
  readonly isTail: boolean
}

const FRAMES = [STATEMENT, BASIS, MEMBERSHIP, INTRODUCTION, APPLIED, SILENT, HIERARCHY].map(
  ({ source, flags }) => new RegExp(source, flags.includes('g') ? flags : `${flags}g`),
)
const mayMatch = prefilter(FRAMES)

/** Longest first; "#" stands for a number. */
const CONNECTORS = new RegExp(
  `(?<![\\w-])(?:${[...guidelines.connectors]
    .sort((a, b) => b.length - a.length)
    .map(words => RegExp.escape(words).replaceAll('\\x23', '#').replaceAll('#', '\\d{1,4}'))
    .join('|')})(?![\\w-])`,
  'gi',
)

/**
 * The words of the sentences citing works that were not `read` as part of one. Sentences that cite nothing are ignored,
 * unless they name a work that no other sentence does.
 */
export function unreadIn(text: string, read: readonly Span[]): Unread[] {
  const part = text.slice(0, LONGEST)
  const isStatement = part.search(STATEMENT) >= 0
  const may = mayMatch(part)
  const frames = FRAMES.filter((_, number) => may[number] === 1).flatMap(frame => spansOf(part, frame))
  const left = blanked(part, [...read, ...frames])
  const unread = piecesOf(part)
    .filter(piece => isStatement || read.some(one => overlap(one, piece)) || namesAnother(part, piece, read))
    .flatMap(piece => rangesIn(part, left, piece))
  return text.length > LONGEST ? [...unread, { ...span(LONGEST, text.length), isTail: true }] : unread
}

function namesAnother(text: string, piece: Span, read: readonly Span[]): boolean {
  const cited = read.map(({ start, end }) => text.slice(start, end).toLowerCase())
  const words = text.slice(piece.start, piece.end)
  const titles = matchesOf(words, TITLE)
    .map(([title]) => title)
    .filter(title => title.includes(' '))
  const sources = new Set(read.flatMap(one => namingsIn(text, one).map(({ source }) => source)))
  return (
    titles.some(title => !cited.some(one => one.includes(title.toLowerCase()))) ||
    namingsIn(text, piece).some(({ source }) => !sources.has(source))
  )
}

/** What remains of a sentence apart from connecting words and punctuation, as ranges of whole words. */
function rangesIn(text: string, left: string, piece: Span): Unread[] {
  const words = left.slice(piece.start, piece.end).replace(CONNECTORS, spacesFor)
  const tail = piece.start + tailIn(text, piece)
  const ranges: Unread[] = []
  for (const { 0: word, index } of matchesOf(words, /[^\s.,;:()[\]"“”–—/-]+/g)) {
    const place = span(piece.start + index, piece.start + index + word.length)
    const last = ranges.at(-1)
    const isNext = last !== undefined && left.slice(last.end, place.start) === text.slice(last.end, place.start)
    if (isNext && last.isTail === place.start >= tail) ranges[ranges.length - 1] = { ...last, end: place.end }
    else ranges.push({ ...place, isTail: place.start >= tail })
  }
  return ranges
}

function tailIn(text: string, { start, end }: Span): number {
  const words = text.slice(start, end).replace(MEMBERSHIP, spacesFor)
  return TAIL.exec(words)?.index ?? words.length
}
