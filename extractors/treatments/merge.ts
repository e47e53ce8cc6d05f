import type { Draft, Site, Span } from '../../document/index.ts'
import { findSites, type Term } from '../../terminology/index.ts'
import services from '../../vocabulary/terms/services.json' with { type: 'json' }
import { LONGEST_SENTENCE } from '../language/sentences.ts'
import { isAnatomy } from './extent.ts'
import type { Mention } from './mentions.ts'

/** One intervention of a summary, in its best wording. */
export interface Merged {
  readonly mention: Mention
  /** The mention that determines the status. */
  readonly deciding: Mention
}

interface Group {
  best: Reading
  readonly readings: Reading[]
  /** Its distinct readings: a summary may name one drug ten thousand times. */
  readonly different: Map<string, Reading>
}

interface Reading {
  readonly mention: Mention
  readonly strength: string | null
  readonly sites: readonly Draft<Site>[]
  /** For a broad concept: the words that distinguish it from others, without its site. */
  readonly name: readonly string[]
  /** The spinal levels of an injection or operation. */
  readonly levels: readonly string[]
  /** A drug that is applied to the skin. */
  readonly topical: boolean
}

/**
 * Each intervention once: "PT" and "physical therapy for the neck" are one; PT for the neck and for the knee are two.
 */
export function merge(summary: string, mentions: readonly Mention[]): Merged[] {
  const groups = new Map<string, Group[]>()
  const all: Group[] = []
  const named = namedIn(summary, mentions)
  const scanned = scannedApart(summary, mentions)
  for (const mention of mentions.map(mention => withoutNamedApart(summary, mention, scanned))) {
    if (anaphoric(mention, named, summary)) continue
    const reading = read(summary, mention)
    const key = keyOf(summary, mention)
    const same = groups.get(key) ?? []
    const group = same.find(group => belongs(summary, group, reading))
    if (group) join(group, reading)
    else {
      const opened = { best: reading, readings: [], different: new Map() }
      join(opened, reading)
      groups.set(key, [...same, opened])
      all.push(opened)
    }
  }
  return all.map(group => ({ mention: group.best.mention, deciding: deciding(group) }))
}

// "CT of the head | and neck"
const LAST_PART = /,? (?:and|&) (?:(?:the|his|her) )?[\w ]+$/

/**
 * Scans of two places are two tests if the summary also names the second by itself: "CT of the head and neck" beside
 * "CT of the neck" is a CT of the head.
 */
function withoutNamedApart(summary: string, mention: Mention, apart: ReadonlySet<string>): Mention {
  const { core, end, term } = mention
  const last = SCANS.has(term.concept) ? LAST_PART.exec(summary.slice(core.end, end)) : null
  if (!last || last.index === 0) return mention
  const [part, ...more] = findSites(last[0])
  return part && more.length === 0 && apart.has(siteKey(term, part))
    ? { ...mention, end: core.end + last.index }
    : mention
}

