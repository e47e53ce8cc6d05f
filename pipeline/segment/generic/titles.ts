import { type FoldedText, type Span, span } from '../../../document/index.ts'
import { DiceCoefficient } from '../../../terminology/index.ts'
import { type Meaning, WORDINGS } from './words.ts'

/** A line, or the beginning of one, that is shaped like a heading and resembles a known one. */
export interface Title extends Span {
  readonly meaning: Meaning
}

/** "CLINICAL SUMMARY", and "Summary of the case:" with or without text after it. */
const SHAPES: readonly RegExp[] = [
  /^[A-Z][A-Z0-9 ,()/&'’-]{3,90}:?$/,
  // Not a field: "Decision Date: 06/02/2019".
  /^(?:\d{1,2}[.)] ?)?[A-Z][A-Za-z'’()/ -]{3,60}:(?! ?(?:CM)?\d)/,
]

/** Minimum bigram similarity of two wordings of one heading: "Clinical Summary" and "CLINICAL CASE SUMMARY". */
const ALIKE = 0.7

/** A letter has few headings; this limits the work on other files. */
const MOST_SHAPES = 400

/** Headings by shape and meaning, in the order of the letter. */
export function titlesIn({ text, lines }: FoldedText): Title[] {
  const shaped = lines.flatMap(line => {
    const words = text.slice(line.start, line.end)
    const shape = SHAPES.map(pattern => pattern.exec(words)?.[0]).find(found => found !== undefined)
    return shape === undefined ? [] : [{ words: shape, at: span(line.start, line.start + shape.length) }]
  })
  return shaped.slice(0, MOST_SHAPES).flatMap(({ words, at }) => {
    const meaning = meaningOf(words)
    return meaning === null ? [] : [{ ...at, meaning }]
  })
}

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

const KNOWN = WORDINGS.map(([words, meaning]) => ({ words: bare(words), meaning }))

function meaningOf(words: string): Meaning | null {
  const likeness = KNOWN.map(known => ({ ...known, like: DiceCoefficient(bare(words), known.words) }))
  const best = likeness.reduce((a, b) => (b.like > a.like ? b : a))
  return best.like >= ALIKE ? best.meaning : null
}
