import { matchAt, type Span, span } from '../../document/index.ts'
import { LevenshteinDistanceSearch } from '../../terminology/index.ts'
import guidelines from '../../vocabulary/terms/guidelines.json' with { type: 'json' }

/** The place at which a text names an MTUS chapter. */
export interface ChapterHead extends Span {
  /** The title as written, including "Guidelines" if it follows immediately. */
  readonly title: Span
  readonly year: Span | null
  /** "8 C.C.R. 9792.20 - 9792.26, MTUS (Effective July 18, 2009)", after the title: identifies the edition. */
  readonly regulation: Span | null
  readonly isKnown: boolean
  /** Whether it is known, and long enough to count as a title without its year. */
  readonly isSure: boolean
}

interface ChapterTerm {
  readonly title: string
  readonly regulation?: string
  readonly since?: string
}

const TERMS = guidelines.chapters as readonly ChapterTerm[]

/** Longest first, with spellings that vary between letters: "Hand, Wrist(,) and Forearm", "&" for "and". */
const titlesOf = (terms: readonly ChapterTerm[]): string =>
  terms
    .map(({ title }) => title)
    .sort((a, b) => b.length - a.length)
    .map(title => RegExp.escape(title).replace(/(?:\\x2c|,)?\\x20and\\x20/g, ',? (?:and|&) '))
    .join('|')

const ACOEM = String.raw`(?:American College of Occupational (?:and|&) Environmental Medicine(?:['’]?s)?(?: \(ACOEM\))?|ACOEM)(?:['’]s)?(?: (?:Occupational Medicine )?Practice)?(?: Guidelines?)?`
const YEAR = String.raw`(?:19|20)\d\d`
const EDITION = String.raw`\(?(?:2nd|second) (?:edition|ed\.?)\)?`
const NUMBER = String.raw`(?:\(chapter \d{1,2}\)|chapter \d{1,2}(?!\)))`

/** "ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12, " before the title of a chapter taken from there. */
const SOURCE = String.raw`(?:${ACOEM}[,:;]? ?(?:[–-] ?)?)?(?:${EDITION}[,;]? ?)?(?:\(?(?<edition>${YEAR})\)?[,;]? ?(?:[–-] ?)?)?(?:${NUMBER}[,:;]? ?(?:[–-] ?)?\(?)?`
const BRACKET = String.raw`(?:(?<=chapter \d{1,2}[,:;]? ?\([^()]{3,90})\))?`
const REGULATION = String.raw`(?:[,:]? \(?(?<regulation>8,? ?C\.? ?C\.? ?R\.?,? ?(?:§ ?){0,2}(?:sections? )?9792(?:\.\d{1,3})*(?: ?(?:[-–]|to|et seq\.?)(?: ?9792(?:\.\d{1,3})*)?)?(?:[,;]? MTUS)?(?:,? \((?:effective )?[A-Z][a-z]+ \d{1,2}, (?<effective>${YEAR})\))?)\)?)?`
const END = String.raw`(?![\w-])`

const headPattern = (titles: string): RegExp =>
  new RegExp(
    String.raw`(?<source>${SOURCE})(?<title>(?:${titles})(?: (?:Treatment )?Guidelines?)?)(?: chapter)?${BRACKET}(?:,? \(?(?:revised )?(?<year>${YEAR})\)?)?(?: Guidelines)?${REGULATION}${END}`,
    'diy',
  )

/** All titles, as alternatives of a pattern. */
export const TITLES = titlesOf(TERMS)

const KNOWN = headPattern(TITLES)
const ACOEM_ALONE = new RegExp(
  String.raw`(?<title>${ACOEM})(?:,? ${EDITION})?(?:,? \(?(?<year>${YEAR})\)?)?${END}`,
  'dy',
)
/** A chapter with an unknown title is recognized by its year. */
const UNKNOWN = new RegExp(
  String.raw`(?<title>[A-Z](?:(?!Section(?:\(s\)|s)?:|Page\(s\))[\w ,&():/’'-]){2,90}?),? \(?(?<year>${YEAR})\)?(?= Guidelines|[,.;]|$)`,
  'dy',
)

/** Chapters that are not part of the ACOEM guidelines: next to "ACOEM", each was a box of its own. */
const OWN = new RegExp(
  `^(?:${titlesOf(TERMS.filter(({ regulation, since }) => regulation?.startsWith('9792.24') && !since))})`,
  'i',
)

