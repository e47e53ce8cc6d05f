import { day } from '../../../document/format.ts'
import type { CaseAnswer } from '../../api.ts'
import { announce, fill, h } from '../dom.ts'
import { correctionForm, type FormOptions, messageOf } from './correction-form.ts'
import { type FormSchema, schemaAt, type ValueForm, valueForm } from './value-form.ts'
import { confidenceOf, doubtsOf, inWords, labelOf, placesOf, valueAt } from './values.ts'
import { type Said, spokenText, wordOn } from './words.ts'

/** What the inspector needs from the page. */
export interface InspectorOptions extends FormOptions {
  readonly schema: FormSchema
}

/** The box that shows where the selected value comes from, and lets a person judge it. */
export interface Inspector {
  readonly element: HTMLElement
  show(answer: CaseAnswer, pointer: string): void
  accept(): void
  edit(): void
  add(list: string): void
}

const HELP = 'Select a value on either side to see where it comes from.'
const KEYS =
  'Keys: n and p for the next and previous value, d for the next doubtful value, a to accept, e to change, Escape to cancel a change, ] and [ for the next and previous case.'

/** Creates the inspector of a case. */
export function inspector(options: InspectorOptions): Inspector {
  const element = h('section', { class: 'inspector', 'aria-label': 'Selected value' })
  let now: Inspected | undefined
  const say = (said: Said, done: string) =>
    void options.say(said).then(
      () => announce(done),
      error => fail(element, error),
    )
  const accept = () => {
    if (now && now.pointer !== '' && exists(now)) say({ action: 'accept', pointer: now.pointer }, 'Accepted')
  }
  const showNow = () => fill(element, ...contentFor(now, { accept, edit, say }))
  const open = (title: string, values: ValueForm, said: (value: unknown) => Said) => {
    const done = () => {
      showNow()
      element.querySelector<HTMLElement>('.change')?.focus()
    }
    fill(element, correctionForm({ title, values, said, done }, options))
    // An empty list has no field yet, only a button that adds one.
    values.fields.querySelector<HTMLElement>('textarea, select, input, button')?.focus()
  }
  const edit = () => {
    const schema = now && schemaAt(options.schema, now.pointer)
    if (!now || !schema || !exists(now)) return
    const { pointer, answer } = now
    const read = valueAt(answer.record, pointer)
    const spoken = wordOn(answer.corrections, pointer)
    const values = valueForm(schema, spoken?.action === 'change' ? spoken.value : read, labelOf(pointer))
    open('Change the value', values, value => saidOf(pointer, read, value as SaidValue))
  }
  const add = (list: string) => {
    const schema = schemaAt(options.schema, list)?.items
    if (!schema) return
    const first = { text: options.selection()?.text, assertion: 'present', status: 'received', kind: 'medication' }
    const values = valueForm(schema, first, labelOf(list))
    open(`Add to ${list.slice(1)}`, values, value => ({
      action: 'add',
      pointer: `${list}/-`,
      value: value as SaidValue,
    }))
  }
  const show = (answer: CaseAnswer, pointer: string) => {
    now = { answer, pointer }
    showNow()
  }
  return { element, show, accept, edit, add }
}

/** A case, and the pointer of the value that is selected; '' if none is. */
interface Inspected {
  readonly answer: CaseAnswer
  readonly pointer: string
}

function contentFor(now: Inspected | undefined, acts: Acts): readonly HTMLElement[] {
  if (!now || now.pointer === '') return [h('p', { class: 'help' }, HELP, h('span', { class: 'keys' }, ` ${KEYS}`))]
  if (!exists(now)) return [h('p', { class: 'error', role: 'alert' }, `This record has no value at ${now.pointer}.`)]
  return [facts(now.answer, now.pointer), buttons(now.answer, now.pointer, acts)]
}

/** Saving a value as it was read means accepting it. */
const saidOf = (pointer: string, read: unknown, value: SaidValue): Said =>
  JSON.stringify(value) === JSON.stringify(read) ? { action: 'accept', pointer } : { action: 'change', pointer, value }

type SaidValue = NonNullable<Said['value']>

interface Acts {
  readonly accept: () => void
  readonly edit: () => void
  readonly say: (said: Said, done: string) => void
}

function buttons({ corrections }: CaseAnswer, pointer: string, { accept, edit, say }: Acts): HTMLElement {
  const spoken = wordOn(corrections, pointer)
  const entry = /^\/(?:diagnoses|treatments|disputedItems)\/\d+(?=\/text$)/.exec(pointer)?.[0]
  const button = (text: string, act: () => void, shape = '') =>
    h('button', { type: 'button', class: shape, onclick: act }, text)
  return h(
    'div',
    { class: 'actions' },
    button('Accept', accept, 'primary'),
    button('Change …', edit, 'change'),
    entry !== undefined &&
      button('Delete entry', () => say({ action: 'delete', pointer: entry }, 'The entry was deleted')),
    spoken && button('Undo', () => say({ action: 'withdraw', pointer, of: spoken.id }, 'Undone')),
  )
}

const exists = ({ answer, pointer }: Inspected): boolean => valueAt(answer.record, pointer) !== undefined

/** What is known about a value. */
export function facts({ record, corrections }: CaseAnswer, pointer: string): HTMLElement {
  const places = placesOf(record, pointer)
  const confidence = confidenceOf(record, pointer)
  const spoken = wordOn(corrections, pointer)
  const value = valueAt(record, pointer)
  return h(
    'dl',
    {},
    row(
      labelOf(pointer),
      value !== null && typeof value === 'object' && !isEmpty(value) ? 'all of it' : inWords({ pointer, value }),
    ),
    places.length > 0
      ? row(
          'Found at',
          `${[...new Set(places.map(({ page }) => `page ${page}`))].join(', ')} by rule ${[...new Set(places.map(({ rule }) => rule))].join(', ')}`,
        )
      : row('Found at', 'no position in the letter'),
    confidence !== null && row('Confidence', confidence.toFixed(2)),
    doubtsOf(record, pointer).map(({ text, severity }) => row(severity === 'info' ? 'Note' : 'Doubt', text)),
    spoken && row('Checked', `${spokenText(spoken)} by ${spoken.by}, ${day(spoken.at)}`),
  )
}

const isEmpty = (value: object): boolean => Array.isArray(value) && value.length === 0

const row = (name: string, text: string): HTMLElement => h('div', {}, h('dt', {}, name), h('dd', {}, text))

function fail(element: HTMLElement, error: unknown): void {
  element.querySelector('.error')?.remove()
  element.append(h('p', { class: 'error', role: 'alert' }, messageOf(error)))
}
