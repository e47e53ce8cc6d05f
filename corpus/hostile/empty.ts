import { code, type HostileEntry, pdf, text } from './entry.ts'

const MEBIBYTE = 2 ** 20

/** Nothing to read, in many ways. Emptiness is reported before excess. */
export const empty: readonly HostileEntry[] = [
  text('text of 0 bytes', code('E_EMPTY'), () => ''),
  pdf('PDF of 0 bytes', code('E_EMPTY'), () => ''),
  text('one newline', code('E_EMPTY'), () => '\n'),
  text('1 MiB of spaces', code('E_EMPTY'), () => ' '.repeat(MEBIBYTE)),
  text('1 MiB of newlines', code('E_EMPTY'), () => '\n'.repeat(MEBIBYTE)),
  text('1 MiB of carriage returns', code('E_EMPTY'), () => '\r'.repeat(MEBIBYTE)),
  text('form feeds only', code('E_EMPTY'), () => '\f'.repeat(500)),
  text('a byte order mark alone', code('E_EMPTY'), () => Uint8Array.of(0xef, 0xbb, 0xbf)),
  text('a UTF-16 byte order mark alone', code('E_EMPTY'), () => Uint8Array.of(0xff, 0xfe)),
  text('no-break and zero-width spaces', code('E_EMPTY'), () => '\u00a0\u200b\u2060\u3000\n'.repeat(1000)),
]
