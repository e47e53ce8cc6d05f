import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js'
import { type CaseRecord, type Draft, found, type Span, span, trimmed, verbatim } from '../document/index.ts'
import specialtiesFile from '../vocabulary/specialties.json' with { type: 'json' }
import statesFile from '../vocabulary/states.json' with { type: 'json' }
import type { CaseExtractor } from './extractor.ts'
import { phraseFinder } from './language/phrases.ts'

const findStates = phraseFinder(
  statesFile.states.flatMap(({ code, names }) => names.map(name => [name, code] as const)),
)

/** "State(s) of Licensure: California,North Carolina" up to the next line of the block */
const LICENSURE = /State\(s\) of Licensure: ?(.*?) ?(?=Certification\(s\)\/Specialty:|$)/
/** "Certification(s)/Specialty: Orthopedic Surgery, Sports Medicine" up to the end of the section */
const CERTIFICATION = /Certification\(s\)\/Specialty: ?(.*)$/
/** "is Board Certified in Physical Medicine Rehab, has a subspecialty in Neuromuscular Medicine and is licensed …" */
const CERTIFIED_PROSE = /\bis Board Certified in (.*?)(?=,? has a subspecialty|,? and is licensed|\.)/i
const SUBSPECIALTY_PROSE = /\bhas a subspecialty in (.*?)(?=,? and is licensed|\.)/i
/** "is licensed to practice in Maryland." */
const LICENSED_PROSE = /\blicensed to practice in (.*?)\./i

/** The longest of any real letter has 904 characters; it bounds what these patterns can be made to do. */
const LONGEST = 4000

/** Who reviewed: licences and specialties, from the block of three lines or from the running text of older letters. */
export const credentials: CaseExtractor = {
  name: 'credentials',
  reads: 'determination',
  extract: section => ({ reviewer: reviewerIn(section.slice(0, LONGEST)) }),
}

const reviewerIn = (text: string) => ({
  statesOfLicensure: captures(text, [LICENSURE, LICENSED_PROSE]).flatMap(part => states(text, part)),
  certifications: captures(text, [CERTIFICATION, CERTIFIED_PROSE, SUBSPECIALTY_PROSE]).flatMap(part =>
    namesIn(text, part).map(name => certification(text, name)),
  ),
})

function captures(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap(pattern => {
    const match = pattern.exec(text)
    if (!match?.[1]) return []
    const start = match.index + match[0].indexOf(match[1])
    return [span(start, start + match[1].length)]
  })
}

const states = (text: string, part: Span) =>
  findStates(text.slice(part.start, part.end)).map(state =>
    found(state.term, span(part.start + state.start, part.start + state.end), 'credentials/licensure'),
  )

/** No name of a specialty contains a comma, but some contain "and", so that lists are split at commas only. */
function namesIn(text: string, part: Span): Span[] {
  const names: Span[] = []
  for (let start = part.start; start < part.end; ) {
    const comma = text.indexOf(',', start)
    const end = comma < 0 || comma >= part.end ? part.end : comma
    names.push(trimmed(text, span(start, end)))
    start = end + 1
  }
  return names.filter(name => name.end > name.start)
}

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

/** The index's name of a specialty; a letter's slip of the pen ("Sports Medicinea") is forgiven. */
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
