import { type Citation, matchAt, matchesOf, type Span, span } from '../../document/index.ts'
import guidelines from '../../vocabulary/terms/guidelines.json' with { type: 'json' }
import { chapterAt, TITLES } from './chapters.ts'
import { SCHEDULE } from './wordings.ts'

type Source = Citation['source']

/** The place at which a text names a known work. */
export interface SourceNaming extends Span {
  readonly source: Source
}

/** Case and the kind of apostrophe are ignored. */
const plain = (name: string): string => name.toLowerCase().replaceAll('’', "'")

const bySource = new Map(
  guidelines.sources.flatMap(({ source, names }) => names.map(name => [plain(name), source as Source] as const)),
)
const NAMES = [...bySource.keys()]
  .sort((a, b) => b.length - a.length)
  .map(name => RegExp.escape(name).replaceAll('\\x27', "['’]"))
  .join('|')
const NAME = new RegExp(`(?<![\\w/.])(?:${NAMES})(?!\\w|-\\w)`, 'gi')

/** All known works outside the MTUS named inside `part`, in order. */
export const namingsIn = (text: string, part: Span): SourceNaming[] =>
  matchesOf(text.slice(part.start, part.end), NAME).map(match => ({
    ...span(part.start + match.index, part.start + match.index + match[0].length),
    source: bySource.get(plain(match[0]))!,
  }))

/** The same before the title of a chapter: "MTUS Guidelines -". */
const BEFORE_TITLE = new RegExp(String.raw`${SCHEDULE.source}(?![\w-])(?: guidelines?\b)?[,:;]? ?(?:[–-] ?)?`, 'iy')

/** The end of the schedule's name at `at`; `at` itself if there is none. */
export const afterSchedule = (text: string, at: number): number =>
  at + (matchAt(BEFORE_TITLE, text, at)?.[0].length ?? 0)

const OUTSIDE_NAME = new RegExp(`(?:Non-? ?MTUS|${NAMES})(?![\\w-])`, 'iy')

/** Whether a known work begins at `at`. */
export function startsWork(text: string, at: number): boolean {
  if (matchAt(OUTSIDE_NAME, text, at) || afterSchedule(text, at) > at) return true
  const head = chapterAt(text, at)
  return head !== null && (head.isSure || head.year !== null)
}

/** A chapter's title anywhere in a text. */
export const TITLE = new RegExp(`(?<![A-Za-z])(?:${TITLES})(?![a-z])`, 'gi')
