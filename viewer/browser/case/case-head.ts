import type { CaseAnswer } from '../../api.ts'
import { announce, dayOrNone, h } from '../dom.ts'
import type { Ways } from '../search/trail.ts'
import { type Said, wordOn } from './words.ts'

/** The number of a case, how and when it was decided, and facts that differ from page to page. */
export const caseTitle = (record: CaseAnswer['record'], ...facts: readonly HTMLElement[]): HTMLElement =>
  h(
    'div',
    {},
    h('h1', {}, record.caseNumber ?? record.source.name),
    h(
      'p',
      { class: 'facts' },
      record.outcome !== null && h('span', { class: `badge ${record.outcome}` }, record.outcome.replace('-', ' ')),
      h('span', {}, `decided ${dayOrNone(record.dates.decision)}`),
      ...facts,
    ),
  )

/** Which case this is, and the links from it. */
export function caseHead(
  { record, ref, corrections, hasFile }: CaseAnswer,
  ways: Ways,
  nextDoubt: HTMLElement,
  say: (said: Said) => Promise<void>,
): HTMLElement {
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
      ways.back !== null && h('a', { class: 'button', href: ways.back }, '‹ Results'),
      ways.place !== '' && h('span', { class: 'help place' }, ways.place),
      ways.before !== null && h('a', { class: 'button', href: ways.before, rel: 'prev' }, '‹ Previous'),
      ways.after !== null && h('a', { class: 'button', href: ways.after, rel: 'next' }, 'Next ›'),
      nextDoubt,
      record.disputedItems.length > 0 && h('button', { type: 'button', onclick: toAlike }, 'Like this one'),
      hasFile &&
        h(
          'a',
          { class: 'button', href: `/api/case/${encodeURIComponent(ref)}/file`, target: '_blank', rel: 'noopener' },
          'File',
        ),
      checkButton(corrections, say),
    ),
  )
}

function checkButton(corrections: CaseAnswer['corrections'], say: (said: Said) => Promise<void>): HTMLElement {
  const checked = wordOn(corrections, '')
  const button = h(
    'button',
    { type: 'button', class: 'check' },
    checked ? `Checked by ${checked.by}` : 'Mark letter as checked',
  )
  const check = () =>
    void say({ action: 'accept', pointer: '' }).then(
      () => {
        button.textContent = 'Checked'
        announce('The whole letter is marked as checked')
      },
      error => announce((error as Error).message, true),
    )
  button.addEventListener('click', check)
  return button
}

/** The letter and its record side by side, with what is above them. */
export const desk = (head: HTMLElement, letter: HTMLElement, side: HTMLElement): HTMLElement =>
  h('div', { class: 'desk' }, head, viewSwitch(), h('div', { class: 'sides' }, letter, side))

/** Similar decisions are below the letter, where they are easily missed. */
function toAlike(): void {
  const box = document.querySelector<HTMLElement>('.alike')
  box?.scrollIntoView({ block: 'start' })
  box?.querySelector('select')?.focus({ preventScroll: true })
}

/** A narrow screen shows one side at a time. */
function viewSwitch(): HTMLElement {
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
  const larger = h('button', { type: 'button', class: 'larger', 'aria-pressed': 'false' }, 'Larger')
  larger.addEventListener('click', () => {
    const isLarger = larger.closest('.case')!.classList.toggle('enlarged')
    larger.setAttribute('aria-pressed', String(isLarger))
    document.querySelector('.box.selected')?.scrollIntoView({ block: 'center', inline: 'center' })
  })
  return h('div', { class: 'view-switch', role: 'group', 'aria-label': 'View' }, buttons, larger)
}
