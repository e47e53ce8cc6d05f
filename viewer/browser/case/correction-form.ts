import { ServerFailure } from '../client.ts'
import { announce, fill, h } from '../dom.ts'
import type { Selected } from './letter-selection.ts'
import type { ValueForm } from './value-form.ts'
import type { Said } from './words.ts'

/** What a form for corrections needs from the page. */
export interface FormOptions {
  /** Saves it; rejects if it could not be saved. */
  readonly say: (said: Said) => Promise<void>
  /** What is selected in the letter. */
  readonly selection: () => Selected | null
  readonly who: () => string
  readonly setWho: (name: string) => void
}

interface CorrectionForm {
  readonly title: string
  readonly values: ValueForm
  readonly said: (value: unknown) => Said
  readonly done: () => void
}

/** A form for a new value, with the place in the letter that states it. The input stays if it cannot be saved. */
export function correctionForm({ title, values, said, done }: CorrectionForm, options: FormOptions): HTMLElement {
  const who = h('input', { id: 'who', value: options.who(), autocomplete: 'off', required: true, maxlength: 100 })
  const error = h('p', { class: 'error', role: 'alert' })
  const place = placeChoice(values, options)
  const form = h(
    'form',
    { class: 'correction', 'aria-label': title },
    h('h2', {}, title),
    values.fields,
    place.help,
    h('div', { class: 'field' }, h('label', { for: 'who' }, 'Your name'), who),
    error,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'submit', class: 'primary' }, 'Save'),
      place.button,
      h('button', { type: 'button', onclick: done }, 'Cancel'),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    options.setWho(who.value)
    const places = place.chosen()?.places
    options.say({ ...said(values.value()), ...(places && { places: [...places] }) }).then(
      () => announce('Saved'),
      failure => {
        error.textContent = messageOf(failure)
      },
    )
  })
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') done()
  })
  return form
}

/** The words of the letter from which the value is taken. */
function placeChoice(values: ValueForm, { selection }: FormOptions) {
  let chosen = selection()
  const help = h('p', { class: 'help' })
  const showHelp = () =>
    fill(
      help,
      chosen
        ? `The letter says so at “${chosen.text.slice(0, 80)}”.`
        : 'Select words in the letter, then press “Use selection”.',
    )
  const button = h('button', { type: 'button' }, 'Use selection')
  // Pressing the button would clear the selection before it is read.
  button.addEventListener('mousedown', event => event.preventDefault())
  button.addEventListener('click', () => {
    chosen = selection() ?? chosen
    const text = values.fields.querySelector<HTMLTextAreaElement>('textarea')
    if (chosen && text) text.value = chosen.text
    showHelp()
  })
  showHelp()
  return { help, button, chosen: () => chosen }
}

/** An error as text for the user. */
export const messageOf = (error: unknown): string =>
  error instanceof ServerFailure ? `${error.message} (${error.code})` : String((error as Error).message)
