import {
  type BodyPart,
  type Draft,
  found,
  remembered,
  type Side,
  type Site,
  type Span,
  span,
} from '../../document/index.ts'
import bodyParts from '../../vocabulary/terms/body-parts.json' with { type: 'json' }
import { type Phrase, phraseFinder } from '../phrases.ts'
import { corrected } from '../speller.ts'
import { type SideWord, sidesIn } from './sides.ts'

/** Headings and diagnoses are far shorter; the limit keeps a hostile letter from taking seconds. */
const LONGEST = 2000

/**
 * The body sites of a phrase: "strain of the left hip and knee" is the left hip and the left knee, "shoulders" are
 * both, "carpal tunnel syndrome" is the wrist without naming it. Parts come from the phrase's own words; a side
 * precedes its part ("right shoulder"), follows it ("shoulder pain, right") or is shared in a list. The letter of
 * "L-spine" is no side.
 */
export const findSites: (phrase: string) => readonly Draft<Site>[] = remembered(sitesIn, 500)

function sitesIn(phrase: string): readonly Draft<Site>[] {
  const text = phrase.slice(0, LONGEST).replaceAll('(s)', '   ')
  const mentions = partsIn(text)
  if (mentions.length === 0) return []
  const sides = sidesIn(text).filter(side => !mentions.some(({ at }) => at.start <= side.start && side.end <= at.end))
  const free = sides.filter(side => !attach(text, side, mentions))
  if (sides.length === 1 && free.length === 1) claim(free[0]!, mentions)
  shareSides(text, mentions)
  atLevels(text, mentions)
  return draftsOf(settle(text, mentions))
}

interface SiteEntry {
  readonly term: string
  /** `null` marks words that merely look like a part: "face to face". */
  readonly part: string | readonly string[] | null
  /** The plural that means both sides; "fingers" has none, since they may all be of one hand. */
  readonly plural?: string
  /** The side that the term itself includes: "RUE". */
  readonly side?: string
  /** Implied by the name of a condition or structure; an explicit limb refines it. */
  readonly implied?: boolean
  /** Implied only if nothing else is named. */
  readonly weak?: boolean
}

interface Named {
  readonly parts: readonly BodyPart[]
  readonly side: Side | null
  readonly plural: boolean
  readonly implied: boolean
  readonly weak: boolean
}

interface SiteMention {
  readonly at: Span
  readonly named: Named
  readonly part: BodyPart
  side: { readonly value: Side; readonly at: Span; readonly rule: string } | null
}

const named = (entry: SiteEntry, plural: boolean): Named => ({
  parts: (entry.part === null ? [] : [entry.part].flat()) as BodyPart[],
  side: (entry.side as Side | undefined) ?? null,
  plural,
  implied: entry.implied ?? false,
  weak: entry.weak ?? false,
})

const partNames = (bodyParts as readonly SiteEntry[]).flatMap(entry => [
  [entry.term, named(entry, false)] as const,
  ...(entry.plural ? [[entry.plural, named(entry, true)] as const] : []),
])

// "sholder", "cervial spine"
const partFinder = phraseFinder(
  partNames,
  [],
  corrected(() => partNames.map(([name]) => name)),
)

const partsIn = (text: string): SiteMention[] => partFinder(text).flatMap(hit => mentionsOf(hit))

function mentionsOf({ term, start, end }: Phrase<Named>): SiteMention[] {
  const at = span(start, end)
  const side = term.side && { value: term.side, at, rule: 'sites/abbreviation' }
  return term.parts.map(part => ({ at, named: term, part, side: side || null }))
}

// "right anterior knee", "left-sided low back", "left ring and little finger": at most three words, within the same
// phrase, between a side and its part.
const BEFORE_PART =
  /^[-\s.)]*(?:(?:(?:thumb|index|middle|long|ring|little|small|great|second|third|fourth|fifth)(?:,|,? and|\/| or)? ?){1,4}|(?:(?!and\b|or\b|with\b|to\b)[a-z0-9-]+[\s]+){0,3})$/i
// "carpal tunnel syndrome, right", "knee (left)", "wrist pain on the right".
const AFTER_PART = /^(?:\s+[a-z-]+){0,4}[,\s(-]*$/i

/** Gives a side to the part next to it, if there is one. */
function attach(text: string, side: SideWord, mentions: readonly SiteMention[]): boolean {
  const next = mentions.find(mention => mention.at.start >= side.end)
  const previous = mentions.findLast(mention => mention.at.end <= side.start)
  if (next && joins(BEFORE_PART, text, side.end, next.at.start)) give(next, side, 'sites/side-before')
  else if (previous && joins(AFTER_PART, text, previous.at.end, side.start)) give(previous, side, 'sites/side-after')
  else return false
  return true
}

/** "left contusion of muscle of the thigh", "inguinal hernia without obstruction, right": the only side, of the only part. */
function claim(side: SideWord, mentions: readonly SiteMention[]): void {
  const parts = new Set(mentions.map(({ part }) => part))
  if (parts.size === 1 && mentions.every(mention => !mention.side))
    give(mentions[0]!, side, side.end <= mentions[0]!.at.start ? 'sites/side-before' : 'sites/side-after')
}

const joins = (gap: RegExp, text: string, from: number, to: number): boolean =>
  to - from <= 60 && gap.test(text.slice(from, to))

function give(mention: SiteMention, side: SideWord, rule: string): void {
  mention.side ??= { value: side.side, at: span(side.start, side.end), rule }
}

// "right shoulder and elbow", "left wrist/hand", "bilateral shoulder, elbow, and wrist", "left lumbar muscles, gluteus".
const COORDINATED =
  /^(?:[\s-]*(?:muscles?|musculature|paraspinals?|joints?|region|area|tendons?))?[\s,/&-]*(?:and\/or|and|or)?\s*(?:the\s+)?$/i

// The midline of the body has no side, so "left shoulder and neck" does not make the neck a left one.
// biome-ignore format: a list of names
export const PAIRED: ReadonlySet<BodyPart> = new Set<BodyPart>(['eye', 'ear', 'shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand',
  'finger', 'hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot', 'toe', 'upper-extremity', 'lower-extremity'])

function shareSides(text: string, mentions: readonly SiteMention[]): void {
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1]
    if (mention.side || !PAIRED.has(mention.part)) continue
    if (mention.named.plural) mention.side = { value: 'bilateral', at: mention.at, rule: 'sites/plural' }
    else if (previous?.side && joins(COORDINATED, text, previous.at.end, mention.at.start))
      mention.side = { ...previous.side, rule: 'sites/side-shared' }
  }
}

