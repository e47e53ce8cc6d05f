import {
  type Citation,
  type Draft,
  found,
  matchAt,
  matchesOf,
  type Span,
  span,
  verbatim,
} from '../../document/index.ts'
import wordings from '../../vocabulary/context/citations.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { type ChapterHead, chapterAt, misspeltChapterAt, unknownChapterAt } from './chapters.ts'
import { AND, isPunctuation, unjoined, unpunctuated } from './edges.ts'
import { afterSchedule, namingsIn, startsWork, TITLE } from './names.ts'
import { otherCitations } from './other.ts'
import { splitSections } from './sections.ts'
import { pagesFound, type Topic, topicsIn } from './topics.ts'
import { MEMBERSHIP } from './wordings.ts'

const wording = patternsOf(wordings)

/** A work in a list in prose. */
export interface Work extends Span {
  /** Whether the letter says that it is part of the MTUS; null if it does not say. */
  readonly isPart: boolean | null
}

/**
 * Between works. Titles contain each of these too, so only "and on" is enough by itself; the others need a known work
 * after them.
 */
const JOINT = new RegExp(`[,;.]? ${AND}(?<on> (?:up)?on)?(?: the)? |[,;.] (?:the )?`, 'gi')

/** The works of a list, each with its own statement about the MTUS: "…, which is part of the MTUS, and on the …". */
export function worksIn(text: string, list: Span): Work[] {
  const words = text.slice(0, list.end)
  const works: Work[] = []
  let start = list.start
  const cut = (end: number, next: number, isPart: boolean | null): void => {
    if (!isPunctuation(text, span(start, end))) works.push({ ...unjoined(text, span(start, end)), isPart })
    start = next
  }
  for (const { index, 0: said, groups } of marksIn(words, list)) {
    if (index < start) continue
    if (groups?.member !== undefined) cut(index, index + said.length, (groups.not ?? groups.neither) === undefined)
    else if (isJoint(words, span(start, index), index + said.length, groups?.on !== undefined))
      cut(index, index + said.length, null)
  }
  cut(list.end, list.end, null)
  return works
}

const MARKS = new RegExp(`(?<member>${MEMBERSHIP.source})|${JOINT.source}`, 'gi')

const marksIn = (text: string, { start }: Span): readonly RegExpExecArray[] => matchesOf(text, MARKS, start)

/** Whether a new work begins at `next`, rather than a chapter of the work `before`: "MTUS, Knee Complaints". */
function isJoint(text: string, before: Span, next: number, hasOn: boolean): boolean {
  if (isOpen(text.slice(before.start, before.end))) return false
  if (hasOn) return true
  if (!startsWork(text, next)) return false
  const own = unjoined(text, before)
  const at = afterSchedule(text, own.start)
  const isChapter = chapterAt(text, next) !== null
  if (at >= own.end) return !isChapter
  const head = chapterAt(text, at)
  return head === null || head.end <= before.end
}

