import type { Draft, Site } from '../../document/index.ts'
import { findSites } from '../sites.ts'
import type { Mention } from './mentions.ts'

/** One intervention of a summary, in its best wording. */
export interface Merged {
  readonly mention: Mention
  /** The mention that settles the status. */
  readonly deciding: Mention
}

interface Group {
  best: Reading
  readonly readings: Reading[]
}

interface Reading {
  readonly mention: Mention
  readonly strength: string | null
  readonly sites: readonly Draft<Site>[]
}

/** Each intervention once: "PT" and "physical therapy for the neck" are one, PT for the neck and for the knee two. */
export function merge(summary: string, mentions: readonly Mention[]): Merged[] {
  const groups = new Map<string, Group[]>()
  const all: Group[] = []
  for (const mention of mentions) {
    if (anaphoric(summary, mention, mentions)) continue
    const reading = read(summary, mention)
    const key = keyOf(summary, mention)
    const same = groups.get(key) ?? []
    const group = same.find(({ readings }) => readings.every(other => agree(other, reading)))
    if (group) join(group, reading)
    else {
      const opened = { best: reading, readings: [] }
      join(opened, reading)
      groups.set(key, [...same, opened])
      all.push(opened)
    }
  }
  return all.map(group => ({ mention: group.best.mention, deciding: deciding(group) }))
}

// "a comprehensive consultation" is the one that another sentence calls a psychological consultation.
const SPECIFIC: ReadonlySet<string> = new Set(['specialist', 'surgeon', 'psych-evaluation', 'dental'])

// "relief after the injection": which one has been said before.
const DEFINITE = /\b(?:the|this|that|these|those)(?: requested| prior| recent)? $/i

function anaphoric(summary: string, { start, term }: Mention, mentions: readonly Mention[]): boolean {
  if (term.concept === 'consultation') return mentions.some(other => SPECIFIC.has(other.term.concept))
  if (term.use !== 'generic' || !DEFINITE.test(summary.slice(Math.max(0, start - 20), start))) return false
  return mentions.some(other => other.term.use !== 'generic' && other.term.kind === term.kind && other.start < start)
}

// "referral to neurosurgery", "neurosurgeon evaluation": whom a visit is to, without the words for the visit.
const VISIT =
  /\b(?:consult(?:ation)?|referral|referred|refer|evaluation|re-evaluation|follow[- ]?up|visit|assessment|office|second|opinion|eval|to|with|by|an?|the)s?\b|[^a-z]/g

function keyOf(summary: string, { term, core }: Mention): string {
  // "therapy" alone is physical therapy to all who write so.
  if (!term.broad) return term.concept === 'therapy' ? 'pt' : term.concept
  const text = summary.slice(core.start, core.end).toLowerCase()
  if (term.kind === 'consultation') return `visit ${text.replace(VISIT, '').slice(0, 6)}`
  return text.replace(/[\s-]+/g, ' ').replace(/s$/, '')
}

/** Received wins where both hold, but a mention that no cue speaks of only settles what nothing else does. */
function deciding({ readings, best }: Group): Mention {
  const all = readings.map(({ mention }) => mention)
  const cued = all.filter(({ cue }) => cue)
  const speaking = cued.length > 0 ? cued : all
  return speaking.find(({ status }) => status === 'received') ?? speaking[0] ?? best.mention
}

function read(summary: string, mention: Mention): Reading {
  const text = summary.slice(mention.start, mention.end)
  const strength = mention.term.drug ? (/\d[\d.,/-]*/.exec(text)?.[0] ?? null) : null
  return { mention, strength, sites: mention.term.drug ? [] : findSites(text) }
}

function join(group: Group, reading: Reading): void {
  if (better(reading, group.best)) group.best = reading
  group.readings.push(reading)
}

// "Ultram 50 mg" is better than "Ultram", "MRI of the knee" than "MRI"; else the first wording stays.
const better = (one: Reading, other: Reading): boolean =>
  (one.mention.term.use !== 'generic' && other.mention.term.use === 'generic') ||
  (one.strength !== null && other.strength === null) ||
  (one.sites.length > 0 && other.sites.length === 0)

function agree(one: Reading, other: Reading): boolean {
  if (one.strength && other.strength && one.strength !== other.strength) return false
  if (one.sites.length === 0 || other.sites.length === 0) return true
  return one.sites.some(site => other.sites.some(second => meet(site, second)))
}

const meet = (one: Draft<Site>, other: Draft<Site>): boolean =>
  one.part.value === other.part.value && (!one.side || !other.side || one.side.value === other.side.value)
