import {
  type Citation,
  type Draft,
  type Found,
  found,
  type GuidelineSide,
  type Span,
  span,
  trimmed,
  verbatim,
} from '../../document/index.ts'
import { sentences } from '../language/sentences.ts'
import { CHAPTERS, unpunctuated } from './mtus.ts'
import { otherCitations } from './other.ts'
import { topicsIn } from './topics.ts'

/**
 * What one side cited, in the sentences of the letters of 2013 and early 2014:
 *
 *     The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Opioids, pages 78-80,
 *     which is part of the MTUS, and the Official Disability Guidelines (ODG), Pain Chapter, which is not part of the MTUS.
 *
 * No such letter was read, so that nothing is taken apart but what is surely known: a chapter's title, its year and
 * pages. The words between stay one section; a work of no known name stays as it is written.
 */
export function proseSide(text: string): Draft<GuidelineSide> {
  const works = worksIn(text)
  const citations = works.flatMap(work => citationsOf(text, work))
  return { basis: basisOf(citations), citations }
}

/** "The Expert Reviewer based his/her decision on the", "The reviewer relied upon the" */
const INTRODUCTION = /\b(?:based (?:its|his\/her|his|her|their) decision|relied) (?:up)?on (?:the )?/i

/** "…, which is part of the MTUS, and the …": each work says for itself whether it is. */
const MEMBERSHIP =
  /[,;]? ?(?:(?:which (?:is|are)|a) )?(not )?(?:a )?part of the (?:MTUS|Medical Treatment Utilization Schedule(?: \(MTUS\))?)(?:[,;]? and (?:on )?(?:the )?|[,;.] ?)?/gi

interface Work extends Span {
  /** Whether the letter says that it is part of the MTUS; null: it does not say. */
  readonly isPart: boolean | null
}

/** "The MTUS is silent on gym memberships.", "The MTUS does not address this device.": nothing is cited there. */
const SILENT =
  /\b(?:MTUS|ACOEM|guidelines?)\b[^.]{0,40}? (?:(?:is|are) silent|(?:does|do) not (?:address|discuss|mention))\b/i

/** The first sentence names the works; what follows says why. */
function worksIn(text: string): Work[] {
  const sentence = sentences(text).find(({ start, end }) => !SILENT.test(text.slice(start, end)))
  if (!sentence) return []
  const introduction = INTRODUCTION.exec(text.slice(0, sentence.end))
  if (!introduction && !NAMED.test(text.slice(0, sentence.end))) return []
  let start = introduction ? introduction.index + introduction[0].length : sentence.start
  const works: Work[] = []
  for (const match of text.slice(0, sentence.end).matchAll(MEMBERSHIP)) {
    if (match.index < start) continue
    works.push({ ...span(start, match.index), isPart: match[1] === undefined })
    start = match.index + match[0].length
  }
  works.push({ ...span(start, sentence.end), isPart: null })
  return works.filter(work => unpunctuated(text, work).end > unpunctuated(text, work).start)
}

const CHAPTER = new RegExp(`(?<![A-Za-z])(${CHAPTERS})(?: (?:Treatment )?Guidelines?)?(?: Chapter)?(?![a-z])`, 'i')
const NAMED = new RegExp(`${CHAPTER.source}|\\b(?:MTUS|ACOEM|ODG|Official Disability Guidelines)\\b`, 'i')
const PAGES = /\b(?:page\(s\)|pages?|pp?\.|pgs?\.?):? ?(\d(?:[\d, &-]*\d)?)/gi
const YEAR = /(?<![\d/.-])((?:19|20)\d\d)(?![\d/-])/

function citationsOf(text: string, work: Work): Draft<Citation>[] {
  const words = text.slice(work.start, work.end)
  const chapter = CHAPTER.exec(words)
  if (chapter && work.isPart !== false) return chapterOf(text, work, chapter)
  const mtus = /\bMTUS\b[,:]? ?/.exec(words)
  if (work.isPart === true || mtus)
    return [unknownChapter(text, work, work.start + (mtus ? mtus.index + mtus[0].length : 0))]
  return otherCitations(text, work)
}

/** A chapter, once for each topic that has pages; where one names a work, what is cited goes on with that. */
function chapterOf(text: string, work: Span, chapter: RegExpExecArray): Draft<Citation>[] {
  const title = span(work.start + chapter.index, work.start + chapter.index + chapter[1]!.length)
  const topics = topicsIn(text, span(work.start + chapter.index + chapter[0].length, work.end), PAGES)
  const next = topics.slice(1).find(({ words }) => NAMED.test(text.slice(words.start, words.end)))
  const own = topics.filter(({ words }) => !next || words.start < next.words.start)
  const year = YEAR.exec(text.slice(work.start, next?.words.start ?? work.end))
  const citations = own.map(
    ({ words, pages }): Draft<Citation> => ({
      source: found('MTUS', title, 'guideline/prose-chapter'),
      title: verbatim(text, title, 'guideline/prose-chapter'),
      year:
        year &&
        found(Number(year[1]), span(work.start + year.index, work.start + year.index + 4), 'guideline/prose-year'),
      sections: sectionIn(text, words),
      pages: pages && verbatim(text, pages, 'guideline/prose-pages'),
    }),
  )
  return next ? [...citations, ...citationsOf(text, { ...span(next.words.start, work.end), isPart: null })] : citations
}

function sectionIn(text: string, words: Span) {
  const section = unbracketed(text, words)
  return section.end > section.start ? [verbatim(text, section, 'guideline/prose-section')] : []
}

/** The words after a chapter, without what only names its edition: "(ACOEM Practice Guidelines, 2nd Edition (2004)), Opioids". */
function unbracketed(text: string, range: Span): Span {
  const bare = unpunctuated(text, range)
  const edition = /^\((?:[^()]|\([^()]*\))*\)/.exec(text.slice(bare.start, bare.end))
  const isEdition = edition !== null && (YEAR.test(edition[0]) || edition[0].includes('ACOEM'))
  return isEdition ? unpunctuated(text, span(bare.start + edition[0].length, bare.end)) : bare
}

function unknownChapter(text: string, work: Span, from: number): Draft<Citation> {
  const title = trimmed(text, unpunctuated(text, span(from, work.end)))
  return {
    source: found('MTUS', title.end > title.start ? title : work, 'guideline/prose-unknown'),
    title: title.end > title.start ? verbatim(text, title, 'guideline/prose-unknown') : null,
    year: null,
    sections: [],
    pages: null,
  }
}

/** The basis rests on the first work that says it. */
function basisOf(citations: readonly Draft<Citation>[]): Found<GuidelineSide['basis'] & string> | null {
  const sources = citations.map(({ source }) => source as Found<Citation['source']>)
  const mtus = sources.find(({ value }) => value === 'MTUS')
  const first = mtus ?? sources[0]
  return first
    ? found<GuidelineSide['basis'] & string>(mtus ? 'mtus' : 'outside-mtus', first.spans, 'guideline/prose')
    : null
}