/** The places of scans that name no other place. */
const scannedApart = (summary: string, mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set(
    mentions
      .filter(({ term }) => SCANS.has(term.concept))
      .map(({ start, end, term }) => ({ term, sites: findSites(summary.slice(start, end)) }))
      .filter(({ sites }) => sites.length === 1)
      .map(({ term, sites }) => siteKey(term, sites[0]!)),
  )

const siteKey = ({ concept }: Term, { part, side }: Draft<Site>): string =>
  `${concept} ${part.value} ${side?.value ?? ''}`

const SCANS: ReadonlySet<string> = new Set(['ct', 'mri', 'x-ray', 'bone-scan', 'mr-arthrogram'])

// "a comprehensive consultation" may be what another sentence calls a psychological consultation.
const SPECIFIC: ReadonlySet<string> = new Set(['specialist', 'surgeon', 'psych-evaluation', 'dental'])

// "relief after the injection": refers to one mentioned before.
// and "approved the surgery, therapy and | brace", "for use after | surgery"
const DEFINITE =
  /(?:\b(?:after|before|until|following|prior to)|\b(?:the|this|that|these|those)(?: requested| prior| recent)?|\b(?:approved|authorized|certified|denied|modified|declined) the(?: [\w-]+(?: [\w-]+)?(?:,|,? and)){1,3}) $/i

function anaphoric({ start, end, term }: Mention, named: Named, summary: string): boolean {
  const name = singular(summary.slice(start, end))
  // "medications and evaluations" in a list of what was done is more than that
  if (term.concept === 'consultation' && !/s$/i.test(summary.slice(start, end))) return named.specific
  // "six further sessions of therapy" for a worker who sees a psychologist
  if (term.concept === 'therapy' && named.behavioral) return !named.therapist
  if (!DEFINITE.test(summary.slice(Math.max(0, start - 60), start))) return false
  const firstOf = (key: string): number => named.first.get(`${term.kind} ${key}`) ?? Number.POSITIVE_INFINITY
  if (term.use === 'generic' && firstOf(SPECIFICALLY) < start) return true
  if (name.includes(' ')) return false
  // "the brace" after "a custom ankle brace": repeats the last word alone; "the psychotherapy" after "cognitive
  // behavioral therapy"
  return firstOf(name) < start || (term.broad && firstOf(`concept ${term.concept}`) < start)
}

/** What a summary names, for references back to it. */
interface Named {
  readonly specific: boolean
  readonly behavioral: boolean
  readonly therapist: boolean
  /** By kind with the last word of a longer name, with its concept, or with `SPECIFICALLY`: where the first such mention begins. */
  readonly first: ReadonlyMap<string, number>
}

const SPECIFICALLY = '*'

function namedIn(summary: string, mentions: readonly Mention[]): Named {
  const first = new Map<string, number>()
  const note = (key: string, at: number): void => void first.set(key, Math.min(at, first.get(key) ?? at))
  for (const { start, end, term } of mentions) {
    const words = singular(summary.slice(start, end)).split(' ')
    if (words.length > 1) note(`${term.kind} ${words.at(-1)}`, start)
    note(`${term.kind} concept ${term.concept}`, start)
    if (term.use !== 'generic') note(`${term.kind} ${SPECIFICALLY}`, start)
  }
  const concepts = new Set(mentions.map(({ term }) => term.concept))
  return {
    specific: concepts.intersection(SPECIFIC).size > 0,
    behavioral: mentions.some(({ term }) => term.kind === 'behavioral'),
    therapist: concepts.has('pt') || concepts.has('ot'),
    first,
  }
}

const singular = (text: string): string => text.toLowerCase().replace(/s$/, '')

// "referral to neurosurgery", "neurosurgeon evaluation": the specialist, without the words for the visit.
const VISIT =
  /\b(?:consult(?:ation)?|referral|referred|refer|evaluation|re-evaluation|follow[- ]?up|visit|assessment|office|second|opinion|eval|to|with|by|an?|the)s?\b|[^a-z]/g

function keyOf(summary: string, { term, core, start, end }: Mention): string {
  // "therapy" alone means physical therapy; therapy after an operation is a separate course.
  const course = term.kind === 'therapy' && POSTOPERATIVE.test(summary.slice(start, end)) ? 'post ' : ''
  if (term.drug) return drugKey(term)
  if (STUDIES.has(term.concept)) return 'studies'
  if (!term.broad || term.kind !== 'consultation') return course + (term.concept === 'therapy' ? 'pt' : term.concept)
  const text = summary.slice(core.start, core.end).toLowerCase()
  return `visit ${text.replace(VISIT, '').slice(0, 6)}`
}

// "Flexeril" is "cyclobenzaprine", "anti-inflammatories" are "NSAID medications".
function drugKey({ concept, use, subcategory, ingredients }: Term): string {
  if (use === 'generic') return subcategory ? `class ${subcategory}` : concept
  return ingredients.length > 0 ? `of ${ingredients.toSorted().join(' ')}` : concept
}

const STUDIES: ReadonlySet<string> = new Set(['emg', 'ncv', 'emg-ncv'])

const POSTOPERATIVE = /\bpost[- ]?(?:op|surg)/i

/** Received wins if both apply, but a mention without a cue decides only if there is no other. */
function deciding({ readings, best }: Group): Mention {
  const all = readings.map(({ mention }) => mention)
  const cued = all.filter(({ cue }) => cue)
  const considered = cued.length > 0 ? cued : all
  return considered.find(({ status }) => status === 'received') ?? considered[0] ?? best.mention
}

function read(summary: string, mention: Mention): Reading {
  const text = summary.slice(mention.start, mention.end)
  const strength = mention.term.drug ? (/\d[\d.,/-]*/.exec(text)?.[0] ?? null) : null
  const { drug, kind, subcategory } = mention.term
  return {
    mention,
    strength,
    sites: drug ? [] : findSites(text),
    name: nameOf(summary, mention),
    levels: kind === 'injection' || kind === 'surgery' ? levelsIn(text) : [],
    topical: drug && (/^Topical/.test(subcategory ?? '') || TOPICAL.test(text)),
  }
}

const TOPICAL = /\b(?:topical|gel|cream|ointment|lotion|patch(?:es)?|solution|spray|drops)\b|\d ?%/i

/** "left L3-4 and L5": L3, L4, L5. */
const levelsIn = (text: string): string[] =>
  Array.from(text.toUpperCase().matchAll(/\b([LCTS])(\d{1,2})(?:-([LCTS]?)(\d{1,2}))?\b/g)).flatMap(
    ([, region, from, other, to]) => [`${region}${from}`, ...(to ? [`${other || region}${to}`] : [])],
  )

// "cortisone injection", "steroid shot"
const SAME_WORD: Readonly<Record<string, string>> = {
  cortisone: 'steroid',
  corticosteroid: 'steroid',
  shot: 'injection',
  splint: 'brace',
  support: 'brace',
  orthosis: 'brace',
  bracing: 'brace',
  splinting: 'brace',
  vaccination: 'vaccine',
  immunization: 'vaccine',
  booster: 'vaccine',
  toxoid: 'vaccine',
}

// What is written around the names of devices and operations tells one from another: "dorsal blocking splint", "finger
// flexion splint".
const BY_ALL_WORDS: ReadonlySet<string> = new Set(['device', 'surgery'])
const SMALL: ReadonlySet<string> = new Set(
  'a an the of with and or for to in at on by under use trial unit device system machine rental his her custom'.split(
    ' ',
  ),
)

function nameOf(summary: string, mention: Mention): string[] {
  const { term, core } = mention
  if (!term.broad || term.kind === 'consultation') return []
  return wordsOf(summary, BY_ALL_WORDS.has(term.kind) ? mention : core).map(word => SAME_WORD[word] ?? word)
}

/** "ORIF" is an open reduction with internal fixation. */
const ACRONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  services.acronyms.map(({ acronym, words }) => [acronym, words.split(' ')]),
)

