import {
  type CaseRecord,
  type Draft,
  type Found,
  found,
  matchesOf,
  type Span,
  span,
  trimmed,
  verbatim,
} from '../document/index.ts'
import { JaroWinklerDistance, phraseFinder } from '../terminology/index.ts'
import specialtiesFile from '../vocabulary/terms/specialties.json' with { type: 'json' }
import statesFile from '../vocabulary/terms/states.json' with { type: 'json' }
import type { CaseExtractor } from './extractor.ts'

const findStates = phraseFinder(
  statesFile.states.flatMap(({ code, names }) => names.map(name => [name, code] as const)),
)

/** "State(s) of Licensure: California,North Carolina" up to the next line of the block */
const LICENSURE = /State\(s\) of Licensure: ?(.*?) ?(?=Certification\(s\)\/Specialty:|$)/g
/** "Certification(s)/Specialty: Orthopedic Surgery, Sports Medicine" up to the end of the section */
const CERTIFICATION = /Certification\(s\)\/Specialty: ?(.*)$/g
/** "…, has a subspecialty in", " and is licensed to", " and licensed in", " with a subspecialty in", "." */
const END = String.raw`(?=,? (?:and |with )?(?:is|has|holds|an?|licensed)\b|[.;]|$)`
/** "is Board Certified in Physical Medicine Rehab, has a subspecialty in …", "is board-certified in Internal Medicine." */
const CERTIFIED_PROSE = new RegExp(String.raw`\bboard[- ]certified in ([^.;]*?)${END}`, 'gi')
/** "has a subspecialty in Neuromuscular Medicine and is licensed …" */
const SUBSPECIALTY_PROSE = new RegExp(String.raw`\bsub-?specialty in ([^.;]*?)${END}`, 'gi')
/** "is licensed to practice in Maryland.", "holds a license in Nevada", "Licensed in the State of Ohio": "in Chiropractic", too */
const LICENSED_PROSE = new RegExp(
  String.raw`\blicen(?:sed|ses?)(?: to practice(?: medicine)?)? in ([^.;]*?)${END}`,
  'gi',
)

/** The longest in any real letter has 904 characters; the limit keeps these patterns from taking long. */
const LONGEST = 4000

/** Licences and specialties of the reviewer, from the three-line block or from the running text of older letters. */
export const credentials: CaseExtractor = {
  name: 'credentials',
  reads: 'determination',
  extract: section => ({ reviewer: reviewerIn(section.slice(0, LONGEST)) }),
}

const reviewerIn = (text: string) => {
  const licences = captures(text, LICENSED_PROSE)
  const names = [CERTIFICATION, CERTIFIED_PROSE, SUBSPECIALTY_PROSE].flatMap(pattern =>
    captures(text, pattern).flatMap(part => namesIn(text, part)),
  )
  // "is licensed in Chiropractic": a profession.
  const professions = licences.flatMap(part => namesIn(text, part)).filter(name => isSpecialty(text, name))
  return {
    statesOfLicensure: distinct([...captures(text, LICENSURE), ...licences].flatMap(part => states(text, part))),
    certifications: [...names, ...professions].sort((a, b) => a.start - b.start).map(name => certification(text, name)),
  }
}

function captures(text: string, pattern: RegExp): Span[] {
  return matchesOf(text, pattern)
    .filter(match => match[1])
    .map(match => {
      const start = match.index + match[0].indexOf(match[1]!)
      return span(start, start + match[1]!.length)
    })
}

const states = (text: string, part: Span): Found<string>[] =>
  findStates(text.slice(part.start, part.end)).map(state =>
    found<string>(state.term, span(part.start + state.start, part.start + state.end), 'credentials/licensure'),
  )

/** Whether the list of licences names something that is not a state. */
export function unknownStates(section: string): boolean {
  const text = section.slice(0, LONGEST)
  const states = captures(text, LICENSED_PROSE).filter(part => !namesIn(text, part).some(one => isSpecialty(text, one)))
  return [...captures(text, LICENSURE), ...states].some(part => {
    const words = text.slice(part.start, part.end)
    const left = findStates(words).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), words)
    return /[A-Za-z]{2}/.test(left.replace(/\b(?:and|the|states?|of|commonwealth|district)\b/gi, ''))
  })
}

const distinct = (names: readonly Found<string>[]): Found<string>[] =>
  names.filter(({ value }, at) => names.findIndex(other => other.value === value) === at)

/** Names of specialties contain no commas, so lists are split there. */
function namesIn(text: string, part: Span): Span[] {
  const names: Span[] = []
  for (let start = part.start; start < part.end; ) {
    const comma = text.indexOf(',', start)
    const end = comma < 0 || comma >= part.end ? part.end : comma
    names.push(...atAnd(text, withoutAnd(text, trimmed(text, span(start, end)))))
    start = end + 1
  }
  return names.filter(name => name.end > name.start)
}

/** ", and Sports Medicine" */
const withoutAnd = (text: string, { start, end }: Span): Span =>
  span(text.slice(start, end).startsWith('and ') ? start + 'and '.length : start, end)

/** Some names contain "and": the parts are separate if each is a specialty, "Internal Medicine and Rheumatology". */
function atAnd(text: string, name: Span): Span[] {
  if (isSpecialty(text, name)) return [name]
  for (const { index } of matchesOf(text.slice(name.start, name.end), / and /g)) {
    const one = span(name.start, name.start + index)
    const others = atAnd(text, span(one.end + ' and '.length, name.end))
    if ([one, ...others].every(each => isSpecialty(text, each))) return [one, ...others]
  }
  return [name]
}

const isSpecialty = (text: string, { start, end }: Span): boolean => byName.has(key(text.slice(start, end)))

type Certification = CaseRecord['reviewer']['certifications'][number]

function certification(text: string, name: Span): Draft<Certification> {
  const specialty = normalize(text.slice(name.start, name.end))
  return {
    text: verbatim(text, name, 'credentials/certification'),
    specialty: specialty === null ? null : found(specialty, name, 'credentials/specialty'),
  }
}

const byName = new Map(
  specialtiesFile.specialties.flatMap(({ name, synonyms }) =>
    [name, ...synonyms].map(one => [key(one), name] as const),
  ),
)

/** The name of a specialty as the index has it; small errors in the letter ("Sports Medicinea") are tolerated. */
function normalize(written: string): string | null {
  const exact = byName.get(key(written))
  if (exact) return exact
  const ranked = Array.from(byName, ([known, name]) => ({ name, likeness: JaroWinklerDistance(key(written), known) }))
  const best = ranked.reduce((a, b) => (b.likeness > a.likeness ? b : a))
  return best.likeness >= 0.97 ? best.name : null
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
