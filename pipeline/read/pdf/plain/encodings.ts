/** Codes of WinAnsiEncoding without a character of their own stand for a bullet (ISO 32000-1, D.2, footnote). */
const BULLETS: ReadonlySet<number> = new Set([127, 129, 141, 143, 144, 157])
/** The soft hyphen and the no-break space are drawn, and read, as what they look like. */
const ALIKE: ReadonlyMap<number, string> = new Map([
  [160, ' '],
  [173, '-'],
])

/**
 * The character of each code in WinAnsiEncoding, which is that of Windows but for a few codes. Control codes have none;
 * they stand for themselves.
 */
export const WIN_ANSI: readonly string[] = Array.from({ length: 256 }, (_, code) => {
  if (BULLETS.has(code)) return '\u2022'
  return ALIKE.get(code) ?? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
})
