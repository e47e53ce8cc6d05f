import {
  type Citation,
  type Draft,
  type Found,
  found,
  type GuidelineSide,
  matchesOf,
  type Span,
  spacesFor,
  span,
} from '../../document/index.ts'
import wordings from '../../vocabulary/context/citations.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { isPunctuation, unjoined } from './edges.ts'
import { startsWork } from './names.ts'
import { piecesOf } from './pieces.ts'
import { APPLIED, INTRODUCTION, MEMBERSHIP, NONE, OPENS_PROSE, SAYS, SILENT, TAIL } from './wordings.ts'
import { workCitations, worksIn } from './works.ts'

const wording = patternsOf(wordings)

/**
 * What one side cited, in the sentences of the letters of 2013 and early 2014:
 *
 *     The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Opioids, pages 78-80,
 *     which is part of the MTUS, and the Official Disability Guidelines (ODG), Pain Chapter, which is not part of the MTUS.
 *
 * No such letter has been read, so only what is certain is taken apart: a chapter's title, year, sections and pages. An
 * unknown work stays as it is written.
 */
export function proseSide(text: string): Draft<GuidelineSide> {
  const lists = listsIn(text)
  const citations = lists.flatMap(list => worksIn(text, list)).flatMap(work => workCitations(text, work))
  return { basis: basisOf(text, citations), citations }
}

/** The parts of sentences that list works. */
function listsIn(text: string): Span[] {
  const lists: Span[] = []
  let open = false
  for (const piece of piecesOf(text)) {
    const isSaying = saysSomething(text, piece)
    const own = introducedIn(text, piece) ?? (isSaying && lists.length > 0 ? [] : bareList(text, piece))
    const last = lists.at(-1)
    if (own.length === 0 && open && !isSaying) lists[lists.length - 1] = span(last!.start, piece.end)
    else lists.push(...own)
    open = lists.at(-1)?.end === piece.end
  }
  return lists
}

const saysSomething = (text: string, piece: Span): boolean => {
  const words = text.slice(piece.start, piece.end)
  return SAYS.test(words) || (OPENS_PROSE.test(words) && !startsWork(text, unjoined(text, piece).start))
}

/** What follows each introduction, up to where the sentence goes on to something else; null if there is none. */
function introducedIn(text: string, piece: Span): Span[] | null {
  const words = text.slice(piece.start, piece.end)
  const intros = matchesOf(words, INTRODUCTION)
  if (intros.length === 0) return null
  const lists = intros.map(({ 0: intro, index }, at) => {
    const start = piece.start + index + intro.length
    return withoutTail(text, span(start, piece.start + (intros[at + 1]?.index ?? words.length)))
  })
  return lists.filter(list => !isPunctuation(text, list))
}

/** Societies, journals and books that are in no list. */
const LITERATURE = wording('literature')

/**
 * A sentence that begins with a work, or consists of its name alone. The MTUS does not count where it is said to be
 * silent.
 */
function bareList(text: string, piece: Span): Span[] {
  if (NONE.test(text.slice(piece.start, piece.end))) return []
  const silent = SILENT.exec(text.slice(piece.start, piece.end))
  const start = piece.start + (silent?.index === 0 ? silent[0].length : 0)
  const end = silent && silent.index > 0 ? piece.start + silent.index : piece.end
  const list = unjoined(text, span(start + (AFTER_SILENCE.exec(text.slice(start, end))?.[0].length ?? 0), end))
  const words = text.slice(list.start, list.end)
  const applied = APPLIED.exec(words)
  if (applied) return [span(list.start, list.start + applied.index)]
  if (!startsWork(text, list.start) && (SAYS.test(words) || !LITERATURE.test(words))) return []
  return [withoutTail(text, span(list.start, end))]
}

/** "The MTUS does not address this; therefore the …" */
const AFTER_SILENCE = /^[,;:]? ?(?:and )?(?:so|therefore|thus|hence)?,? ?/

function withoutTail(text: string, { start, end }: Span): Span {
  const bare = text.slice(start, end).replace(MEMBERSHIP, spacesFor)
  const tails = [SILENT, APPLIED, TAIL].flatMap(pattern => pattern.exec(bare)?.index ?? [])
  return span(start, start + Math.min(bare.length, ...tails))
}

type Basis = Found<GuidelineSide['basis'] & string>

/** The basis rests on the first work that states it or, without any, on the words that state it. */
function basisOf(text: string, citations: readonly Draft<Citation>[]): Basis | null {
  const sources = citations.map(({ source }) => source as Found<Citation['source']>)
  const mtus = sources.find(({ value }) => value === 'MTUS')
  const first = mtus ?? sources[0]
  if (first) return found<Basis['value']>(mtus ? 'mtus' : 'outside-mtus', first.spans, 'guideline/prose')
  const none = NONE.exec(text)
  return none && found<Basis['value']>('none', span(none.index, none.index + none[0].length), 'guideline/none')
}
