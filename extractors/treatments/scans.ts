import type { Draft, Site } from '../../document/index.ts'
import { findSites, type Term } from '../../terminology/index.ts'
import type { Mention } from './mentions.ts'

// "CT of the head | and neck"
const LAST_PART = /,? (?:and|&) (?:(?:the|his|her) )?[\w ]+$/

/**
 * Scans of two places are two tests if the summary also names the second by itself: "CT of the head and neck" beside
 * "CT of the neck" is a CT of the head.
 */
export function withoutNamedApart(summary: string, mention: Mention, apart: ReadonlySet<string>): Mention {
  const { core, end, term } = mention
  const last = SCANS.has(term.concept) ? LAST_PART.exec(summary.slice(core.end, end)) : null
  if (!last || last.index === 0) return mention
  const [part, ...more] = findSites(last[0])
  return part && more.length === 0 && apart.has(siteKey(term, part))
    ? { ...mention, end: core.end + last.index }
    : mention
}

/** The places of scans that name no other place. */
export const scannedApart = (summary: string, mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set(
    mentions
      .filter(({ term }) => SCANS.has(term.concept))
      .map(({ start, end, term }) => ({ term, text: summary.slice(start, end) }))
      .map(({ term, text }) => ({ term, text, sites: findSites(text) }))
      .filter(({ text, sites }) => sites.length === 1 && !LAST_PART.test(text))
      .map(({ term, sites }) => siteKey(term, sites[0]!)),
  )

const siteKey = ({ concept }: Term, { part, side }: Draft<Site>): string =>
  `${concept} ${part.value} ${side?.value ?? ''}`

/** Whether a test takes pictures of several places that are not all scanned by themselves too. */
export const isJoint = (term: Term, sites: readonly Draft<Site>[], apart: ReadonlySet<string>): boolean =>
  SCANS.has(term.concept) &&
  new Set(sites.map(({ part }) => part.value)).size > 1 &&
  !sites.every(site => apart.has(siteKey(term, site)))

const SCANS: ReadonlySet<string> = new Set(['ct', 'mri', 'x-ray', 'bone-scan', 'mr-arthrogram'])
