import { type BodyPart, type Draft, type Site, type Span, shiftedDraft, span, textOf } from '../../document/index.ts'
import {
  type ConditionConcept,
  conceptOf,
  conditionWords,
  findSites,
  namesCondition,
  PAIRED,
} from '../../terminology/index.ts'
import bodyParts from '../../vocabulary/terms/body-parts.json' with { type: 'json' }
import { wording } from './edges.ts'
import type { Item } from './items.ts'

/** An item with its condition and body sites; offsets count in the whole text. */
export interface ConditionReading {
  readonly item: Item
  readonly words: string
  readonly sites: readonly Draft<Site>[]
  readonly concept: ConditionConcept | null
}

/**
 * Names each item's condition and body sites, with those it shares with its neighbours, or with what opens the list
 * ("impression for the left knee:").
 */
export function readingsOf(text: string, opener: Span, items: readonly Item[]): ConditionReading[] {
  const given = findSites(textOf(text, opener)).map(site => shiftedDraft(site, opener.start))
  return shareSides(
    text,
    given,
    shareSites(
      given,
      items.map(item => reading(text, item)),
    ),
  )
}

function reading(text: string, item: Item): ConditionReading {
  const words = text.slice(item.at.start, item.at.end)
  const sites = sitesOf(words)
  const head = headOf(words)
  const own = levelOf(words) ?? (head === words ? sites : findSites(head))
  const concept = conceptOf(head, partsOf(own.length > 0 ? own : sites)) ?? conceptOf(words, partsOf(sites))
  const clear = concept?.code ? concept : (leadingConcept(words) ?? concept)
  return { item, words, sites: sites.map(site => shiftedDraft(site, item.at.start)), concept: clear }
}

/** "strain of muscle of the thumb at forearm level": the level decides about the code. */
function levelOf(words: string): readonly Draft<Site>[] | undefined {
  const level = / at (?:the )?([a-z ]{3,30}) level\b/i.exec(words)?.[1]
  const sites = level === undefined ? [] : findSites(level)
  return sites.length > 0 ? sites : undefined
}

// "low back pain with radiation to the leg": the words before the link name the condition and have one place.
function leadingConcept(words: string): ConditionConcept | null {
  const lead = LINKED.exec(words)?.[0]
  const concept = lead === undefined ? null : conceptOf(lead, partsOf(findSites(lead)))
  return concept?.code ? concept : null
}

const LINKED = wording('before-link')

/**
 * The sites of a phrase. If it has none, the sites of its words with spelling corrected, since a misspelt name implies
 * its part as well.
 */
function sitesOf(words: string): readonly Draft<Site>[] {
  const sites = findSites(words)
  if (sites.length > 0) return sites
  const whole = span(0, words.length)
  const spelled = findSites(conditionWords(words).join(' '))
  return (spelled.length > 0 ? spelled : limbOfNerve(words)).map(({ part, side }) => ({
    part: { ...part, spans: [whole] },
    side: side && { ...side, spans: [whole] },
  }))
}

/** "left ulnar nerve entrapment": a nerve with a side is that of the limb on this side. */
function limbOfNerve(words: string): readonly Draft<Site>[] {
  const limb = ARM_NERVE.test(words) ? 'arm' : LEG_NERVE.test(words) ? 'leg' : null
  const sites = limb ? findSites(`${words} of ${limb}`) : []
  return sites.filter(({ side }) => side)
}

const ARM_NERVE = wording('arm-nerve')
const LEG_NERVE = wording('leg-nerve')

const partsOf = (sites: readonly Draft<Site>[]): BodyPart[] => sites.map(({ part }) => part.value)

// "hand contusion/laceration", "back strain/neck strain": the first names the condition; "strain/sprain" is one word, and
// "T4/T5" one place.
function headOf(words: string): string {
  const slash = /sprains?\/strain|strains?\/sprain/i.test(words) ? -1 : words.search(/(?<!\b[CTLS]\d{1,2})\//i)
  return slash > 0 && namesCondition(words.slice(0, slash)) ? words.slice(0, slash) : words
}

/**
 * "right knee sprain and contusion", "sprain and contusion of the right knee": a site stated once applies to both, if
 * according to the vocabulary the condition needs one.
 */
function shareSites(given: readonly Draft<Site>[], readings: readonly ConditionReading[]): ConditionReading[] {
  return readings.map((each, index) => {
    const neighbour = each.sites.length > 0 ? undefined : (neighbourOf(readings, index) ?? sameJoint(readings, each))
    const sites = neighbour && neighbour.sites.length > 0 ? neighbour.sites : given
    if (each.sites.length > 0 || sites.length === 0) return each
    const concept = conceptOf(each.words, partsOf(sites))
    if (!concept?.code || (each.concept?.code && !GENERIC.test(each.concept.code) && !LABRUM.test(each.words)))
      return each
    return { ...each, concept, sites }
  })
}

// Pain, and injuries of unspecified place: "chronic pain" and "gout" need no neighbour.
const GENERIC = /^(?:R52|T14)/

/** "right hip strain; possible labral tear": a structure of two joints is that of the joint in its list. */
function sameJoint(readings: readonly ConditionReading[], { words }: ConditionReading): ConditionReading | undefined {
  if (!LABRUM.test(words) || readings.some(each => partsOf(each.sites).includes('shoulder'))) return undefined
  return readings.find(each => partsOf(each.sites).includes('hip'))
}
const LABRUM = /\blabr(?:al|um)\b/i

function neighbourOf(readings: readonly ConditionReading[], index: number): ConditionReading | undefined {
  if (readings[index]!.item.joint === 'and') return readings[index - 1]
  const next = readings[index + 1]
  return next?.item.joint === 'and' ? next : undefined
}

/**
 * "right knee strain and meniscal tear": an implied part takes the side that its list gives. So does a joint or a bone
 * ("left biceps tendinitis and acromioclavicular arthritis"), unless the list states the side each time.
 */
function shareSides(
  text: string,
  given: readonly Draft<Site>[],
  readings: readonly ConditionReading[],
): ConditionReading[] {
  const once =
    [given, ...readings.map(({ sites }) => sites)].filter(sites => sites.some(({ side }) => side)).length === 1
  const shares = (site: Draft<Site>) => site.part.rule === 'sites/implied' || (once && !isWhole(text, site))
  return readings.map((each, index) => {
    const before = [...given, ...readings.slice(0, index).flatMap(({ sites }) => sites)]
    return { ...each, sites: each.sites.map(site => (shares(site) ? sided(site, before) : site)) }
  })
}

// A part with a plural of its own ("knees") is named as a whole: "left knee strain and knee pain" may be about both.
const WHOLE: ReadonlySet<string> = new Set(
  bodyParts.flatMap(entry => ('plural' in entry && entry.plural ? [entry.term, entry.plural] : [])),
)

const isWhole = (text: string, { part }: Draft<Site>): boolean =>
  part.spans.every(({ start, end }) => WHOLE.has(text.slice(start, end).toLowerCase()))

function sided(site: Draft<Site>, before: readonly Draft<Site>[]): Draft<Site> {
  if (site.side || !PAIRED.has(site.part.value)) return site
  const same = before.filter(other => other.part.value === site.part.value && other.side)
  const sides = new Set(same.map(({ side }) => side?.value))
  return sides.size === 1 ? { ...site, side: same[0]!.side } : site
}
