import { beforeAll, describe, expect, it } from 'vitest'
import { CONTENTS, COURIER, type DrawnLine, drawLine, drawText, factsIn, PAGES, pdfOf } from './draw.ts'

let letter: unknown
beforeAll(async () => {
  letter = await factsIn(pdfOf(CONTENTS))
})

/** The same elements in another, reproducible order. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  const left = [...all]
  let state = seed
  for (let at = left.length - 1; at > 0; at--) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    const other = state % (at + 1)
    ;[left[at], left[other]] = [left[other]!, left[at]!]
  }
  return left
}

type Arrange = (lines: readonly DrawnLine[]) => readonly DrawnLine[]

const LINES: readonly (readonly [order: string, arrange: Arrange])[] = [
  ['from the bottom up', lines => lines.toReversed()],
  ['shuffled', lines => shuffled(lines, 1)],
  ['shuffled otherwise', lines => shuffled(lines, 2)],
  ['bold ones first', lines => [...lines.filter(({ bold }) => bold), ...lines.filter(({ bold }) => !bold)]],
  ['bold ones last', lines => [...lines.filter(({ bold }) => !bold), ...lines.filter(({ bold }) => bold)]],
  ['the last one first', lines => [lines.at(-1)!, ...lines.slice(0, -1)]],
  ['the first two last', lines => [...lines.slice(2), ...lines.slice(0, 2)]],
  [
    'each second one, then the others',
    lines => [...lines.filter((_, at) => at % 2 > 0), ...lines.filter((_, at) => at % 2 === 0)],
  ],
]

/** The words of lines, or their characters, at their places in a font of fixed width. */
const piecesOf = (lines: readonly DrawnLine[], pattern: RegExp): DrawnLine[] =>
  lines.flatMap(line =>
    Array.from(line.text.matchAll(pattern), ({ 0: text, index }) => ({ ...line, text, x: line.x + index * 4.2 })),
  )

const drawn = ({ text, x, y, bold }: DrawnLine): string => drawText(text, x, y, { font: bold ? 'F2' : 'F1', size: 7 })

const PIECES: readonly (readonly [order: string, pattern: RegExp, arrange: Arrange])[] = [
  ['words from right to left', /\S+/g, pieces => pieces.toReversed()],
  ['words column by column', /\S+/g, pieces => pieces.toSorted((a, b) => a.x - b.x)],
  ['words shuffled', /\S+/g, pieces => shuffled(pieces, 3)],
  ['characters shuffled', /\S/g, pieces => shuffled(pieces, 4)],
]

describe('a page that is drawn in another order is read by position', () => {
  it.each(LINES)('lines %s', async (_order, arrange) => {
    expect(await factsIn(pdfOf(PAGES.map(lines => arrange(lines).map(drawLine).join('\n'))))).toEqual(letter)
  })

  it.each(PIECES)('%s', async (_order, pattern, arrange) => {
    const contents = PAGES.map(lines => arrange(piecesOf(lines, pattern)).map(drawn).join('\n'))
    expect(await factsIn(pdfOf(contents, COURIER))).toEqual(letter)
  })
})
