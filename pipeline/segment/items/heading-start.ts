import { type FoldedLine, type FoldedText, type Span, span } from '../../../document/index.ts'
import { mendedIn } from '../../repair/index.ts'
import type { LabelledItems } from '../forms/form.ts'

/**
 * Where the heading that ends at `region.end` begins. Where fonts are known, by weight. Else behind the last sentence
 * that ends before it, and where lines are as they were printed (`laidOut`), not above the end of a paragraph.
 */
export function headingStart(letter: FoldedText, grammar: LabelledItems, region: Span, laidOut: boolean): number {
  const { text, lines } = letter
  const inside = lines.filter(line => line.start >= region.start && line.start < region.end).slice(-MOST_LINES)
  if (inside.length > 0 && inside.some(line => line.bold === true))
    return walkBack(inside, at => continuesBold(text, inside, at))
  const sentence = sentenceStart(letter, grammar, region)
  if (!laidOut || inside.length === 0) return sentence
  const spaced = isSpaced(lines)
  const divided = spaced && lines.find(line => line.start > region.end)?.apart === true
  const layout = { grammar, full: fullLength(inside), spaced, divided }
  return Math.max(
    sentence,
    walkBack(inside, at => continuesPlain(letter, inside, at, layout)),
  )
}

/** How long lines are that are full; of many, some are longer, where a program has joined a broken word. */
const fullLength = (lines: readonly FoldedLine[]): number =>
  lines.map(line => line.end - line.start).sort((a, b) => b - a)[Math.floor(lines.length / 8)]!

/** Whether empty lines divide paragraphs, and not merely all lines. */
const isSpaced = (lines: readonly FoldedLine[]): boolean => lines.filter(line => line.apart).length < lines.length / 2

/** No heading seen has more than six lines; it bounds what a hostile letter can ask for. */
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

interface LineLayout {
  readonly grammar: LabelledItems
  /** Length of a full line: a much shorter one ends a paragraph. */
  readonly full: number
  readonly spaced: boolean
  /** An empty line stands between this heading and its first label, and so between the others of its paragraphs. */
  readonly divided: boolean
}

/**
 * The line above belongs to the heading unless it ends a paragraph, which is seen from its end of a sentence, its
 * shortness, or an empty line; but a heading that spells out a modification goes on over its own full stops.
 */
function continuesPlain(letter: FoldedText, lines: readonly FoldedLine[], at: number, layout: LineLayout): boolean {
  const { text } = letter
  const [above, line] = [lines[at - 1]!, lines[at]!].map(({ start, end }) => text.slice(start, end)) as [string, string]
  const isOneWord = text[lines[at]!.start - 1] !== ' '
  if (isOneWord || isOutcomeOnly(text, lines[at]!)) return true
  if (insideModified(letter, span(lines[at]!.start, lines.at(-1)!.end), layout.grammar)) return true
  if (endsSentence(above) || (layout.spaced && lines[at]!.apart)) return false
  // Where mail has broken long lines once more, a short line ends nothing.
  if (layout.divided && !letter.cuts.includes(lines[at]!.start)) return true
  return above.length + 1 + line.search(/ |$/) >= layout.full * FILLED
}

/** A line of a paragraph is so full that the next word had no place; letters differ in width, so that is not exact. */
const FILLED = 0.65

/** "Norco 5/325 mg. qty 30": no sentence ends there. */
const ABBREVIATION = /(?:^|[\s\d(])(?:mg|mcg|ml|gm?|tabs?|caps?|qty|no|nos|dr|vs|approx|wks?|hrs?|e\.g|i\.e)\.$/i

const endsSentence = (words: string): boolean => /[.!?]["')\]]*$/.test(words) && !ABBREVIATION.test(words.slice(-9))

/** The closing formula ends a sentence also where its full stop is lost: "is not medically necessary A cane: Upheld". */
const SENTENCE_END = /[.!?]["')\]]{0,3} |medically necessary (?=[A-Z\d])/g

/** The last sentence of `region`, or the sentences that spell out a modification together. */
function sentenceStart(letter: FoldedText, grammar: LabelledItems, region: Span): number {
  const part = letter.text.slice(region.start, region.end)
  const starts = Array.from(part.matchAll(SENTENCE_END), match => match.index + match[0].length)
    .filter(at => at < part.trimEnd().length && !ABBREVIATION.test(part.slice(Math.max(0, at - 10), at - 1)))
    .slice(-MOST_LINES)
  const goesOn = (at: number): boolean => insideModified(letter, span(region.start + at, region.end), grammar)
  return region.start + (starts.findLast(at => !goesOn(at)) ?? 0)
}

/** Whether `heading` has a later sentence of the formula but not yet its first. */
function insideModified(letter: FoldedText, heading: Span, { modified }: LabelledItems): boolean {
  if (!modified) return false
  const sentences = mendedIn(letter, heading).split(/(?<=\.) /)
  return (
    sentences.some(sentence => modified.goesOn.test(sentence)) &&
    !sentences.some(sentence => modified.opens.test(sentence))
  )
}
