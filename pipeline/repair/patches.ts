import { type Span, span } from '../../document/index.ts'

/** A part of a text and its replacement. */
export interface Replacement extends Span {
  readonly says: string
}

/** A replacement and its place in the changed text. */
export interface Patch extends Replacement {
  readonly at: number
}

/** A text with changes applied; they must be in order and must not overlap. */
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

/** The offset in the changed text of an offset in the original. */
export function upward(offset: number, patches: readonly Patch[]): number {
  const patch = patches.findLast(({ start }) => start < offset)
  if (!patch) return offset
  return offset < patch.end ? patch.at : patch.at + patch.says.length + offset - patch.end
}

/** The range of the original that a range of the changed text stands for; a change is covered as a whole. */
export function downward({ start, end }: Span, patches: readonly Patch[]): Span {
  const first = patches.findLast(({ at }) => at <= start)
  const last = patches.findLast(({ at }) => at < end)
  return span(
    first && start < first.at + first.says.length ? first.start : afterPatch(first, start),
    last && end < last.at + last.says.length ? last.end : afterPatch(last, end),
  )
}

const afterPatch = (patch: Patch | undefined, offset: number): number =>
  patch ? patch.end + offset - patch.at - patch.says.length : offset
