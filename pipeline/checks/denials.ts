import { type CaseFacts, type DisputedItem, type Message, matchesOf } from '../../document/index.ts'
import { type NamedRequest, namedRequest } from '../../extractors/index.ts'
import { doubt } from './doubt.ts'

/**
 * A request that the summary says was denied, and that no item decides: the item may have been lost. The reviewer may
 * also have had to decide only some of what was denied.
 */
export function denialDoubts({ clinicalCaseSummary, disputedItems }: CaseFacts): Message[] {
  const undecided = deniedIn(clinicalCaseSummary ?? '').filter(request => !disputedItems.some(decides(request)))
  return undecided.length === 0
    ? []
    : [doubt('item/undecided', 'warning', '/disputedItems', 'the summary names a denied request that no item decides')]
}

const DENIED = '(?:non-?certified|denied|modified|not certified|failed to approve|failed to certify|did not certify)'

/** What was denied is named behind these words, or before them. */
const OBJECTS = [
  // "Utilization review non-certified the request for a cane and an MRI of the knee."
  new RegExp(
    `\\b(?:utili[sz]ation review|UR|claims administrator|determination|review)\\b[^.;]{0,80}? ${DENIED} (?:(?:a|the) )?requests? for ([^.;]{1,400})`,
    'gi',
  ),
  // "The request for a cane was previously denied due to"
  new RegExp(`\\brequests? for ([^.;]{1,400}?) (?:was|were) (?:(?:previously|also) )?${DENIED}`, 'gi'),
]

// "for the gloves, because their size was left open"
const GROUNDS = /[, ]+(?:due to|because|since|as (?:there|the|it|no)|based (?:up)?on|citing|stating)\b.*/s

/** A mixture is one request, however many ingredients it has. */
const MIXTURE = /\b(?:topical|compound|cream|\d+(?:\.\d+)?%)/i

function deniedIn(summary: string): NamedRequest[] {
  const objects = OBJECTS.flatMap(pattern => matchesOf(summary, pattern).map(match => match[1]!))
  return objects
    .map(object => object.replace(GROUNDS, ''))
    .filter(object => !MIXTURE.test(object))
    .flatMap(object => object.split(/, (?:and |or )?| and /))
    .flatMap(text => namedRequest(text) ?? [])
    .filter(({ category }) => !VAGUE.has(category))
}

/** A summary says "shoulder surgery" where the heading has the operation. */
const VAGUE: ReadonlySet<string> = new Set(['Surgery', 'Other'])

/** "An MRI of the neck" is not decided by an item on an MRI of the knee. */
const decides =
  ({ subcategory, parts }: NamedRequest) =>
  ({ subcategory: own, sites }: DisputedItem): boolean =>
    subcategory === own && (parts.length === 0 || sites.length === 0 || sites.some(({ part }) => parts.includes(part)))
