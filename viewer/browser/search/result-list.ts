import { plural } from '../../../document/format.ts'
import type { SearchResult } from '../../api.ts'
import { caseLink } from '../address.ts'
import { dayOrNone, h, marked } from '../dom.ts'

/** The value of the case to which a result leads. */
export const pointerOf = ({ item }: SearchResult): string => (item === null ? '' : `/disputedItems/${item - 1}/text`)

/** The list of results, with their doubts if these determine the order. */
export function resultList(results: readonly SearchResult[], tellsDoubts = false): HTMLElement {
  if (results.length === 0) return h('p', { class: 'note' }, 'Nothing found. Try fewer words or fewer filters.')
  return h(
    'ol',
    { class: 'result-list' },
    results.map(result => h('li', {}, resultCard(result, tellsDoubts))),
  )
}

const CLAUSES = {
  rationale: 'Rationale',
  summary: 'Case summary',
  diagnoses: 'Diagnoses',
  treatments: 'Treatments',
} as const

function resultCard(result: SearchResult, tellsDoubts: boolean): HTMLElement {
  const { ref, caseNumber, text, clause, clauseField, decision, category, subcategory } = result
  const { date, status, confidence, doubts, specialties } = result
  const pointer = pointerOf(result)
  const service = [category, subcategory === category ? null : subcategory].filter(Boolean).join(' › ')
  return h(
    'article',
    { class: 'result' },
    h('h2', {}, h('a', { href: caseLink(ref, pointer) }, text === null ? 'No disputed item found' : marked(text))),
    h(
      'p',
      { class: 'facts' },
      decision !== null && h('span', { class: `badge ${decision}` }, decision),
      h('span', {}, caseNumber ?? 'no case number'),
      h('span', {}, dayOrNone(date)),
      service !== '' && h('span', {}, service),
      specialties.length > 0 && h('span', {}, specialties.join(', ')),
      status === 'partial' && h('span', { class: 'badge doubt' }, 'partial'),
      confidence !== null &&
        (confidence < 0.75 || tellsDoubts) &&
        h('span', { class: confidence < 0.75 ? 'badge doubt' : '' }, `confidence ${confidence.toFixed(2)}`),
      tellsDoubts && doubts > 0 && h('span', { class: 'badge doubt' }, plural(doubts, 'doubt')),
    ),
    clause !== null &&
      h('p', { class: 'clause' }, clauseField !== null && h('b', {}, `${CLAUSES[clauseField]}: `), marked(clause)),
  )
}
