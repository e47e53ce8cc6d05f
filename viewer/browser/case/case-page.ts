import { plural } from '../../../document/format.ts'
import type { CaseAnswer, LetterAnswer } from '../../api.ts'
import { caseLink } from '../address.ts'
import { getJson, postJson } from '../client.ts'
import { announce, fill, h, note } from '../dom.ts'
import { waysFrom } from '../search/trail.ts'
import { showAlike } from './alike.ts'
import { caseHead, checkButton, desk } from './case-head.ts'
import { type Inspector, inspector } from './inspector.ts'
import { doubtfulIn, listenForKeys, toNextDoubt } from './keys.ts'
import type { LetterView } from './letter-selection.ts'
import { opening, showLetter } from './letter-view.ts'
import { hoverOver, press, type RecordActions, recordPanel } from './record-panel.ts'
import type { FormSchema } from './value-form.ts'
import { valueAt } from './values.ts'
import { type Said, spokenText, wordOn } from './words.ts'

/** The case on display: a change of the pointer in the address only selects another value. */
interface Shown {
  readonly ref: string
  readonly select: (pointer: string, scroll: boolean) => void
}

let shown: Shown | undefined
let schema: FormSchema | undefined

const NAME = 'imr-reader'

/** A case and the value to select. */
interface CaseAddress {
  readonly ref: string
  readonly pointer: string
}

/** Shows a case, and selects the value at the pointer. */
export async function showCase(main: HTMLElement, { ref, pointer }: CaseAddress, signal: AbortSignal): Promise<void> {
  if (shown?.ref === ref && main.querySelector('.case')) return shown.select(pointer, true)
  shown = undefined
  fill(main, h('p', { class: 'note', role: 'status' }, 'Opening the case …'))
  try {
    schema ??= await getJson<FormSchema>('/api/schema')
    const answer = await getJson<CaseAnswer>(`/api/case/${encodeURIComponent(ref)}`)
    if (signal.aborted) return
    await casePage(main, answer, schema, { ref, pointer })
  } catch (error) {
    if (!signal.aborted) fill(main, note((error as Error).message))
  }
}

async function casePage(main: HTMLElement, first: CaseAnswer, schema: FormSchema, at: CaseAddress): Promise<void> {
  const { ref, pointer } = at
  let [answer, selected] = [first, pointer]
  let view: LetterView | undefined
  const lifetime = new AbortController()
  const panel = h('div', { class: 'record' })
  const letter = h('div', { class: 'letter', tabindex: '0', role: 'region', 'aria-label': 'Letter' }, opening())
  const say = async (said: Said) => {
    await send(ref, answer, said)
    answer = await getJson<CaseAnswer>(`/api/case/${encodeURIComponent(ref)}`)
    draw()
    select(selected, false)
  }
  const detail = inspector({ schema, say, selection: () => view?.selection() ?? null, who: reader, setWho: setReader })
  const go = (pointer: string) => {
    history.replaceState(null, '', caseLink(ref, pointer))
    select(pointer, true)
  }
  const select = (pointer: string, scroll: boolean) => {
    selected = pointer
    document.title = `${answer.record.caseNumber ?? answer.record.source.name} · IMR decisions`
    press(panel, pointer, scroll)
    detail.show(answer, pointer)
    view?.mark(pointer === '' ? null : pointer, 'selected', scroll)
  }
  const hover = (pointer: string | null) => {
    hoverOver(panel, pointer)
    view?.mark(pointer, 'hovered')
  }
  const draw = () => {
    drawRecord(panel, { answer, go, hover, detail, say })
    showDoubts(nextDoubt, doubtfulIn(panel, answer).length)
    check.show(answer.corrections)
  }
  const ways = waysFrom(ref, answer.neighbours)
  const nextDoubt = h('button', { type: 'button', class: 'next-doubt' })
  const check = checkButton(say)
  const head = caseHead(answer, ways, nextDoubt, check.element)
  const page = layout(head, letter, h('div', { class: 'side' }, panel, detail.element))
  fill(main, page)
  draw()
  select(selected, true)
  shown = { ref, select }
  const keys = { answer: () => answer, ways, selected: () => selected, go, detail, panel }
  listenForKeys(keys, lifetime.signal)
  nextDoubt.addEventListener('click', () => toNextDoubt(keys))
  whenGone(page, lifetime)
  showAlike(page.querySelector('.alike')!, answer, pointer)
  view = await letterOf(letter, answer, { onPoint: hover, onChoose: go }, lifetime.signal)
  view?.mark(selected === '' ? null : selected, 'selected', selected !== '')
}

function layout(head: HTMLElement, letter: HTMLElement, side: HTMLElement): HTMLElement {
  return h(
    'div',
    { class: 'case', data: { view: 'letter' } },
    desk(head, letter, side),
    h('section', { class: 'alike', 'aria-label': 'Decisions like these' }),
  )
}

