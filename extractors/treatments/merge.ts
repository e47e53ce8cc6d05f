import type { Draft, Site, Span } from '../../document/index.ts'
import wordings from '../../vocabulary/context/mentions.json' with { type: 'json' }
import { patternsOf } from '../language/named-patterns.ts'
import { LONGEST_SENTENCE } from '../language/sentences.ts'
import { STUDIES } from './hit.ts'
import type { Mention } from './mentions.ts'
import { familyOf, fullName, type InterventionReading, mentionKey, mentionWords, read } from './readings.ts'
import { isReference, namedInterventions } from './references.ts'
import { scannedApart, withoutNamedApart } from './scans.ts'

const wording = patternsOf(wordings)

/** One intervention of a summary, in its best wording. */
export interface Merged {
  readonly mention: Mention
  /** The mention that determines the status. */
  readonly deciding: Mention
}

interface Group {
  best: InterventionReading
  readonly readings: InterventionReading[]
  /** Its distinct readings: a summary may name one drug ten thousand times. */
  readonly different: Map<string, InterventionReading>
}

/**
 * Each intervention once: "PT" and "physical therapy for the neck" are one; PT for the neck and for the knee are two.
 */
export function merge(summary: string, mentions: readonly Mention[]): Merged[] {
  const groups = new Map<string, Group[]>()
  const all: Group[] = []
  const named = namedInterventions(summary, mentions)
  const scanned = scannedApart(summary, mentions)
  for (const mention of mentions.map(mention => withoutNamedApart(summary, mention, scanned))) {
    const reference = isReference(mention, named, summary)
    if (reference && mention.term.use !== null) continue
    const reading = read(summary, mention, scanned)
    const key = mentionKey(summary, mention)
    const same = groups.get(key) ?? []
    const group = same.find(group => belongs(summary, group, reading))
    if (group) join(group, reading)
    else if (!reference) {
      const opened = { best: reading, readings: [], different: new Map() }
      join(opened, reading)
      groups.set(key, [...same, opened])
      all.push(opened)
    }
  }
  return all
    .map(group => ({ group, mention: group.best.mention, deciding: deciding(summary, group) }))
    .filter((each, _, others) => !others.some(other => isNamedBy(summary, each, other)))
    .map(({ mention, deciding }) => ({ mention, deciding }))
}

/** "surgery", or "right shoulder surgery", is the right shoulder arthroscopy that the summary names too. */
function isNamedBy(summary: string, one: Merged & { group: Group }, other: Merged & { group: Group }): boolean {
  const [general, specific] = [one.mention.term, other.mention.term]
  if (general.kind !== 'surgery' || specific.kind !== 'surgery') return false
  if (specific.subcategory === 'Adjunct Surgical Services' || one.deciding.status !== other.deciding.status)
    return false
  const [{ sites }, wide] = [one.group.best, other.group.best.sites]
  if (sites.length > 0 && !covers(wide, sites)) return false
  const [words, more] = [fullName(summary, one.mention), fullName(summary, other.mention)]
  if (isPartOf(words, more)) return general.concept !== specific.concept
  return general.use === 'generic' && specific.use !== 'generic' && !isPartOf(more, words)
}

// "knee arthroscopy" is the arthroscopic meniscectomy of that knee.
const isPartOf = (general: readonly string[], specific: readonly string[]): boolean =>
  general.length > 0 && general.length < specific.length && general.every(word => specific.includes(word))

/**
 * Received wins if both apply. A mention without a cue says that the thing was received only where the summary first
 * names it: "was kept in a boot. A boot was denied". A later one refers to what was asked for.
 */
function deciding(summary: string, { readings, best }: Group): Mention {
  const all = readings.map(({ mention }) => mention)
  const stated = all.filter((mention, position) => mention.cue || (position === 0 && tells(summary, mention)))
  const considered = stated.length > 0 ? stated : all
  return considered.find(({ status }) => status === 'received') ?? considered[0] ?? best.mention
}

// "the | boot" refers to what was named elsewhere, "indications for | surgery" to none that took place.
const tells = (summary: string, { start }: Span): boolean =>
  !NOT_TELLING.test(summary.slice(Math.max(0, start - 24), start))
const NOT_TELLING = wording('not-telling')

// "lumbar epidural steroid injection" and "L4-5 epidural injection" may be one, "medial meniscectomy" and "synovectomy" not.
const included = (one: readonly string[], other: readonly string[]): boolean =>
  one.every(word => other.includes(word)) || other.every(word => one.includes(word))

function join(group: Group, reading: InterventionReading): void {
  // A course for several places goes by the name that fits all of them.
  const several = group.different.values().some(other => !together(other, reading))
  const plain = several && isCourse(reading, group.different) && group.readings.find(({ sites }) => sites.length === 0)
  if (plain) group.best = plain
  else if (better(reading, group.best)) group.best = reading
  group.readings.push(reading)
  group.different.set(JSON.stringify([reading.mention.term.concept, { ...reading, mention: null }]), reading)
}

