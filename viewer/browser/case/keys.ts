import type { CaseAnswer } from '../../api.ts'
import { caseLink } from '../address.ts'
import { announce } from '../dom.ts'
import type { Inspector } from './inspector.ts'
import { doubtsOf } from './values.ts'

interface Keys {
  readonly answer: () => CaseAnswer
  readonly selected: () => string
  readonly go: (pointer: string) => void
  readonly detail: Inspector
  readonly panel: HTMLElement
}

/** Keys for the way through a letter; none while something is typed, or with a key that the browser knows. */
export function listenForKeys(keys: Keys, signal: AbortSignal): void {
  const { answer, detail } = keys
  const isDoubtful = (pointer: string) => doubtsOf(answer().record, pointer).some(({ severity }) => severity !== 'info')
  const acts: Readonly<Record<string, () => void>> = {
    n: () => step(keys, 1, () => true),
    p: () => step(keys, -1, () => true),
    d: () => step(keys, 1, isDoubtful),
    a: () => detail.accept(),
    e: () => detail.edit(),
    ']': () => jump(answer().neighbours.after),
    '[': () => jump(answer().neighbours.before),
  }
  const onKey = (event: KeyboardEvent) => {
    const isTyped = (event.target as Element).closest?.('input, textarea, select')
    const act = acts[event.key]
    if (!act || isTyped || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', onKey, { signal })
}

/** The next value in the order in which they are shown. */
function step({ selected, go, panel }: Keys, by: 1 | -1, wanted: (pointer: string) => boolean): void {
  const buttons = [...panel.querySelectorAll<HTMLElement>('[data-pointer]')]
  const at = buttons.findIndex(({ dataset }) => dataset.pointer === selected())
  const ahead = by > 0 ? buttons.slice(at + 1) : buttons.slice(0, Math.max(at, 0)).reverse()
  const next = ahead.find(({ dataset }) => wanted(dataset.pointer!))
  if (!next) {
    announce('No further one in this letter')
    return
  }
  go(next.dataset.pointer!)
  next.focus()
}

function jump(ref: string | null): void {
  if (ref !== null) location.hash = caseLink(ref)
}
