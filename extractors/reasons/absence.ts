import { type Span, span } from '../../document/index.ts'
import vocabulary from '../../vocabulary/reasons/modifiers.json' with { type: 'json' }

const any = (cues: readonly { cue: string }[], flags: string): RegExp =>
  new RegExp(cues.map(({ cue }) => `(?:${cue})`).join('|'), flags)

const FORWARD = any(vocabulary.forward, 'gi')
const BACKWARD = any(vocabulary.backward, 'gi')
const ENDS = any(vocabulary.ends, 'gi')

/**
 * The parts of a clause that it says are missing:
 *
 *     there is no record of weakness or numbness to support the study
 *                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 */
export function absentRanges(words: string): Span[] {
  const ends = Array.from(words.matchAll(ENDS), ({ index, 0: end }) => span(index, index + end.length))
  const forward = Array.from(words.matchAll(FORWARD), match => {
    const from = match.index + match[0].length
    return span(match.index, ends.find(end => end.start >= from)?.start ?? words.length)
  })
  const backward = Array.from(words.matchAll(BACKWARD), match =>
    span(ends.findLast(end => end.end <= match.index)?.end ?? 0, match.index + match[0].length),
  )
  return [...forward, ...backward]
}

/** Whether what begins at an offset is said to be missing. */
export const isAbsent = (ranges: readonly Span[], offset: number): boolean =>
  ranges.some(({ start, end }) => start <= offset && offset < end)
