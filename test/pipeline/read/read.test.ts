import { describe, expect, it } from 'vitest'
import { Rejected, type RejectionCode } from '../../../document/index.ts'
import { LIMITS, readLetter } from '../../../pipeline/index.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
const swapped = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap16())
const read = async (bytes: Uint8Array, name = 'letter.txt') => (await readLetter({ bytes, name })).text

describe('reading text', () => {
  const TEXT = 'Décision "rationale"\nof two lines, 20°'

  it.each([
    ['UTF-8', encode(TEXT)],
    ['UTF-8 with a byte order mark', encode(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a byte order mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 BE with a byte order mark', swapped(utf16(`\ufeff${TEXT}`))],
    ['UTF-16 LE without one', utf16(TEXT)],
    ['UTF-16 BE without one', swapped(utf16(TEXT))],
    ['line ends of other systems', encode(TEXT.replace('\n', '\r\n'))],
    ['line separators', encode(TEXT.replace('\n', '\u2028'))],
  ])('reads %s', async (_name, bytes) => {
    expect(await read(bytes)).toBe(TEXT)
  })

  it('removes line numbers on all pages', async () => {
    const page = Array.from({ length: 15 }, (_, at) => `line ${at} of 30 days`)
    const numbered = page.map((line, at) => `${String(at + 1).padStart(2)}  ${line}`)
    const text = await read(encode([...numbered, ...numbered].join('\n')))
    expect(text.split('\n').map(line => line.trim())).toEqual([...page, ...page])
  })

  it.each([
    ['a list', Array.from({ length: 15 }, (_, at) => `${at + 1}. A cane`).join('\n')],
    ['lines with figures', Array.from({ length: 60 }, (_, at) => `${(at * 7) % 10} tablets`).join('\n')],
  ])('keeps the numbers of %s', async (_what, written) => {
    expect(await read(encode(written))).toBe(written)
  })

  it.each([
    ['one mail', 'Please read this.\n> A cane:\n>\n> Upheld', 'Please read this.\nA cane:\n\nUpheld'],
    ['mail in mail', '> > A cane:\n>> Upheld', 'A cane:\nUpheld'],
    ['no mail', 'Relief was\n> 50 % after\nthe injection.', 'Relief was\n> 50 % after\nthe injection.'],
  ])('removes quotation marks of e-mail: %s', async (_name, written, text) => {
    expect((await readLetter({ bytes: Buffer.from(written), name: 'letter.txt' })).text).toBe(text)
  })

  it.each([
    ['an end-of-file character', '\x1a'],
    ['one behind its last line', '\r\n\x1a'],
    ['a block that is filled up', '\x1a'.repeat(100)],
    ['a NUL', '\0'],
    ['many NULs and a line end', '\0\0\0\n'],
  ])('removes %s', async (_what, end) => {
    expect((await read(encode(TEXT + end))).trimEnd()).toBe(TEXT)
  })

  it('leaves no control character except line and page ends', async () => {
    expect(await read(encode('a\x1bcane\x07 is\x7f \u009bgood\f'))).toBe('acane is good\f')
  })

  it('reads Windows-1252 if the bytes are not UTF-8', async () => {
    expect(await read(new Uint8Array([0x93, 0x61, 0x94, 0x20, 0xb0]))).toBe('"a" °')
  })

  it('takes form feeds for page ends', async () => {
    const { pages } = await readLetter({ bytes: encode('one\ftwo\f\n'), name: 'a.txt' })
    expect(pages).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 9 },
    ])
  })
})

describe('rejecting', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rows: [RejectionCode, string, Uint8Array][] = [
    ['E_EMPTY', 'a.txt', new Uint8Array()],
    ['E_EMPTY', 'a.pdf', new Uint8Array()],
    ['E_EMPTY', 'a.txt', encode(' \n\t\n ')],
    ['E_EMPTY', 'a.txt', encode(' '.repeat(LIMITS.characters + 1))],
    ['E_PAGES', 'a.txt', encode(`${'\f'.repeat(LIMITS.pages)}x`)],
    ['E_TYPE', 'a.pdf', PNG],
    ['E_TYPE', 'a.pdf', encode('a text')],
    ['E_TYPE', 'a.txt', encode('%PDF-1.6 and more')],
    ['E_TYPE', 'a.txt', encode('{\\rtf1 text}')],
    ['E_TYPE', 'a.txt', encode('From: a@b.c\nContent-Transfer-Encoding: quoted-printable\n\na cane=3A Upheld')],
    ['E_BINARY', 'a.txt', encode('text with a \0 in it')],
    ['E_BINARY', 'a.txt', encode('text with a \x1a in it')],
    ['E_ENCODING', 'a.txt', new Uint8Array([0x61, 0x81, 0xff])],
    ['E_PDF_CORRUPT', 'a.pdf', encode('%PDF-1.6\nnothing')],
    ['E_TEXT_TOO_LARGE', 'a.txt', encode('x'.repeat(LIMITS.characters + 1))],
    ['E_TOO_LARGE', 'a.pdf', new Uint8Array(LIMITS.bytes + 1)],
  ]

  it.each(rows)('%s: %s', async (code, name, bytes) => {
    await expect(readLetter({ bytes, name })).rejects.toMatchObject({ code })
  })

  it('never quotes the letter', async () => {
    const error = await readLetter({ bytes: encode('a canary\0 of it'), name: 'a.txt' }).catch(
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(Rejected)
    expect(String(error)).not.toContain('canary')
  })
})
