import type { Draft, Site } from '../../document/index.ts'
import { findSites } from '../sites.ts'
import type { Mention } from './mentions.ts'

/** One intervention of a summary, in its best wording. */
export interface Merged {
  readonly mention: Mention
  readonly status: 'received' | 'planned'
}

interface Group {
  best: Reading
  received: Mention | undefined
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
    const reading = read(summary, mention)
    const same = groups.get(mention.term.concept) ?? []
    const group = same.find(({ readings }) => readings.every(other => agree(other, reading)))
    if (group) join(group, reading)
    else {
      const opened = { best: reading, received: undefined, readings: [] }
      join(opened, reading)
      groups.set(mention.term.concept, [...same, opened])
      all.push(opened)
    }
  }
  return all.map(({ best, received }) => ({ mention: best.mention, status: received ? 'received' : 'planned' }))
}

function read(summary: string, mention: Mention): Reading {
  const text = summary.slice(mention.start, mention.end)
  const strength = mention.term.drug ? (/\d[\d.,/-]*/.exec(text)?.[0] ?? null) : null
  return { mention, strength, sites: mention.term.drug ? [] : findSites(text) }
}

function join(group: Group, reading: Reading): void {
  if (better(reading, group.best)) group.best = reading
  if (reading.mention.status === 'received') group.received ??= reading.mention
  group.readings.push(reading)
}

// "Ultram 50 mg" is better than "Ultram", "MRI of the knee" than "MRI"; else the first wording stays.
const better = (one: Reading, other: Reading): boolean =>
  (one.strength !== null && other.strength === null) || (one.sites.length > 0 && other.sites.length === 0)

function agree(one: Reading, other: Reading): boolean {
  if (one.strength && other.strength && one.strength !== other.strength) return false
  if (one.sites.length === 0 || other.sites.length === 0) return true
  return one.sites.some(site => other.sites.some(second => meet(site, second)))
}

const meet = (one: Draft<Site>, other: Draft<Site>): boolean =>
  one.part.value === other.part.value && (!one.side || !other.side || one.side.value === other.side.value)
