import { BODY_PARTS, REASON_CODES, SIDES } from '../document/index.ts'
import dwcIndex from '../vocabulary/terms/dwc-index.json' with { type: 'json' }
import { annotate, sentencesOf } from './annotate.ts'
import type { CitationText, Guideline, ItemSource, LetterSource } from './letter.ts'
import { unmarked } from './letter.ts'

/** Sub-categories by category. */
const SUBCATEGORIES = new Map(dwcIndex.categories.map(({ category, subcategories }) => [category, subcategories]))

/** Case numbers that no posted letter has: those end far below 9000000. */
export const INVENTED_CASE_NUMBER = /^CM(?:1[3-9]|2\d)-90000\d\d$/

/** Faults of a handwritten letter, one sentence each; empty if there are none. */
export function faultsOf(letter: LetterSource): readonly string[] {
  const faults = [
    ...nameFaults(letter),
    ...dateFaults(letter),
    ...summaryFaults(letter),
    ...siteFaults(letter),
    ...letter.items.flatMap(itemFaults),
  ]
  return faults.map(fault => `${letter.name}: ${fault}`)
}

function nameFaults({ name, header, form }: LetterSource): readonly string[] {
  const faults = []
  if (/^D[12]$/.test(form) === (header !== undefined)) faults.push('a header belongs to all forms but D1 and D2')
  if (header && !INVENTED_CASE_NUMBER.test(name)) faults.push('the case number is not an invented one')
  return faults
}

function dateFaults({ header }: LetterSource): readonly string[] {
  if (!header) return []
  const { injury, urDenial, applicationReceived, assigned, decision } = header
  const inOrder = [injury, ...(urDenial ? [urDenial] : []), applicationReceived, assigned, decision]
  return inOrder.join() === [...inOrder].sort().join() ? [] : ['the dates of the header are out of order']
}

function summaryFaults({ summary, gold }: LetterSource): readonly string[] {
  const said = unmarked(summary)
  const diagnoses = gold.diagnoses.flatMap(wordings)
  const treatments = gold.treatments.flatMap(wordings)
  const doubled = [diagnoses, treatments].flatMap(list => list.filter((quote, index) => list.indexOf(quote) !== index))
  return [
    ...[...diagnoses, ...treatments]
      .filter(quote => !said.includes(quote))
      .map(quote => `not in the summary: ${quote}`),
    ...doubled.map(quote => `annotated twice: ${quote}`),
    ...gold.diagnoses
      .filter(({ icd10 }) => !/^([A-Z]\d\d)?$/.test(icd10 ?? ''))
      .map(({ text }) => `no category: ${text}`),
  ]
}

function wordings({ text, also = [] }: { readonly text: string; readonly also?: readonly string[] }): string[] {
  return [text, ...also]
}

function siteFaults(letter: LetterSource): readonly string[] {
  const gold = annotate(letter)
  const sites = [...gold.diagnoses, ...gold.disputedItems].flatMap(entry => entry.sites)
  return sites
    .filter(
      ({ part, side }) =>
        !BODY_PARTS.some(known => known === part) || !(side === null || SIDES.some(known => known === side)),
    )
    .map(({ part, side }) => `unknown site: ${part} ${side}`)
}

function itemFaults({
  heading,
  is,
  decision,
  gold,
  why,
  claimsAdministrator,
  reviewer,
  rationale,
}: ItemSource): string[] {
  const text = unmarked(heading)
  const [category = '', subcategory = ''] = gold.category.split(' > ')
  const known = SUBCATEGORIES.get(category)?.includes(subcategory) ?? false
  const phrases = Object.values(gold.modified ?? {})
  const closing = rationale.slice(-120)
  return [
    ...(known ? [] : [`unknown category: ${gold.category}`]),
    ...phrases.filter(phrase => !text.includes(phrase)).map(phrase => `not in the heading: ${phrase}`),
    ...(gold.modified && !is ? [`a modified item ends in "is": ${text}`] : []),
    ...(gold.modified === undefined && text.includes('original request') ? [`modified, but not said so: ${text}`] : []),
    ...((gold.kind === 'medication') === (gold.drug !== undefined) ? [] : [`drug and kind disagree: ${text}`]),
    ...(/\b(not|cannot)( be)?( considered)? medically necessary/.test(closing) === (decision === 'upheld')
      ? []
      : [`closing contradicts: ${text}`]),
    ...reasonFaults(unmarked(rationale), why),
    ...(claimsAdministrator ? guidelineFaults(claimsAdministrator) : []),
    ...guidelineFaults(reviewer),
  ]
}

function reasonFaults(rationale: string, { parts, reasons }: ItemSource['why']): readonly string[] {
  return [
    ...(parts.length === sentencesOf(rationale).length ? [] : [`as many parts as sentences: ${rationale}`]),
    ...reasons.filter(([, quote]) => !rationale.includes(quote)).map(([, quote]) => `not in the rationale: ${quote}`),
    ...reasons
      .filter(([code]) => !REASON_CODES.some(known => known === code))
      .map(([code]) => `unknown reason: ${code}`),
  ]
}

function guidelineFaults({ says, cites }: Guideline): readonly string[] {
  const said = unmarked(says)
  return [
    ...cites
      .flatMap(partsOf)
      .filter(part => !said.includes(part))
      .map(part => `not cited: ${part}`),
    ...(/^Decision|^The (Claims Administrator|(Expert|Physician) Reviewer|chapter|reviewer) (based|did|found|relied)/.test(
      said,
    )
      ? []
      : [`odd guideline: ${said}`]),
  ]
}

/** Every part of a citation that must be in the sentence word for word. */
function partsOf({ title, year, sections, pages }: CitationText): readonly string[] {
  return [title, year === null ? null : String(year), ...sections, pages].filter(part => part !== null)
}