/** Inside brackets. */
const isOpen = (words: string): boolean =>
  words.lastIndexOf('(') > words.lastIndexOf(')') || /\([^()]*\([^()]*\)[^()]*$/.test(words)

/** The citations of one work. */
export function workCitations(text: string, work: Work): Draft<Citation>[] {
  const at = afterSchedule(text, work.start)
  const head = work.isPart === false ? null : headIn(text, span(at, work.end))
  if (head) return chapterCitations(text, work, head)
  const isSchedule = at > work.start
  const [naming] = namingsIn(text, work)
  const isOther = naming?.source === 'ODG' || !(work.isPart || isSchedule)
  return isOther ? otherCitations(text, afterLabel(text, work)) : [unknownWork(text, work, at)]
}

/** "Non-MTUS Citation: " */
const LABEL = /^Non-? ?MTUS(?: Citations?)?[:,]? ?/i

const afterLabel = (text: string, { start, end }: Span): Span =>
  span(start + (LABEL.exec(text.slice(start, end))?.[0].length ?? 0), end)

/** The work as a chapter, unless it is a chapter of another work: "ODG, Knee Complaints". */
function headIn(text: string, work: Span): ChapterHead | null {
  const words = text.slice(0, work.end)
  const atStart = chapterAt(words, work.start)
  if (atStart && (atStart.isSure || atStart.year)) return atStart
  const [naming] = namingsIn(text, work)
  for (const { index } of matchesOf(words.slice(work.start), TITLE)) {
    const head = chapterAt(words, work.start + index)
    if (head?.isSure && !(naming && naming.start < head.start)) return head
  }
  return misspeltChapterAt(words, work.start)
}

/**
 * "(ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12)", ", 2009,", ", Chapter 12": only identifies the
 * edition.
 */
const EDITION =
  /(?:,? ?\(?chapter \d{1,2}\)?)?(?:,? ?(?<bracket>\((?:[^()]|\([^()]*\)){1,120}\)))?(?:,? ?(?<year>(?:19|20)\d\d)\b)?(?:,? ?\(?chapter \d{1,2}\)?)?/iy
const YEAR = /\b(?:19|20)\d\d\b/
const OF_EDITION = /ACOEM|edition|chapter/i

/** One citation for each topic with pages. A topic may also precede the title: "page 9 of the …". */
function chapterCitations(text: string, work: Span, head: ChapterHead): Draft<Citation>[] {
  const { edition, year } = editionOf(text, head, work.end)
  const from = afterSchedule(text, work.start)
  const before = BEFORE_TITLE.exec(text.slice(from, head.start))?.index ?? head.start - from
  const [ahead] = topicsIn(text, span(from, from + before)) as [Topic]
  const after = topicsIn(text, span(edition.end, work.end))
  const topics = isEmpty(text, ahead) ? after : joinedTopics(text, ahead, after)
  return topics.map(topic => citationOf(text, { ...head, year, edition }, topic))
}

/** "page 9 of the", "Opioids section in the" */
const BEFORE_TITLE = /,? ?\b(?:of|in|from|within)(?: the)?(?: ?(?:California )?MTUS,?)? ?$/i

/**
 * "Opioids section of the Chronic Pain Medical Treatment Guidelines, page 78": one has the words, the other the pages.
 */
function joinedTopics(text: string, ahead: Topic, [first, ...rest]: readonly Topic[]): Topic[] {
  const words = [ahead, first!].filter(topic => hasWords(text, topic.words))
  const pages = [ahead, first!].flatMap(topic => topic.pages ?? [])
  const isOne = words.length < 2 && pages.length < 2
  return [...(isOne ? [{ words: (words[0] ?? ahead).words, pages: pages[0] ?? null }] : [ahead, first!]), ...rest]
}

const isEmpty = (text: string, { words, pages }: Topic): boolean => pages === null && !hasWords(text, words)
const hasWords = (text: string, { start, end }: Span): boolean => /\w/.test(text.slice(start, end))

function editionOf(text: string, head: ChapterHead, end: number): { edition: Span; year: Span | null } {
  const none = { edition: span(head.end, head.end), year: head.year }
  // A chapter is a part of the ACOEM guidelines.
  if (/ACOEM|American/.test(text.slice(head.title.start, head.title.end))) return none
  const match = matchAt(EDITION, text.slice(0, end), head.end)!
  const { bracket, year } = match.groups!
  // A bracket that does not identify an edition belongs to the topic.
  if (bracket !== undefined && !YEAR.test(bracket) && !OF_EDITION.test(bracket)) return none
  const edition = span(head.end, head.end + match[0].length)
  const written = (bracket === undefined ? null : YEAR.exec(bracket)?.[0]) ?? year
  const at = written === undefined ? -1 : text.indexOf(written, edition.start)
  return { edition, year: head.year ?? (at < 0 ? null : span(at, at + 4)) }
}

interface EditedChapter extends ChapterHead {
  readonly edition: Span
}

function citationOf(
  text: string,
  { start, title, year, regulation, edition }: EditedChapter,
  topic: Topic,
): Draft<Citation> {
  const rule = 'guideline/prose-chapter'
  const places = [span(start, title.end), ...(regulation ? [regulation] : []), edition].filter(
    place => place.end > place.start,
  )
  return {
    source: found<'MTUS'>('MTUS', places, rule),
    title: verbatim(text, title, rule),
    year: year && found(Number(text.slice(year.start, year.end)), year, 'guideline/prose-year'),
    sections: sectionsIn(text, topic.words),
    pages: topic.pages && pagesFound(text, topic.pages, 'guideline/prose-pages'),
  }
}

/** "section on Opioids", "the sections entitled", "Opioids section of the" */
const CUE = wording('before-section')
const CUE_BEHIND = wording('behind-section')

function sectionsIn(text: string, words: Span) {
  const bare = unpunctuated(text, words)
  const cue = CUE.exec(text.slice(bare.start, bare.end))?.[0].length ?? 0
  const after = CUE_BEHIND.exec(text.slice(bare.start + cue, bare.end))?.[0].length ?? 0
  const list = unpunctuated(text, span(bare.start + cue, bare.end - after))
  return hasWords(text, list) ? splitSections(text, list) : []
}

/** A part of the MTUS with an unknown title, or the MTUS as a whole. */
function unknownWork(text: string, work: Work, at: number): Draft<Citation> {
  const rule = 'guideline/prose-unknown'
  const words = text.slice(0, work.end)
  const head = unknownChapterAt(words, at)
  const [{ words: own, pages }] = topicsIn(text, span(head?.end ?? at, work.end)) as [Topic]
  const title = head?.title ?? unpunctuated(text, own)
  return {
    source: found('MTUS', title.end > title.start ? title : work, rule),
    title: title.end > title.start ? verbatim(text, title, rule) : null,
    year: head?.year
      ? found(Number(text.slice(head.year.start, head.year.end)), head.year, 'guideline/prose-year')
      : null,
    sections: head ? sectionsIn(text, own) : [],
    pages: pages && pagesFound(text, pages, 'guideline/prose-pages'),
  }
}