// "laceration of tendon of left index finger at wrist and hand level", "strain at wrist level, left arm": the level lies in
// the limb whose side is stated.
function atLevels(text: string, mentions: readonly SiteMention[]): void {
  const sided = mentions.filter(({ side, part }) => side && PAIRED.has(part))
  if (new Set(sided.map(({ side }) => side!.value)).size !== 1) return
  for (const mention of mentions)
    if (!mention.side && PAIRED.has(mention.part) && LEVEL.test(text.slice(mention.at.end)))
      mention.side = { ...sided[0]!.side!, rule: 'sites/side-shared' }
}

const LEVEL = /^(?: and [a-z]+(?: [a-z]+)?)? level\b/i

/** Drops mentions that another one covers, and gives each remaining one a part and side. */
function settle(text: string, mentions: readonly SiteMention[]): readonly SiteMention[] {
  const strong = mentions.filter(({ named }) => !named.weak)
  const digits = strong.length > 0 ? digitsOf(text, strong) : mentions
  return distinct(withoutLimbs(text, digits))
}

const TOED: readonly BodyPart[] = ['foot', 'toe']
const DIGIT = /^(?:digit|phala|nail)|interphalangeal/i

// "right foot 2nd digit" is a toe and not the foot; "fingers of the right hand" is not the hand.
function digitsOf(text: string, mentions: readonly SiteMention[]): readonly SiteMention[] {
  const ofFoot = mentions.some(({ part }) => TOED.includes(part))
  const digits = mentions.map(mention =>
    ofFoot && mention.part === 'finger' && DIGIT.test(text.slice(mention.at.start, mention.at.end))
      ? { ...mention, part: 'toe' as const }
      : mention,
  )
  return digits.filter((mention, index) => {
    const digit = [digits[index - 1], digits[index + 1]].find(other => other && holds(text, mention, other))
    if (digit) digit.side ??= mention.side
    return !digit
  })
}

function holds(text: string, whole: SiteMention, digit: SiteMention): boolean {
  const fits = (whole.part === 'hand' && digit.part === 'finger') || (whole.part === 'foot' && digit.part === 'toe')
  if (!fits) return false
  const [first, last] = whole.at.start < digit.at.start ? [whole, digit] : [digit, whole]
  return !/[,;/]|\band\b/i.test(text.slice(first.at.end, last.at.start))
}

/** The parts of each limb. */
export const LIMBS = {
  'upper-extremity': ['shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand', 'finger'],
  'lower-extremity': ['hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot', 'toe'],
} as const satisfies Partial<Record<BodyPart, readonly BodyPart[]>>

const partsOf = (limb: BodyPart): readonly BodyPart[] =>
  (LIMBS as Partial<Record<BodyPart, readonly BodyPart[]>>)[limb] ?? []

// "carpal tunnel syndrome, left upper limb", "strain at wrist level, left arm": the limb only indicates which wrist.
function withoutLimbs(text: string, mentions: readonly SiteMention[]): readonly SiteMention[] {
  return mentions.filter(limb => {
    const parts = partsOf(limb.part)
    const within = mentions.filter(({ part }) => parts.includes(part))
    const appended = limb.side !== null && within.length === 1 && /, $/.test(text.slice(0, limb.side.at.start))
    const implied = within.find(({ named, side }) => (named.implied || appended) && !side)
    if (implied) implied.side = limb.side
    return !implied && !within.some(({ at }) => LEVEL.test(text.slice(at.end)))
  })
}

function distinct(mentions: readonly SiteMention[]): readonly SiteMention[] {
  return mentions.filter((mention, index) => {
    const same = (other: SiteMention) => other.part === mention.part && other.side?.value === mention.side?.value
    if (mentions.findIndex(same) < index) return false
    return mention.side !== null || !mentions.some(({ part, side }) => part === mention.part && side !== null)
  })
}

const draftsOf = (mentions: readonly SiteMention[]): Draft<Site>[] =>
  mentions.map(({ at, part, side, named }) => ({
    part: found(part, at, named.implied ? 'sites/implied' : 'sites/part'),
    side: side && found(side.value, side.at, side.rule),
  }))