/** A single word, or two that are common in prose, name a chapter only with a year. */
const SURE = /\b(?:Complaints|Conditions|Disorders|Disease|Guidelines?|Treatment|ACOEM)\b|^ACOEM|\w+ \w+ \w+/i

/** The chapter whose title is at `at`: a known title, one with a few wrong letters, or any words with a year. */
export function titleAt(text: string, at: number): ChapterHead | null {
  const known = chapterAt(text, at)
  if (known && (known.year || OLDER.test(text.slice(known.title.start, known.title.end)))) return known
  return misspeltChapterAt(text, at) ?? unknownChapterAt(text, at) ?? known
}

/**
 * Titles that letters write without a year. Part of another title may be a known one: "Cervical and Thoracic Spine …".
 */
const OLDER = /Complaints|Treatment|Guidelines|ACOEM/i

/** The chapter named at `at`, by its title. */
export function chapterAt(text: string, at: number): ChapterHead | null {
  const known = matchAt(KNOWN, text, at)
  if (known && !isTwo(known)) return headOf(text, known)
  const alone = matchAt(ACOEM_ALONE, text, at)
  return alone && headOf(text, alone)
}

/** "ACOEM, Chronic Pain Treatment Guidelines" is two works; in "ACOEM Opioids" the second word is a topic. */
function isTwo({ groups }: RegExpExecArray): boolean {
  const { source, title, year } = groups as { source: string; title: string; year?: string }
  return (
    /ACOEM|American/.test(source) &&
    !/chapter \d/i.test(source) &&
    (year === undefined && !OLDER.test(title) ? true : /[,;] $/.test(source) && OWN.test(title))
  )
}

/** A chapter with an unknown title, with its year. */
export function unknownChapterAt(text: string, at: number): ChapterHead | null {
  const match = matchAt(UNKNOWN, text, at)
  return match && { ...headOf(text, match), isKnown: false, isSure: false }
}

function headOf(text: string, match: RegExpExecArray): ChapterHead {
  const indices = match.indices!.groups!
  const [start, end] = indices.title!
  const year = indices.year ?? indices.effective ?? indices.edition
  return {
    ...span(match.index, match.index + match[0].length),
    title: span(start, end),
    year: year ? span(...year) : null,
    regulation: indices.regulation ? span(...indices.regulation) : null,
    isKnown: true,
    isSure: SURE.test(text.slice(start, end)),
  }
}

/** How many letters of a title may be wrong: "Accupuncture Treatment", "Forewarm, Wrist, and Hand Complaints". */
const editsOf = (title: string): number => Math.min(3, Math.floor(title.length / 8))

/** How many letters of `title` the other text lacks, wherever they are: as many at least are wrong. */
function lacking(title: string, text: string): number {
  const left = new Map<string, number>()
  for (const letter of text) left.set(letter, (left.get(letter) ?? 0) + 1)
  let missing = 0
  for (const letter of title) {
    const count = left.get(letter) ?? 0
    if (count === 0) missing++
    else left.set(letter, count - 1)
  }
  return missing
}

/** The chapter at `at` whose title has a few wrong letters, but not the first. */
export function misspeltChapterAt(text: string, at: number): ChapterHead | null {
  const readings = TERMS.flatMap(({ title }) => {
    const edits = editsOf(title)
    const window = text.slice(at, at + title.length + edits)
    if (edits === 0 || window[0] !== title[0] || window.length < title.length - edits) return []
    if (lacking(title, window) > edits) return []
    const { offset, substring, distance } = LevenshteinDistanceSearch(title, window)
    const end = at + offset + substring.length
    return offset === 0 && distance <= edits && !/\w/.test(text[end] ?? ' ') ? [{ end, distance }] : []
  })
  if (readings.length === 0) return null
  const best = readings.reduce((one, next) => (score(next) > score(one) ? next : one))
  const rest = matchAt(AFTER, text, best.end)!
  const year = rest.indices!.groups!.year
  return {
    ...span(at, best.end + rest[0].length),
    title: span(at, best.end + rest.groups!.own!.length),
    year: year ? span(...year) : null,
    regulation: null,
    isKnown: true,
    isSure: true,
  }
}

/** Each wrong letter costs a title as much as several right ones gain. */
const score = ({ end, distance }: { readonly end: number; readonly distance: number }): number => end - 4 * distance

const AFTER = new RegExp(
  String.raw`(?<own>(?: (?:Treatment )?Guidelines?)?)(?:,? \(?(?<year>${YEAR})\)?)?(?: Guidelines)?`,
  'dy',
)
