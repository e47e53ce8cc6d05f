import { beforeAll, describe, expect, it } from 'vitest'
import { stream } from '../../../../corpus/hostile/pdf/write.ts'
import type { CaseRecord, SourceDocument } from '../../../../document/index.ts'
import { extractRecords, type Recognizer, readLetter } from '../../../../pipeline/index.ts'
import { CONTENTS, drawLine, factsIn, PAGES, pdfOf, recordsIn } from './draw.ts'

let letter: Record<string, unknown>[]
beforeAll(async () => {
  letter = (await factsIn(pdfOf(CONTENTS))) as Record<string, unknown>[]
})

const hex = (code: number): string => code.toString(16).padStart(4, '0')

/** A map from glyphs to characters; glyphs without a character are left out. */
function saying(characterOf: (code: number) => number | null) {
  const rows = Array.from({ length: 95 }, (_, at) => [at + 32, characterOf(at + 32)] as const)
    .filter(([, character]) => character !== null)
    .map(([code, character]) => `<${hex(code).slice(2)}> <${hex(character!)}>`)
  return stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar\nendcmap end end`,
  )
}

const font = (name: string, table: boolean): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding ${table ? '/ToUnicode 5 0 R' : ''} >>`

const written = (characterOf: (code: number) => number | null, { plain = true, bold = true } = {}): Buffer =>
  pdfOf(CONTENTS, { fonts: [font('Times-Roman', plain), font('Times-Bold', bold)], objects: [saying(characterOf)] })

const isLetter = (code: number): boolean => /[A-Za-z]/.test(String.fromCharCode(code))
const rotated =
  (by: number) =>
  (code: number): number => {
    const base = code >= 97 ? 97 : 65
    return isLetter(code) ? base + ((code - base + by) % 26) : code
  }

/** Cyrillic letters for a, c, e, o and p. */
const LOOKALIKES: ReadonlyMap<number, number> = new Map([
  [97, 0x430],
  [99, 0x441],
  [101, 0x435],
  [111, 0x43e],
  [112, 0x440],
])

describe('a garbled text layer', () => {
  const GARBLED: readonly (readonly [how: string, characterOf: (code: number) => number])[] = [
    ['each character is the next one', code => (code === 32 ? 32 : code + 1)],
    ['each is shifted by 29, spaces too', code => code + 29],
    ['letters are others of the alphabet', rotated(13)],
    ['letters are others by a few', rotated(3)],
    ['letters of private use', code => (code === 32 ? 32 : 0xe000 + code)],
    ['letters that fonts of symbols have', code => (code === 32 ? 32 : 0xf000 + code)],
    ['replacement characters', code => (code === 32 ? 32 : 0xfffd)],
    ['nothing but NUL', () => 0],
    ['control characters', code => (code === 32 ? 32 : (code % 26) + 1)],
    ['letters of another alphabet', code => (isLetter(code) ? 0x400 + code : code)],
    ['letters with accents', code => (isLetter(code) ? 0x80 + code : code)],
    ['signs for words', code => (isLetter(code) ? 0x4e00 + code : code)],
    ['nothing but question marks', code => (code === 32 ? 32 : 63)],
    ['nothing but bullets', code => (code === 32 ? 32 : 0x2022)],
    ['nothing but empty boxes', code => (code === 32 ? 32 : 0x25a1)],
    ['some letters that look like those of another alphabet', code => LOOKALIKES.get(code) ?? code],
    ['halves of surrogate pairs', code => 0xd800 + code],
  ]

  it.each(GARBLED)('is not read: %s', async (_how, characterOf) => {
    expect(await recordsIn(written(characterOf))).toBe('E_GARBLED')
  })

  it.each(GARBLED)('is read from its picture, with an engine: %s', async (_how, characterOf) => {
    let pictures = 0
    const recognizer: Recognizer = {
      engine: 'none',
      recognize: async () => {
        pictures++
        return ''
      },
      open: async () => {},
      close: async () => {},
    }
    await recordsIn(written(characterOf), recognizer)
    expect(pictures).toBeGreaterThanOrEqual(PAGES.length)
  })

  it('has a message that says how to read it', async () => {
    await expect(readLetter({ bytes: written(rotated(1)), name: 'letter.pdf' })).rejects.toThrow(/--ocr/)
  })

  it.each([
    ['a rare letter', 'q', 0xfffd],
    ['a rare letter of private use', 'q', 0xe071],
  ])('makes a letter partial if it only affects %s', async (_what, letter, character) => {
    const records = (await recordsIn(
      written(code => (String.fromCharCode(code) === letter ? character : code)),
    )) as CaseRecord[]
    expect(records.map(({ status }) => status)).toEqual(['partial'])
    expect(records[0]!.messages.map(({ code }) => code)).toContain('text/garbled')
  })

  it('is not seen in bullets from a font of symbols', async () => {
    const bullets = CONTENTS.map(content => content.replace(/\((Treatment|Nothing)/g, '(~ $1'))
    const bytes = pdfOf(bullets, {
      fonts: [font('Times-Roman', true), font('Times-Bold', true)],
      objects: [saying(code => (code === 126 ? 0xf0b7 : code))],
    })
    const records = (await recordsIn(bytes)) as CaseRecord[]
    expect(records[0]!.messages.map(({ code }) => code)).not.toContain('text/garbled')
  })

  it('may affect one page alone', async () => {
    const [first, second] = PAGES as [(typeof PAGES)[0], (typeof PAGES)[0]]
    const more = second.map(line => drawLine(line).replace(/F[12]/, 'F2'))
    const bytes = pdfOf([first.map(line => drawLine(line).replace(/F[12]/, 'F1')).join('\n'), more.join('\n')], {
      fonts: [font('Times-Roman', false), font('Times-Roman', true)],
      objects: [saying(rotated(5))],
    })
    const records = (await recordsIn(bytes)) as CaseRecord[]
    expect(records.map(({ status }) => status)).toEqual(['partial'])
    expect(records[0]!.messages.map(({ code }) => code)).toContain('text/garbled')
  })
})

describe('a text layer with odd spaces', () => {
  it('moves instead of spaces, as in justified lines', async () => {
    const contents = PAGES.map(lines =>
      lines
        .map(line =>
          drawLine(line).replace(/\((.*)\) Tj/, (_, text: string) => `[(${text.replaceAll(' ', ') -320 (')})] TJ`),
        )
        .join('\n'),
    )
    expect(await factsIn(pdfOf(contents))).toEqual(letter)
  })

  it.each([
    ['NUL', 0],
    ['a tab', 9],
    ['a no-break space', 0xa0],
    ['a control character', 3],
    ['an en space', 0x2002],
  ])('%s', async (_what, space) => {
    expect(await factsIn(written(code => (code === 32 ? space : code)))).toEqual(letter)
  })

  it('without widths', async () => {
    const without = (name: string) =>
      `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${'0 '.repeat(95)}] >>`
    expect(
      await factsIn(pdfOf(CONTENTS, { fonts: [without('TimesNewRomanPSMT'), without('TimesNewRomanPS-BoldMT')] })),
    ).toEqual(letter)
  })
})

it('no control character reaches a text, whatever a font says', async () => {
  for (const first of [0, 1, 0x7f, 0x80, 0x85, 0x9b]) {
    const bytes = written(code => (/[xqz#]/.test(String.fromCharCode(code)) ? first : code))
    const source: SourceDocument | null = await readLetter({ bytes, name: 'letter.pdf' }).catch(() => null)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/
    if (source) expect(control.test(source.text + JSON.stringify(extractRecords(source)))).toBe(false)
  }
})
