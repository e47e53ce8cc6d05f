import type { CaseAnswer } from '../api.ts'
import { caseTitle, viewSwitch } from './case/case-head.ts'
import { facts } from './case/inspector.ts'
import type { LetterView } from './case/letter-selection.ts'
import { showLetter } from './case/letter-view.ts'
import { press, recordPanel, valuesIn } from './case/record-panel.ts'
import { fill, h } from './dom.ts'

/** The data in a standalone page. */
interface Enclosed {
  readonly answer: CaseAnswer
  /** The file in Base64 if it is a PDF. */
  readonly file: string | null
}

/**
 * Shows the letter and the record of a page without a server. The fragment of the address names the value to select.
 */
async function show(): Promise<void> {
  const { answer, file } = JSON.parse(document.getElementById('enclosed')!.textContent) as Enclosed
  const { record, letter } = answer
  const panel = h('div', { class: 'record' })
  const box = h('div', { class: 'letter', tabindex: '0', role: 'region', 'aria-label': 'Letter' })
  const detail = h(
    'section',
    { class: 'inspector', 'aria-label': 'Selected value' },
    h('p', { class: 'help' }, 'Select a value on either side to see where it comes from.'),
  )
  let view: LetterView | undefined
  const select = (pointer: string) => {
    press(panel, pointer, true)
    view?.mark(pointer, 'selected', true)
    fill(detail, facts(answer, pointer))
    history.replaceState(null, '', `#${pointer}`)
  }
  const hover = (pointer: string | null) => {
    for (const button of valuesIn(panel)) button.classList.toggle('hovered', button.dataset.pointer === pointer)
    view?.mark(pointer, 'hovered')
  }
  fill(
    panel,
    recordPanel(record, {
      onSelect: select,
      onHover: hover,
      onAdd: null,
      onAcceptPart: null,
      spokenOn: () => undefined,
    }),
  )
  const head = h(
    'header',
    { class: 'case-head' },
    caseTitle(record, h('span', {}, `read by ${record.extractor.name} ${record.extractor.version}`)),
  )
  fill(
    document.getElementById('main')!,
    h(
      'div',
      { class: 'case', data: { view: 'letter' } },
      h(
        'div',
        { class: 'desk' },
        head,
        viewSwitch(),
        h('div', { class: 'sides' }, box, h('div', { class: 'side' }, panel, detail)),
      ),
    ),
  )
  const options = {
    record,
    letter: letter!,
    file: file === null ? null : bytesOf(file),
    onPoint: hover,
    onChoose: select,
  }
  view = await showLetter(box, options, new AbortController().signal)
  const wanted = decodeURI(location.hash.slice(1))
  if (wanted !== '') select(wanted)
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))

void show()
