import { type Span, span } from '../../document/index.ts'

/** A part of a text, and what is read instead. */
export interface Replacement extends Span {
  readonly says: string
}

/** The same with its place in the changed text. */
export interface Patch extends Replacement {
  readonly at: number
}

/** A text with changes made, which are in order and apart. */
export function patched(text: string, changes: readonly Replacement[]): { text: string; patches: Patch[] } {
  const pieces: string[] = []
  const patches: Patch[] = []
  let [from, length] = [0, 0]
  for (const change of changes) {
    const at = length + change.start - from
    pieces.push(text.slice(from, change.start), change.says)
    patches.push({ ...change, at })
    from = change.end
    length = at + change.says.length
  }
  return { text: pieces.join('') + text.slice(from), patches }
}

/** Where an offset of the text below lies in the changed one. */
export function upward(offset: number, patches: readonly Patch[]): number {
  const patch = patches.findLast(({ start }) => start < offset)
  if (!patch) return offset
  return offset < patch.end ? patch.at : patch.at + patch.says.length + offset - patch.end
}

/** The part of the text below that a range of the changed one stands for: of what was changed all of it. */
export function downward({ start, end }: Span, patches: readonly Patch[]): Span {
  const first = patches.findLast(({ at }) => at <= start)
  const last = patches.findLast(({ at }) => at < end)
  return span(
    first && start < first.at + first.says.length ? first.start : behind(first, start),
    last && end < last.at + last.says.length ? last.end : behind(last, end),
  )
}

const behind = (patch: Patch | undefined, offset: number): number =>
  patch ? patch.end + offset - patch.at - patch.says.length : offset
