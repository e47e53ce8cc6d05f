import { matchesOf, type Span, span } from '../../../document/index.ts'
import proseFile from '../../../vocabulary/wordings/prose.json' with { type: 'json' }

const alternatives = (lines: readonly string[]): string =>
  lines
    .flatMap(line => line.split(' '))
    .map(RegExp.escape)
    .join('|')

const VERB = new RegExp(`\\b(?:${alternatives(proseFile.verbs)})\\b`, 'i')
const CONCLUSION = new RegExp(`\\b(?:${proseFile.conclusions.map(RegExp.escape).join('|')})\\b`, 'i')
const ABBREVIATION = new RegExp(
  `(?:^|[\\s\\d(,])(?:${alternatives(proseFile.abbreviations)}|(?:[a-z]\\.)*[a-z])\\.$`,
  'i',
)

/** "(Chou, 2007)" after a full stop; but "(initial)" is part of a name. */
const REFERENCE = /\b(?:19|20)\d\d\b|\bet al\b/

/** "(Chou, 2007)": text in brackets does not affect the sentence around it. */
const BRACKETS = /\([^()]*\)/g

/** Whether the words state a decision: "As such, the request is not medically necessary." */
export const isConclusion = (words: string): boolean => CONCLUSION.test(words)

const OPENS = new RegExp(`^["“(]?(?:${alternatives(proseFile.openings)})\\b`)

/** "Caregiver when the spouse is at work": a verb in a subordinate clause does not make it a sentence. */
const SUBORDINATE = /(?<=\w \w.*)\b(?:when|while|where|who|whom|whose|that|which|if|until|unless|because|since)\b.*$/i

/** Whether the words are a full sentence, or only a note in brackets, and not part of an item's name. */
export function isProse(words: string): boolean {
  const own = words.slice(0, LONGEST).replace(BRACKETS, ' ')
  if (isConclusion(words) || (!/\w/.test(own) && REFERENCE.test(words))) return true
  return VERB.test(OPENS.test(own) ? own : own.replace(SUBORDINATE, ''))
}

/** No name is longer, and no sentence of prose comes to its verb this late. */
const LONGEST = 600

/** A full stop and what may follow it; a closing formula ends a sentence even if its full stop is lost. */
const STOP = /[.!?]["'”’)\]]{0,3} (?=\S)|medically necessary (?=[A-Z\d])/g

/**
 * The sentences of a part of a text. A sentence continues after an abbreviation or before a lower-case letter, unless
 * it has stated a decision: then only the next name can follow.
 */
export function proseSentences(text: string, range: Span): Span[] {
  const sentences: Span[] = []
  let start = range.start
  for (const { 0: stop, index } of matchesOf(text.slice(range.start, range.end), STOP)) {
    const end = range.start + index + stop.length
    const words = text.slice(start, end).trimEnd()
    const goesOn = ABBREVIATION.test(words.slice(-9)) || /[a-z]/.test(text[end]!)
    if (goesOn && !isConclusion(words)) continue
    sentences.push(span(start, end))
    start = end
  }
  return [...sentences, span(start, range.end)]
}
