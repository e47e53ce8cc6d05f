import type { CaseAnswer } from '../../api.ts'
import { announce } from '../dom.ts'
import type { Ways } from '../search/trail.ts'
import type { Inspector } from './inspector.ts'
import { valuesIn } from './record-panel.ts'
import { isDoubtful } from './values.ts'

interface Keys {
  readonly answer: () => CaseAnswer
  readonly ways: Ways
  readonly selected: () => string
  readonly go: (pointer: string) => void
  readonly detail: Inspector
  readonly panel: HTMLElement
}

/** Keyboard shortcuts for a letter; ignored while the user is typing, and with modifier keys that the browser uses. */
export function listenForKeys(keys: Keys, signal: AbortSignal): void {
  const { ways, detail } = keys
  const acts: Readonly<Record<string, () => void>> = {
    n: () => step(keys, 1),
    p: () => step(keys, -1),
    d: () => toNextDoubt(keys),
    a: () => detail.accept(),
    e: () => detail.edit(),
    ']': () => jump(ways.after),
    '[': () => jump(ways.before),
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

/** The next value in display order. */
function step(keys: Keys, by: 1 | -1): void {
  const buttons = [...valuesIn(keys.panel)]
  const at = buttons.findIndex(({ dataset }) => dataset.pointer === keys.selected())
  choose(keys, by > 0 ? buttons[at + 1] : buttons[Math.max(at, 0) - 1])
}

/** After the last doubt comes the first again, since the user may have begun in the middle. */
export function toNextDoubt(keys: Keys): void {
  const buttons = [...valuesIn(keys.panel)]
  const at = buttons.findIndex(({ dataset }) => dataset.pointer === keys.selected())
  const doubtful = doubtfulIn(keys.panel, keys.answer())
  choose(keys, doubtful.find(button => buttons.indexOf(button) > at) ?? doubtful[0])
}

/** Doubtful values in display order. */
export const doubtfulIn = (panel: HTMLElement, { record }: CaseAnswer): HTMLElement[] =>
  [...valuesIn(panel)].filter(({ dataset }) => isDoubtful(record, dataset.pointer!))

function choose({ go }: Keys, button: HTMLElement | undefined): void {
  if (!button) {
    announce('No more in this letter')
    return
  }
  go(button.dataset.pointer!)
  button.focus()
}

function jump(link: string | null): void {
  if (link !== null) location.hash = link
}