interface Parts {
  readonly answer: CaseAnswer
  readonly go: (pointer: string) => void
  readonly hover: (pointer: string | null) => void
  readonly detail: Inspector
  readonly say: (said: Said) => Promise<void>
}

function drawRecord(panel: HTMLElement, parts: Parts): void {
  const { answer } = parts
  fill(panel, faultOf(answer), additions(parts), recordPanel(answer.record, recordActions(parts)))
}

function showDoubts(button: HTMLElement, count: number): void {
  button.textContent = `${plural(count, 'doubt')} ›`
  button.hidden = count === 0
}

const recordActions = ({ answer, go, hover, detail, say }: Parts): RecordActions => ({
  onSelect: go,
  onHover: hover,
  onAdd: list => detail.add(list),
  onAcceptPart: pointer => {
    const spoken = wordOn(answer.corrections, pointer)
    const isAccepted = spoken?.action === 'accept'
    const said: Said = isAccepted ? { action: 'withdraw', pointer, of: spoken.id } : { action: 'accept', pointer }
    void say(said).then(() => announce(isAccepted ? 'Undone' : 'Accepted'), told)
  },
  spokenOn: pointer => spokenWord(answer, pointer),
})

const told = (error: unknown): void => announce((error as Error).message, true)

const reader = (): string => localStorage.getItem(NAME) ?? (user || 'reader')
const setReader = (name: string): void => localStorage.setItem(NAME, name.trim())

const send = (ref: string, answer: CaseAnswer, said: Said): Promise<unknown> =>
  postJson(`/api/case/${encodeURIComponent(ref)}/corrections`, {
    ...said,
    ...about(answer, said.pointer, said.action),
    by: reader(),
  })

let user = ''
/** Sets the author of corrections. */
export const setUser = (name: string): void => {
  user = name
}

/** What the correction is about, so that it is never applied to another value. */
function about({ record }: CaseAnswer, pointer: string, action: string): Pick<Said, 'was' | 'entry'> {
  if (action === 'add' || action === 'withdraw' || pointer === '') return {}
  const entry = /^\/(?:diagnoses|treatments|disputedItems)\/\d+/.exec(pointer)?.[0]
  const was = valueAt(record, pointer)
  return {
    ...(was !== undefined && { was: was as NonNullable<Said['was']> }),
    entry: entry ? String(valueAt(record, `${entry}/text`)) : null,
  }
}

async function letterOf(
  box: HTMLElement,
  answer: CaseAnswer,
  on: { onPoint: (pointer: string | null) => void; onChoose: (pointer: string) => void },
  signal: AbortSignal,
): Promise<LetterView | undefined> {
  const { record, ref, hasFile } = answer
  const address = `/api/case/${encodeURIComponent(ref)}`
  try {
    const letter = await getJson<LetterAnswer>(`${address}/letter`, signal)
    return await showLetter(box, { record, letter, file: hasFile ? `${address}/file` : null, ...on }, signal)
  } catch (error) {
    if (!signal.aborted) fill(box, h('p', { class: 'note', role: 'alert' }, (error as Error).message))
    return undefined
  }
}

function spokenWord(answer: CaseAnswer, pointer: string): string | undefined {
  const spoken = wordOn(answer.corrections, pointer)
  return spoken && spokenText(spoken)
}

const faultOf = ({ correctionFault }: CaseAnswer): HTMLElement | null =>
  correctionFault === null ? null : h('p', { class: 'error', role: 'alert' }, correctionFault)

/** Entries that people added are not in the program's record, so they are listed separately. */
function additions({ answer: { corrections, corrected, record }, say }: Parts): HTMLElement | null {
  const withdrawn = new Set(corrections.flatMap(({ of }) => of ?? []))
  const added = corrections.filter(({ action, id }) => action === 'add' && !withdrawn.has(id))
  if (added.length === 0 || corrected === record) return null
  return h(
    'section',
    { class: 'part', 'aria-label': 'Added by readers' },
    h('header', {}, h('h2', {}, 'Added by readers', h('span', { class: 'count' }, ` ${added.length}`))),
    h(
      'ul',
      { class: 'added' },
      added.map(({ id, value, pointer, by }) => {
        const text = String((value as { text?: string }).text ?? '')
        const undo = () => void say({ action: 'withdraw', pointer, of: id }).then(() => announce('Undone'), told)
        return h(
          'li',
          {},
          h('b', {}, text),
          ` to ${pointer.split('/')[1]} by ${by} `,
          h('button', { type: 'button', class: 'quiet', 'aria-label': `Undo: ${text}`, onclick: undo }, 'Undo'),
        )
      }),
    ),
  )
}

/** Stops what a page started once the page is no longer shown. */
function whenGone(element: HTMLElement, lifetime: AbortController): void {
  const watch = new MutationObserver(() => {
    if (element.isConnected) return
    lifetime.abort()
    watch.disconnect()
    shown = undefined
  })
  watch.observe(element.parentElement!, { childList: true })
}
