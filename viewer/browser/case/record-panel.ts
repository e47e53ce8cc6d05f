import type { CaseRecord } from '../../../document/index.ts'
import { type Child, h } from '../dom.ts'
import { scrollTo } from './letter-selection.ts'
import {
  confidenceOf,
  doubtsOf,
  groupsOf,
  inWords,
  isDoubtful,
  kindOf,
  type Leaf,
  PARTS,
  type Part,
  type ValueGroup,
} from './values.ts'

/** What the user can do with the values of a record. */
export interface RecordActions {
  readonly onSelect: (pointer: string) => void
  readonly onHover: (pointer: string | null) => void
  /** Null if nothing can be corrected. */
  readonly onAdd: ((list: string) => void) | null
  /** Accepts a part, or takes that back; null as above. */
  readonly onAcceptPart: ((pointer: string) => void) | null
  readonly spokenOn: (pointer: string) => string | undefined
}

/** Lists to which a person can add what the program missed. */
const GROWING: readonly string[] = ['diagnoses', 'treatments']

/** The record as selectable values, part by part. */
export function recordPanel(record: CaseRecord, actions: RecordActions): readonly Child[] {
  return [...generalMessages(record), ...PARTS.map(part => partBox(record, part, actions))]
}

function generalMessages({ messages }: CaseRecord): Child[] {
  const general = messages.filter(({ pointer, code }) => pointer === null && code !== 'value/corrected')
  if (general.length === 0) return []
  return [
    h(
      'ul',
      { class: 'messages' },
      general.map(({ reason, severity, code }) =>
        h('li', { class: severity }, h('b', {}, severity), ` ${reason} `, h('code', {}, code)),
      ),
    ),
  ]
}

function partBox(record: CaseRecord, part: Part, actions: RecordActions): Child {
  const groups = groupsOf(record, part)
  const filled = groups.some(({ leaves }) => leaves.some(leaf => isShown(record, leaf)))
  const grows = GROWING.includes(part.key)
  if (!filled && !grows && part.key !== 'disputedItems') return null
  const spoken = actions.spokenOn(`/${part.key}`)
  const accept = spoken === 'accepted' ? 'Undo' : 'All correct'
  return h(
    'section',
    { class: `part kind-${part.kind}`, 'aria-label': part.title },
    h(
      'header',
      {},
      h('h2', {}, part.title, part.one !== '' && h('span', { class: 'count' }, ` ${groups.length}`)),
      spoken !== undefined && h('span', { class: 'badge said' }, spoken),
      actions.onAcceptPart && quiet(accept, `${accept}: ${part.title}`, () => actions.onAcceptPart?.(`/${part.key}`)),
      grows && actions.onAdd && quiet('Add', `Add to ${part.title}`, () => actions.onAdd?.(`/${part.key}`)),
    ),
    groups.length === 0 && h('p', { class: 'help' }, 'None found.'),
    groups.map(group => groupBox(record, part, group, actions)),
  )
}

/** What is missing is shown only where a message says so. */
const isShown = (record: CaseRecord, { pointer, value }: Leaf): boolean => value !== null || isDoubtful(record, pointer)

const quiet = (text: string, label: string, act: () => void): HTMLElement =>
  h('button', { type: 'button', class: 'quiet', 'aria-label': label, onclick: act }, text)

function groupBox(
  record: CaseRecord,
  part: Part,
  { pointer, title, leaves }: ValueGroup,
  actions: RecordActions,
): HTMLElement {
  const main = leaves.find(leaf => leaf.pointer === `${pointer}/text`)
  const head = main ? valueButton(record, { ...main, label: title }, actions, 'main') : null
  const rest = leaves.filter(leaf => leaf !== main && isShown(record, leaf) && !repeats(leaf, main))
  const confidence = confidenceOf(record, pointer)
  return h(
    'div',
    { class: 'group', data: { group: pointer } },
    part.key === 'disputedItems' && h('h3', {}, title),
    head,
    sectionsOf(rest).map(([section, leaves]) => sectionBox(record, section, leaves, actions)),
    confidence !== null && confidence < 0.75 && h('p', { class: 'help' }, `confidence ${confidence.toFixed(2)}`),
  )
}

const sectionsOf = (leaves: readonly Leaf[]): [string, Leaf[]][] => [...Map.groupBy(leaves, ({ section }) => section)]

function sectionBox(record: CaseRecord, section: string, leaves: readonly Leaf[], actions: RecordActions): Child {
  const entries = [...Map.groupBy(leaves, ({ entry }) => entry).values()]
  return [section !== '' && h('h4', {}, section), entries.map(one => entryBox(record, one, actions))]
}

/** What belongs together, such as one citation, begins on a new line. */
function entryBox(record: CaseRecord, leaves: readonly Leaf[], actions: RecordActions): Child {
  const [long, short] = [leaves.filter(isLong), leaves.filter(leaf => !isLong(leaf))]
  return [
    short.length > 0 &&
      h(
        'div',
        { class: 'chips' },
        short.map(leaf => valueButton(record, leaf, actions, 'chip')),
      ),
    long.map(leaf => valueButton(record, leaf, actions, 'long')),
  ]
}

const isLong = ({ value }: Leaf): boolean => typeof value === 'string' && value.length > 70

/** Most items are requested and disputed in the words of their heading. */
const repeats = (leaf: Leaf, main: Leaf | undefined): boolean =>
  leaf.value === main?.value && /\/(?:requested|disputed)$/.test(leaf.pointer)

function valueButton(record: CaseRecord, leaf: Leaf, actions: RecordActions, shape: string): HTMLElement {
  const { pointer, label, value } = leaf
  const doubts = doubtsOf(record, pointer).filter(
    ({ severity, text }) => severity !== 'info' || text !== 'corrected by a person',
  )
  const spoken = actions.spokenOn(pointer)
  const button = h(
    'button',
    { type: 'button', class: `value ${shape} kind-${kindOf(pointer)}`, data: { pointer }, 'aria-pressed': 'false' },
    label !== '' && h('span', { class: 'label' }, label),
    h('span', { class: kindOf(pointer) === 'decision' ? `badge ${value}` : 'text' }, inWords(leaf)),
    doubts.length > 0 && h('span', { class: 'badge doubt', title: doubts.map(({ text }) => text).join('; ') }, 'doubt'),
    spoken !== undefined && h('span', { class: 'badge said' }, spoken),
  )
  button.addEventListener('click', () => actions.onSelect(pointer))
  for (const [event, on] of [
    ['mouseenter', true],
    ['mouseleave', false],
  ] as const)
    button.addEventListener(event, () => actions.onHover(on ? pointer : null))
  return button
}

/** The values of a panel in display order. */
export const valuesIn = (panel: HTMLElement): NodeListOf<HTMLElement> => panel.querySelectorAll('[data-pointer]')

/** Shows over which value the pointer is, on either side. */
export function hoverOver(panel: HTMLElement, pointer: string | null): void {
  for (const button of valuesIn(panel)) button.classList.toggle('hovered', button.dataset.pointer === pointer)
}

/** Shows which value is selected. */
export function press(panel: HTMLElement, pointer: string, scroll: boolean): void {
  for (const button of valuesIn(panel)) {
    const own = button.dataset.pointer === pointer
    button.setAttribute('aria-pressed', String(own))
    if (own && scroll) scrollTo(panel, button)
  }
}
