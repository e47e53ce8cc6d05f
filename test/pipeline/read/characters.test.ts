import { describe, expect, it } from 'vitest'
import { withPlainCharacters } from '../../../pipeline/read/characters.ts'

const ROWS: readonly [why: string, written: string, plain: string][] = [
  ['ligatures are letters', '\ufb01nding of \ufb02uid, di\ufb03cult', 'finding of fluid, difficult'],
  ['full-width letters are letters', '\uff2d\uff32\uff29', 'MRI'],
  ['quotes are straight', '\u201cworker\u2019s\u201d', '"worker\'s"'],
  ['hyphens are hyphens', 'L4\u2010L5\u2011S1', 'L4-L5-S1'],
  ['no-break spaces become spaces', 'L4\u00a0L5', 'L4 L5'],
  ['a replacement for a hyphen that took the line end with it', 'Non\ufffeMTUS', 'Non-\nMTUS'],
  ['and one that did not', 'Non\ufffe\nMTUS', 'Non-\nMTUS'],
  ['soft hyphens and zero-width characters vanish', 'can\u00adnot\u200b be\ufeff', 'cannot be'],
  ['but a soft hyphen at a line end shows', 'can\u00ad\nnot', 'can\u00ad\nnot'],
  ['colours and titles of a terminal are nothing', '\u001b[1;31mred\u001b[0m \u001b]0;a title\u0007one', 'red one'],
  ['what words are made of stays', 'Caf\u00e9 \u00b0 \u2013 \u2265', 'Caf\u00e9 \u00b0 \u2013 \u2265'],
]

describe('plain characters', () => {
  it.each(ROWS)('%s', (_why, written, plain) => {
    expect(withPlainCharacters(written)).toBe(plain)
  })
})
