import { type Draft, type Site, type Span, shiftedDraft, spacesFor } from '../../document/index.ts'
import { findSites } from '../../terminology/index.ts'
import type { ItemDraft, ItemExtractor } from '../extractor.ts'
import { sentences } from '../language/sentences.ts'
import { readRequest } from './ur-action.ts'

/**
 * The body sites of the disputed part: "EMG of the bilateral lower extremities". The rest of a modified request may
 * name no site or side if the original request has done so: "Physical therapy for the left knee, 12 sessions was the
 * original request. … The remaining portion, physical therapy, 6 sessions".
 */
export const itemSites: ItemExtractor = {
  name: 'items/sites',
  reads: 'heading',
  extract: text => {
    const { disputed, requested } = readRequest(text)
    if (disputed.end <= disputed.start) return {}
    const [own, asked] = [disputed, requested].map(at => sitesIn(text, at))
    return { sites: own!.length > 0 ? own!.map(site => sided(site, asked!)) : asked! } satisfies ItemDraft
  },
}

// "Hand therapy for the left wrist", "brain injury program": the part belongs to the name of the service.
const NAMED = /\b(?:hand(?= therap)|brain injury(?= (?:rehabilitation |day |residential )?program)|back(?= school))/gi

const sitesIn = (text: string, at: Span): readonly Draft<Site>[] =>
  shiftedDraft(findSites(text.slice(at.start, at.end).replace(NAMED, spacesFor)), at.start)

/** All sites named in a prose text, sentence by sentence. */
export const placesNamed = (text: string): Site[] =>
  sentences(text)
    .flatMap(({ start, end }) => findSites(text.slice(start, end)))
    .map(({ part, side }) => ({ part: part.value, side: side?.value ?? null }))

function sided(site: Draft<Site>, asked: readonly Draft<Site>[]): Draft<Site> {
  if (site.side) return site
  const same = asked.filter(({ part }) => part.value === site.part.value)
  return same.length === 1 ? { ...site, side: same[0]!.side } : site
}