// "Ultram 50 mg" is better than "Ultram", "MRI of the knee" than "MRI"; otherwise the first wording stays.
const better = (one: InterventionReading, other: InterventionReading): boolean =>
  (one.mention.term.use !== 'generic' && other.mention.term.use === 'generic') ||
  (one.strength !== null && other.strength === null) ||
  (one.mixture.length > 0 && other.mixture.length === 0) ||
  (other.bracketed && !one.bracketed) ||
  (one.sites.length > 0 && other.sites.length === 0)

/** Whether it is the thing of a group: its site is part of one that the group has, or no site of the group differs. */
function belongs(summary: string, { different, best }: Group, reading: InterventionReading): boolean {
  const placed =
    isCourse(reading, different) ||
    (best.mention.status === reading.mention.status && covers(best.sites, reading.sites))
  return different.values().every(other => agree(summary, other, reading) && (placed || together(other, reading)))
}

// "physical therapy" that was had, and is asked for the neck and for the knee
const isCourse = ({ mention }: InterventionReading, different: Group['different']): boolean =>
  mention.term.kind === 'therapy' && different.values().some(({ sites }) => sites.length === 0)

// "EMG of both arms" was requested, "EMG of the left arm" authorized.
const covers = (wide: readonly Draft<Site>[], narrow: readonly Draft<Site>[]): boolean =>
  narrow.length > 0 && narrow.every(site => wide.some(other => meet(site, other) || isBothOf(other, site)))

const isBothOf = (both: Draft<Site>, one: Draft<Site>): boolean =>
  both.side?.value === 'bilateral' && both.part.value === one.part.value

function agree(summary: string, one: InterventionReading, other: InterventionReading): boolean {
  if (!sameThing(summary, one, other) || apart(one.levels, other.levels)) return false
  if (one.strength && other.strength && one.strength !== other.strength) return false
  if (isPartly(one, other) || isPartly(other, one) || areMixed(one.mixture, other.mixture)) return false
  if (isRedone(one, other) || isRedone(other, one)) return false
  if (isOtherDevice(one, other) || isOtherDevice(other, one)) return false
  return included(one.name, other.name)
}

/** "hip and lumbar x-rays were taken, and a lumbar x-ray was requested": two tests. */
const isPartly = (one: InterventionReading, part: InterventionReading): boolean =>
  one.joint && !part.joint && part.sites.length > 0 && one.mention.start < part.mention.start

/** "compound with baclofen" and "compound with ketoprofen": two drugs. */
const areMixed = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !included(one, other)

/** "had an amputation, and a revision amputation was requested": two operations. */
const isRedone = (one: InterventionReading, other: InterventionReading): boolean =>
  one.name.includes('revision') && !other.name.includes('revision') && one.mention.status !== other.mention.status

/** "was given a sling, and an abduction sling was requested": two devices. */
const isOtherDevice = (one: InterventionReading, other: InterventionReading): boolean =>
  one.mention.term.kind === 'device' &&
  one.mention.status === 'received' &&
  other.mention.status === 'planned' &&
  one.name.length < other.name.length

function together(one: InterventionReading, other: InterventionReading): boolean {
  if (one.sites.length === 0 || other.sites.length === 0) return true
  return one.sites.some(site => other.sites.some(second => meet(site, second)))
}

function sameThing(summary: string, one: InterventionReading, other: InterventionReading): boolean {
  const [first, second] = [one.mention, other.mention]
  // "extensor tendon repair and flexor tendon repair": told apart in one breath
  if (first.term.kind === 'surgery' && first.term.broad && inOneSentence(summary, first, second))
    return included(fullName(summary, first), fullName(summary, second))
  if (familyOf(first.term) === familyOf(second.term)) return true
  if (STUDIES.has(first.term.concept))
    return [first, second].some(({ start, end }) => /electro-?\s?diagnos/i.test(summary.slice(start, end)))
  // "OxyContin and oxycodone" in one sentence are two drugs
  const listed = inOneSentence(summary, first, second)
  if (first.term.use === 'generic')
    return !listed || included(mentionWords(summary, first), mentionWords(summary, second))
  return one.topical === other.topical && !listed
}

function inOneSentence(summary: string, one: Span, other: Span): boolean {
  const [from, to] = [Math.min(one.end, other.end), Math.max(one.start, other.start)]
  return to - from < LONGEST_SENTENCE && !/[.!?]["”)]? /.test(summary.slice(from, to))
}

const apart = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !one.some(level => other.includes(level))

const meet = (one: Draft<Site>, other: Draft<Site>): boolean =>
  one.part.value === other.part.value && (!one.side || !other.side || one.side.value === other.side.value)
