import type { CaseAnswer, LetterAnswer } from '../api.ts'
import { caseTitle, desk } from './case/case-head.ts'
import { facts } from './case/inspector.ts'
import type { LetterView } from './case/letter-selection.ts'
import { showLetter } from './case/letter-view.ts'
import { hoverOver, press, recordPanel } from './case/record-panel.ts'
import { fill, h } from './dom.ts'

/** The data in a standalone page. */
interface Enclosed {
  readonly answer: CaseAnswer
  readonly letter: LetterAnswer
  /** The file in Base64 if it is a PDF. */
  readonly file: string | null
}

/**
 * Shows the letter and the record of a page without a server. The fragment of the address names the value to select.
 */
async function show(): Promise<void> {
  const { answer, letter, file } = JSON.parse(document.getElementById('enclosed')!.textContent) as Enclosed
  const { record } = answer
  const panel = h('div', { class: 'record' })
  const box = h('div', { class: 'letter', tabindex: '0', role: 'region', 'aria-label': 'Letter' })
  const detail = emptyInspector()
  let view: LetterView | undefined
  const select = (pointer: string) => {
    press(panel, pointer, true)
    view?.mark(pointer, 'selected', true)
    fill(detail, facts(answer, pointer))
    history.replaceState(null, '', `#${pointer}`)
  }
  const hover = (pointer: string | null) => {
    hoverOver(panel, pointer)
    view?.mark(pointer, 'hovered')
  }
  fill(panel, recordPanel(record, { ...READ_ONLY, onSelect: select, onHover: hover }))
  fill(document.getElementById('main')!, framed(record, box, h('div', { class: 'side' }, panel, detail)))
  const options = {
    record,
    letter,
    file: file === null ? null : bytesOf(file),
    onPoint: hover,
    onChoose: select,
  }
  view = await showLetter(box, options, new AbortController().signal)
  const wanted = decodeURI(location.hash.slice(1))
  if (wanted !== '') select(wanted)
}

/** Nothing can be corrected without a server. */
const READ_ONLY = { onAdd: null, onAcceptPart: null, spokenOn: () => undefined }

const emptyInspector = (): HTMLElement =>
  h(
    'section',
    { class: 'inspector', 'aria-label': 'Selected value' },
    h('p', { class: 'help' }, 'Select a value on either side to see where it comes from.'),
  )

function framed(record: CaseAnswer['record'], letter: HTMLElement, side: HTMLElement): HTMLElement {
  const reader = h('span', {}, `read by ${record.extractor.name} ${record.extractor.version}`)
  const head = h('header', { class: 'case-head' }, caseTitle(record, reader))
  return h('div', { class: 'case', data: { view: 'letter' } }, desk(head, letter, side))
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))

void show()
