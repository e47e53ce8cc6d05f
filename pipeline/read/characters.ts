/** Characters that some readers produce in place of others, and what they stand for. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
  '\u2010': '-',
  '\u2011': '-',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u202f': ' ',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
}

const REPLACED = /[\ufb00-\ufb06\u2007\u2010\u2011\u2018-\u201f\u202f\u00a0\uff01-\uff5e]/g

/** Zero-width characters, which are invisible on the page. A soft hyphen shows only at a line end, where it is kept. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u00ad(?!\s)/g

/** Terminal colours and titles, as found in captured output: "ESC[1;31m", "ESC]0;title BEL". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const ESCAPE = /\u001b(?:\[[0-9;?]{0,20}[@-~]|\][^\u0007\u001b]{0,200}\u0007)/g

/** What remains of them, and other characters that only a terminal interprets. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const CONTROL = /[\u0007\u001b\u007f-\u009f]/g

/** A hyphen at a line end as one widespread PDF library writes it; the line end is lost with it. */
const LOST_HYPHEN = /\ufffe\n?/g

/**
 * The same text in plain characters: letters for ligatures and full-width letters, straight quotes, plain hyphens and
 * spaces. Typographic variants carry no meaning, and a value must read the same as its slice of the text.
 */
export const withPlainCharacters = (text: string): string =>
  text
    .replace(ESCAPE, '')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(LOST_HYPHEN, '-\n')
    .replace(REPLACED, character => REPLACEMENTS[character] ?? fullWidth(character))

/** Full-width letters lie 0xfee0 above the plain ones. */
const fullWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0)