/** The words that distinguish, in the singular. */
const wordsOf = (summary: string, { start, end }: Span): string[] =>
  (
    summary
      .slice(start, end)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .flatMap(word => ACRONYMS.get(word.replace(/s$/, '')) ?? [word])
    .filter(word => (word === 'long' || !isAnatomy(word)) && !SMALL.has(word))
    .map(word => word.replace(/s$/, ''))

// "lumbar epidural steroid injection" and "L4-5 epidural injection" may be one, "medial meniscectomy" and "synovectomy" not.
const included = (one: readonly string[], other: readonly string[]): boolean =>
  one.every(word => other.includes(word)) || other.every(word => one.includes(word))

function join(group: Group, reading: Reading): void {
  if (better(reading, group.best)) group.best = reading
  group.readings.push(reading)
  group.different.set(JSON.stringify([reading.mention.term.concept, { ...reading, mention: null }]), reading)
}

// "Ultram 50 mg" is better than "Ultram", "MRI of the knee" than "MRI"; otherwise the first wording stays.
const better = (one: Reading, other: Reading): boolean =>
  (one.mention.term.use !== 'generic' && other.mention.term.use === 'generic') ||
  (one.strength !== null && other.strength === null) ||
  (one.sites.length > 0 && other.sites.length === 0)

/** Whether it is the thing of a group: its site is part of one that the group has, or no site of the group differs. */
function belongs(summary: string, { different, best }: Group, reading: Reading): boolean {
  const placed = best.mention.status === reading.mention.status && covers(best.sites, reading.sites)
  return different.values().every(other => agree(summary, other, reading) && (placed || together(other, reading)))
}

// "EMG of both arms" was requested, "EMG of the left arm" authorized.
const covers = (wide: readonly Draft<Site>[], narrow: readonly Draft<Site>[]): boolean =>
  narrow.length > 0 && narrow.every(site => wide.some(other => meet(site, other) || isBothOf(other, site)))

const isBothOf = (both: Draft<Site>, one: Draft<Site>): boolean =>
  both.side?.value === 'bilateral' && both.part.value === one.part.value

function agree(summary: string, one: Reading, other: Reading): boolean {
  if (!sameThing(summary, one, other) || apart(one.levels, other.levels)) return false
  if (one.strength && other.strength && one.strength !== other.strength) return false
  return included(one.name, other.name)
}

function together(one: Reading, other: Reading): boolean {
  if (one.sites.length === 0 || other.sites.length === 0) return true
  return one.sites.some(site => other.sites.some(second => meet(site, second)))
}

function sameThing(summary: string, one: Reading, other: Reading): boolean {
  const [first, second] = [one.mention, other.mention]
  if (first.term.concept === second.term.concept) return true
  if (STUDIES.has(first.term.concept))
    return [first, second].some(({ start, end }) => /electro-?\s?diagnos/i.test(summary.slice(start, end)))
  // "OxyContin and oxycodone" in one sentence are two drugs
  const listed = inOneSentence(summary, first, second)
  if (first.term.use === 'generic') return !listed || included(wordsOf(summary, first), wordsOf(summary, second))
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
