import { CLEAN, cleanPdf, withSummary } from './clean.ts'
import { code, type Expected, type HostileEntry, text } from './entry.ts'

const same: Expected = { sameAs: 'text' }

const utf16le = (content: string): Buffer => Buffer.from(content, 'utf16le')
const utf16be = (content: string): Buffer => utf16le(content).swap16()
const fullWidth = (content: string): string =>
  content.replace(/[!-~]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const bytesAfter = (content: string, ...bytes: number[]): Buffer =>
  Buffer.concat([Buffer.from(content), Uint8Array.from(bytes)])

/** The clean letter in other encodings and layouts. */
export const disguised: readonly HostileEntry[] = [
  text('UTF-8 with byte order mark', same, () => `\ufeff${CLEAN}`),
  text('UTF-16 LE with byte order mark', same, () => utf16le(`\ufeff${CLEAN}`)),
  text('UTF-16 BE with byte order mark', same, () => utf16be(`\ufeff${CLEAN}`)),
  text('UTF-16 LE without byte order mark', same, () => utf16le(CLEAN)),
  text('UTF-16 BE without byte order mark', same, () => utf16be(CLEAN)),
  text('CR only', same, () => CLEAN.replaceAll('\n', '\r')),
  text('CR LF', same, () => CLEAN.replaceAll('\n', '\r\n')),
  text('Unicode line separators', same, () => CLEAN.replaceAll('\n', '\u2028')),
  text('next-line controls', same, () => CLEAN.replaceAll('\n', '\u0085')),
  text('soft hyphens', same, () => CLEAN.replace(/[a-z](?=[a-z]{3})/g, '$&\u00ad')),
  text('ligatures', same, () => CLEAN.replace(/ffi|ff|fi|fl/g, part => LIGATURES[part] ?? part)),
  text('full-width letters', same, () => fullWidth(CLEAN)),
  text('no-break spaces', same, () => CLEAN.replaceAll(' ', '\u00a0')),
  text('zero-width characters', same, () => CLEAN.replace(/[a-z](?=[a-z])/g, '$&\u200b')),
  text('bidirectional overrides', same, () => CLEAN.replace(/[a-z]+/g, '\u202e$&\u202c')),
  text('ANSI escapes', same, () => CLEAN.replace(/Upheld|knee/g, '\u001b[1;31m$&\u001b[0m')),
  text('every line followed by an empty one', same, () => CLEAN.replaceAll('\n', '\n\n')),
  text('blanks at every end', same, () => CLEAN.replaceAll('\n', '  \t \n  ')),
  { ...text('named without an ending', same, () => CLEAN), file: 'letter' },
]

const LIGATURES: Readonly<Record<string, string>> = { ffi: '\ufb03', ff: '\ufb00', fi: '\ufb01', fl: '\ufb02' }

/** Bytes that are not text. */
export const undecodable: readonly HostileEntry[] = [
  text('invalid UTF-8', code('E_ENCODING'), () => bytesAfter(CLEAN, 0xc3, 0x28, 0x81, 0x9d)),
  text('overlong UTF-8', code('E_ENCODING'), () => bytesAfter(CLEAN, 0xc0, 0xaf, 0x8f)),
  text('a lone surrogate in UTF-16', code('E_ENCODING'), () => utf16le(`\ufeff${CLEAN}\ud800`)),
  text('a surrogate in UTF-8', code('E_ENCODING'), () => bytesAfter(CLEAN, 0xed, 0xa0, 0x80, 0x90)),
  text('UTF-16 of an odd length', code('E_ENCODING'), () =>
    Buffer.concat([utf16le(`\ufeff${CLEAN}`), Uint8Array.of(65)]),
  ),
  text('NUL bytes', code('E_BINARY'), () => CLEAN.replaceAll(' the ', ' the\0')),
  text('control characters', code('E_BINARY'), () => CLEAN.replaceAll(' the ', ' \u0001\u0002 ')),
  text('UTF-32', code('E_BINARY'), () =>
    Buffer.from(Uint32Array.from(CLEAN, character => character.charCodeAt(0)).buffer),
  ),
  text('a PDF that lost its header', code('E_BINARY'), () => Buffer.concat([cleanPdf().subarray(9), Buffer.alloc(50)])),
]

/** Read, with a record that shows what was there. */
export const odd: readonly HostileEntry[] = [
  text('Windows-1252', { flagged: null }, () => Buffer.from(withSummary('Pain of 5\u00b0 \u0093so\u0094.'), 'latin1')),
  text('truncated UTF-8', { flagged: null }, () => bytesAfter(CLEAN, 0xe2, 0x80)),
  text('stacked combining marks', { flagged: null }, () => CLEAN.replace(/fit/g, `f${'\u0301'.repeat(500)}it`)),
  text('bells and backspaces of a printer', code('E_BINARY'), () => CLEAN.replace('knee', 'k\b\bknee')),
]
