import type { CaseAnswer } from '../../api.ts'
import { caseLink } from '../address.ts'
import { announce, day, h } from '../dom.ts'
import { type Said, wordOn } from './words.ts'

/** The number of a case, how it was decided and when, and facts that differ from page to page. */
export const caseTitle = (record: CaseAnswer['record'], ...facts: readonly HTMLElement[]): HTMLElement =>
  h(
    'div',
    {},
    h('h1', {}, record.caseNumber ?? record.source.name),
    h(
      'p',
      { class: 'facts' },
      record.outcome !== null && h('span', { class: `badge ${record.outcome}` }, record.outcome.replace('-', ' ')),
      h('span', {}, `decided ${day(record.dates.decision)}`),
      ...facts,
    ),
  )

/** What case this is, and the ways on from it. */
export function caseHead(
  { record, neighbours, ref, corrections }: CaseAnswer,
  say: (said: Said) => Promise<void>,
): HTMLElement {
  const checked = wordOn(corrections, '')
  const check = h(
    'button',
    { type: 'button', class: 'check' },
    checked ? `Checked by ${checked.by}` : 'Mark letter as checked',
  )
  check.addEventListener(
    'click',
    () =>
      void say({ action: 'accept', pointer: '' }).then(
        () => {
          check.textContent = 'Checked'
          announce('The whole letter counts as checked')
        },
        error => announce((error as Error).message, true),
      ),
  )
  return h(
    'header',
    { class: 'case-head' },
    caseTitle(
      record,
      h('span', {}, `form ${record.source.form}`),
      h('span', { class: record.status === 'partial' ? 'badge doubt' : '' }, record.status),
      h('span', { class: 'file-name' }, record.source.name),
    ),
    h(
      'nav',
      { 'aria-label': 'Cases' },
      check,
      h(
        'a',
        { class: 'button', href: `/api/case/${encodeURIComponent(ref)}/file`, target: '_blank', rel: 'noopener' },
        'File',
      ),
      neighbours.before !== null &&
        h('a', { class: 'button', href: caseLink(neighbours.before), rel: 'prev' }, '‹ Previous'),
      neighbours.after !== null && h('a', { class: 'button', href: caseLink(neighbours.after), rel: 'next' }, 'Next ›'),
    ),
  )
}

/** On a narrow screen one side is seen at a time. */
export function viewSwitch(): HTMLElement {
  const buttons = (['letter', 'record'] as const).map(view => {
    const button = h(
      'button',
      { type: 'button', 'aria-pressed': String(view === 'letter') },
      view === 'letter' ? 'Letter' : 'Record',
    )
    button.addEventListener('click', () => {
      button.closest<HTMLElement>('.case')!.dataset.view = view
      for (const one of buttons) one.setAttribute('aria-pressed', String(one === button))
    })
    return button
  })
  return h('div', { class: 'view-switch', role: 'group', 'aria-label': 'What is shown' }, buttons)
}
