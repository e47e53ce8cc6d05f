import { type FoldedLine, type FoldedText, type Span, span } from '../../../document/index.ts'
import { repairedTextIn } from '../../repair/index.ts'
import type { LabelledItems } from '../forms/form.ts'
import { isConclusion, isProse, proseSentences } from './prose.ts'

/**
 * Start of the heading that ends at `region.end`: by weight if fonts are known, else after the last sentence of prose,
 * and in text with its original line breaks (`laidOut`) not above an empty line that separates paragraphs.
 */
export function headingStart(letter: FoldedText, grammar: LabelledItems, region: Span, laidOut: boolean): number {
  const { text, lines } = letter
  const inside = lines.filter(line => line.start >= region.start && line.start < region.end).slice(-MOST_LINES)
  if (inside.length > 0 && inside.some(line => line.bold === true))
    return walkBack(inside, at => continuesBold(text, inside, at))
  if (!laidOut || inside.length === 0) return nameStart(letter, grammar, region, [])
  const spaced = isSpaced(lines)
  const floor = walkBack(inside, at => !spaced || continuesOverGap(letter, grammar, inside, at))
  const divided = spaced && lines.find(line => line.start > region.end)?.apart === true
  const part = span(Math.max(floor, region.start), region.end)
  // If empty lines separate paragraphs, or e-mail has wrapped long lines again, a short line does not end a paragraph.
  return nameStart(letter, grammar, part, divided ? [] : endsOfParagraphs(letter, inside))
}

/**
 * Whether the heading is certain: it is bold, follows an empty line or a sentence with a decision, or has no sentences
 * in it.
 */
export function isSureHeading(letter: FoldedText, grammar: LabelledItems, region: Span, name: Span): boolean {
  const { text, lines } = letter
  const first = lines.find(line => line.end > name.start)
  if (!first || first.bold === true || (first.start === name.start && first.apart && isSpaced(lines))) return true
  if (
    grammar.modified?.opens.test(
      proseSentences(text, name).map(({ start, end }) => text.slice(start, end).trim())[0] ?? '',
    )
  )
    return true
  const above = proseSentences(text, span(region.start, name.start)).at(-1)
  if (above && isConclusion(text.slice(above.start, above.end))) return true
  return proseSentences(text, name).length === 1 && !isProse(text.slice(name.start, name.end))
}

/** Length of a full line. Some of many lines are longer, where a broken word was joined. */
const fullLength = (lines: readonly FoldedLine[]): number =>
  lines.map(line => line.end - line.start).sort((a, b) => b - a)[Math.floor(lines.length / 8)]!

/** Whether empty lines separate paragraphs, and not just every line. */
const isSpaced = (lines: readonly FoldedLine[]): boolean => lines.filter(line => line.apart).length < lines.length / 2

/** No heading read so far has more than six lines; this limits the work on hostile input. */
const MOST_LINES = 40

function walkBack(lines: readonly FoldedLine[], continues: (at: number) => boolean): number {
  let at = lines.length - 1
  while (at > 0 && continues(at)) at--
  return lines[at]!.start
}

/** Headings are bold and prose is not; an outcome on a line of its own is not bold either. */
const continuesBold = (text: string, lines: readonly FoldedLine[], at: number): boolean =>
  lines[at - 1]!.bold === true || (lines[at]!.bold !== true && isOutcomeOnly(text, lines[at]!))

const isOutcomeOnly = (text: string, line: Span): boolean =>
  /^(?:(?:is|are)? ?:? ?)?(?:Upheld|Overturned)?\.?$/i.test(text.slice(line.start, line.end))

/** An empty line ends the paragraph above it, unless the heading spells out a modification and has only begun. */
function continuesOverGap(
  letter: FoldedText,
  grammar: LabelledItems,
  lines: readonly FoldedLine[],
  at: number,
): boolean {
  const line = lines[at]!
  const isOneWord = letter.text[line.start - 1] !== ' '
  if (!line.apart || isOneWord || isOutcomeOnly(letter.text, line)) return true
  return insideModified(letter, span(line.start, lines.at(-1)!.end), grammar)
}

/**
 * A line of a paragraph is so full that the next word did not fit. Characters differ in width, so this is not exact.
 */
const FILLED = 0.65

/** Starts of lines that follow a line too short to continue its paragraph. */
function endsOfParagraphs({ text }: FoldedText, lines: readonly FoldedLine[]): number[] {
  const least = fullLength(lines) * FILLED
  return lines.slice(1).flatMap((line, at) => {
    const above = lines[at]!
    const firstWord = text.slice(line.start, line.end).search(/ |$/)
    return above.end - above.start + 1 + firstWord < least ? [line.start] : []
  })
}

/**
 * Where the prose ends and the name begins in `part`. A name may contain full stops, so everything that is not prose
 * counts as the name; one that spells out a modification even has sentences.
 */
function nameStart(letter: FoldedText, grammar: LabelledItems, part: Span, breaks: readonly number[]): number {
  const { text } = letter
  const sentences = proseSentences(text, part).slice(-MOST_LINES)
  let at = sentences.length - 1
  const last = sentences[at]!
  const start = afterUnfinished(letter, grammar, last, breaks)
  if (start > last.start) return start
  while (at > 0 && continuesName(letter, grammar, sentences[at - 1]!, span(sentences[at]!.start, part.end))) at--
  return sentences[at]!.start
}

/** "No reason is given" at the end of a paragraph, without a full stop: the name begins on the next line. */
function afterUnfinished(letter: FoldedText, grammar: LabelledItems, last: Span, breaks: readonly number[]): number {
  const isName = (at: number): boolean => {
    const [before, after] = [span(last.start, at), span(at, last.end)].map(({ start, end }) =>
      letter.text.slice(start, end),
    )
    return isProse(before!) && !isProse(after!)
  }
  if (insideModified(letter, last, grammar) || grammar.modified?.opens.test(letter.text.slice(last.start, last.end)))
    return last.start
  return breaks.filter(at => at > last.start && at < last.end).findLast(isName) ?? last.start
}

/** Whether a sentence is part of the name that continues with `rest`. */
function continuesName(letter: FoldedText, grammar: LabelledItems, sentence: Span, rest: Span): boolean {
  const words = letter.text.slice(sentence.start, sentence.end)
  if (insideModified(letter, rest, grammar)) return !isConclusion(words)
  return !isProse(words)
}

/** Whether `heading` contains a later sentence of the formula but not yet its first. */
function insideModified(letter: FoldedText, heading: Span, { modified }: LabelledItems): boolean {
  if (!modified) return false
  const sentences = repairedTextIn(letter, heading).split(/(?<=\.) /)
  return (
    sentences.some(sentence => modified.goesOn.test(sentence)) &&
    !sentences.some(sentence => modified.opens.test(sentence))
  )
}
