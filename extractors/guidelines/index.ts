import { type Draft, type Found, found, type GuidelineSide, type Span, span } from '../../document/index.ts'
import type { ItemExtractor } from '../extractor.ts'
import { mtusCitations } from './mtus.ts'
import { otherCitations } from './other.ts'
import { proseSide } from './prose.ts'

/**
 * What one side cited. The whole grammar of forms D1 to D3:
 *
 *     Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, Summary, and Opioid Treatment 2016.
 *     Decision based on MTUS Chronic Pain Treatment Guidelines Physical Medicine Page(s): 98-99.
 *     Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.
 *     The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.
 *     The Expert Reviewer did not cite any medical evidence for its decision.
 *
 * An MTUS sentence comes first, a Non-MTUS sentence after it; full stops inside either do not end it.
 */
const MTUS = /Decision based on MTUS (.*?)(?=Decision based on Non-? ?MTUS|$)/
/** Once in a while the word Citation is missing. */
const OTHER = /Decision based on Non-? ?MTUS (?:Citation )?(.*)$/
const OUTSIDE = /recommendation\(s\) outside of the MTUS|did not base (?:their|its) decision on the MTUS/
const NONE = /did not cite any (?:medical )?(?:evidence|guideline)/

export const claimsAdministratorGuidelines: ItemExtractor = {
  name: 'claims-administrator-guidelines',
  reads: 'claimsAdministrator',
  extract: text => ({ claimsAdministrator: guidelineSide(text) }),
}

export const reviewerGuidelines: ItemExtractor = {
  name: 'reviewer-guidelines',
  reads: 'reviewer',
  extract: text => ({ reviewer: guidelineSide(text) }),
}

/** The longest of any real letter has 774 characters; it bounds what these patterns can be made to do. */
const LONGEST = 4000

function guidelineSide(part: string): Draft<GuidelineSide> {
  const text = part.slice(0, LONGEST)
  const basis = basisOf(text)
  if (basis === null) return proseSide(part)
  const mtus = bodyOf(MTUS, text)
  const other = bodyOf(OTHER, text)
  return {
    basis,
    citations: [...(mtus ? mtusCitations(text, mtus) : []), ...(other ? otherCitations(text, other) : [])],
  }
}

function bodyOf(pattern: RegExp, text: string): Span | null {
  const match = pattern.exec(text)
  if (!match?.[1]) return null
  const end = match.index + match[0].length
  return span(end - match[1].length, end)
}

const BASES = [
  ['mtus', /Decision based on MTUS/, 'guideline/mtus'],
  ['none', NONE, 'guideline/none'],
  ['outside-mtus', OUTSIDE, 'guideline/outside'],
  ['outside-mtus', /Decision based on Non-? ?MTUS/, 'guideline/non-mtus'],
] as const

function basisOf(text: string): Found<GuidelineSide['basis'] & string> | null {
  for (const [basis, sign, rule] of BASES) {
    const match = sign.exec(text)
    if (match)
      return found<GuidelineSide['basis'] & string>(basis, span(match.index, match.index + match[0].length), rule)
  }
  return null
}
