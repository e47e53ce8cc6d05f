import { describe, expect, it } from 'vitest'
import { doubtfulStrips, placedWords, SMALLER, settled } from '../../../../pipeline/read/ocr/again.ts'
import type { OcrLine, OcrWord } from '../../../../pipeline/read/ocr/lines.ts'

const word = (text: string, confidence: number, left = 100, top = 200): OcrWord => ({
  text,
  confidence,
  left,
  top,
  right: left + 120,
  bottom: top + 40,
})
const line = (...words: OcrWord[]): OcrLine => ({ words, afterGap: false })
const textOf = (lines: readonly OcrLine[]): string[] =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '))

describe('a second look', () => {
  it('is taken at lines with a doubtful word only', () => {
    expect(doubtfulStrips([line(word('sure', 96)), line(word('Treatment', 96), word('20186,', 74, 300, 300))])).toEqual(
      [{ top: 194, bottom: 346 }],
    )
  })

  it('counts if the engine is clearly surer of it', () => {
    const first = [line(word('Treatment', 96, 100), word('20186,', 74, 300))]
    expect(textOf(settled(first, [word('2016,', 96, 302)]))).toEqual(['Treatment 2016,'])
    expect(textOf(settled(first, [word('2018,', 76, 302)]))).toEqual(['Treatment 20186,'])
    expect(textOf(settled(first, [word('2016,', 96, 400)]))).toEqual(['Treatment 20186,'])
    expect(textOf(settled(first, [word('Tretment', 99, 100)]))).toEqual(['Treatment 20186,'])
  })

  it('moves words to their place on the page', () => {
    const strips = [
      { top: 194, bottom: 246 },
      { top: 494, bottom: 546 },
    ]
    // The second strip begins below the first and the white gap.
    const seen = { ...word('2016,', 96), left: 225, right: 315, top: 39 + 40 + 4.5, bottom: 39 + 40 + 34.5 }
    expect(placedWords([seen], strips)).toEqual([{ ...word('2016,', 96, 300, 500) }])
    expect(SMALLER).toBe(0.75)
  })
})
