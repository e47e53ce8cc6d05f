import type { Draft, Site } from '../../document/index.ts'
import { findSites } from '../../terminology/index.ts'
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
}

/**
 * Each intervention once: "PT" and "physical therapy for the neck" are one; PT for the neck and for the knee are two.
 */
export function merge(summary: string, mentions: readonly Mention[]): Merged[] {
  const groups = new Map<string, Group[]>()
  const all: Group[] = []
  const named = namedIn(summary, mentions)
  for (const mention of mentions) {
    if (anaphoric(mention, named, summary)) continue
    const reading = read(summary, mention)
    const key = keyOf(summary, mention)
    const same = groups.get(key) ?? []
    const group = same.find(({ different }) => different.values().every(other => agree(other, reading)))
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

// "a comprehensive consultation" may be what another sentence calls a psychological consultation.
const SPECIFIC: ReadonlySet<string> = new Set(['specialist', 'surgeon', 'psych-evaluation', 'dental'])

// "relief after the injection": refers to one mentioned before.
const DEFINITE = /\b(?:the|this|that|these|those)(?: requested| prior| recent)? $/i

function anaphoric({ start, end, term }: Mention, named: Named, summary: string): boolean {
  if (term.concept === 'consultation') return named.specific
  // "six further sessions of therapy" for a worker who sees a psychologist
  if (term.concept === 'therapy' && named.behavioral) return !named.therapist
  if (!DEFINITE.test(summary.slice(Math.max(0, start - 20), start))) return false
  const firstOf = (key: string): number => named.first.get(`${term.kind} ${key}`) ?? Number.POSITIVE_INFINITY
  if (term.use === 'generic') return firstOf(SPECIFICALLY) < start
  // "the brace" after "a custom ankle brace": repeats the last word alone.
  const name = singular(summary.slice(start, end))
  return !name.includes(' ') && firstOf(name) < start
}

/** What a summary names, for references back to it. */
interface Named {
  readonly specific: boolean
  readonly behavioral: boolean
  readonly therapist: boolean
  /** By kind and last word of a longer name, or by kind and `SPECIFICALLY`: where the first such mention begins. */
  readonly first: ReadonlyMap<string, number>
}

const SPECIFICALLY = '*'

function namedIn(summary: string, mentions: readonly Mention[]): Named {
  const first = new Map<string, number>()
  const note = (key: string, at: number): void => void first.set(key, Math.min(at, first.get(key) ?? at))
  for (const { start, end, term } of mentions) {
    const words = singular(summary.slice(start, end)).split(' ')
    if (words.length > 1) note(`${term.kind} ${words.at(-1)}`, start)
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
  if (!term.broad || term.kind !== 'consultation') return course + (term.concept === 'therapy' ? 'pt' : term.concept)
  const text = summary.slice(core.start, core.end).toLowerCase()
  return `visit ${text.replace(VISIT, '').slice(0, 6)}`
}

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
  return { mention, strength, sites: mention.term.drug ? [] : findSites(text), name: nameOf(summary, mention) }
}

// "cortisone injection", "steroid shot"
const STEROID = /^(?:cortisone|corticosteroid)$/

function nameOf(summary: string, { term, core }: Mention): string[] {
  if (!term.broad || term.kind === 'consultation') return []
  const words =
    summary
      .slice(core.start, core.end)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words.filter(word => !isAnatomy(word)).map(word => word.replace(/s$/, '').replace(STEROID, 'steroid'))
}

// "lumbar epidural steroid injection" and "L4-5 epidural injection" may be one, "medial meniscectomy" and "synovectomy" not.
const included = (one: readonly string[], other: readonly string[]): boolean =>
  one.every(word => other.includes(word)) || other.every(word => one.includes(word))

function join(group: Group, reading: Reading): void {
  if (better(reading, group.best)) group.best = reading
  group.readings.push(reading)
  group.different.set(JSON.stringify([reading.strength, reading.name, reading.sites]), reading)
}

// "Ultram 50 mg" is better than "Ultram", "MRI of the knee" than "MRI"; otherwise the first wording stays.
const better = (one: Reading, other: Reading): boolean =>
  (one.mention.term.use !== 'generic' && other.mention.term.use === 'generic') ||
  (one.strength !== null && other.strength === null) ||
  (one.sites.length > 0 && other.sites.length === 0)

function agree(one: Reading, other: Reading): boolean {
  if (one.strength && other.strength && one.strength !== other.strength) return false
  if (!included(one.name, other.name)) return false
  if (one.sites.length === 0 || other.sites.length === 0) return true
  return one.sites.some(site => other.sites.some(second => meet(site, second)))
}

const meet = (one: Draft<Site>, other: Draft<Site>): boolean =>
  one.part.value === other.part.value && (!one.side || !other.side || one.side.value === other.side.value)
