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
  { record, ref, hasFile }: CaseAnswer,
  ways: Ways,
  nextDoubt: HTMLElement,
  check: HTMLElement,
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
      check,
    ),
  )
}

/** A button that marks the whole letter as checked, or takes the mark back, and follows its corrections. */
export function checkButton(say: (said: Said) => Promise<void>) {
  const element = h('button', { type: 'button', class: 'check' })
  let checked: ReturnType<typeof wordOn>
  element.addEventListener('click', () => {
    const [said, words]: [Said, string] = checked
      ? [{ action: 'withdraw', pointer: '', of: checked.id }, 'The letter is no longer marked as checked']
      : [{ action: 'accept', pointer: '' }, 'The whole letter is marked as checked']
    void say(said).then(
      () => announce(words),
      error => announce((error as Error).message, true),
    )
  })
  return {
    element,
    show: (corrections: CaseAnswer['corrections']) => {
      checked = wordOn(corrections, '')
      element.textContent = checked ? `Checked by ${checked.by}: undo` : 'Mark letter as checked'
    },
  }
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
