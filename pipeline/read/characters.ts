/** Signs that some readers deliver for others, and what they stand for. */
const SIGNS: Readonly<Record<string, string>> = {
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

const SIGN = /[\ufb00-\ufb06\u2007\u2010\u2011\u2018-\u201f\u202f\u00a0\uff01-\uff5e]/g

/** Signs without width, which no reader of the page sees; a soft hyphen shows only at a line's end, and is kept there. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u00ad(?!\s)/g

/** Colours and titles of a terminal, as its captures hold them: "ESC[1;31m", "ESC]0;title BEL". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const ESCAPE = /\u001b(?:\[[0-9;?]{0,20}[@-~]|\][^\u0007\u001b]{0,200}\u0007)/g

/** What is left of them, and what else only a terminal minds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const CONTROL = /[\u0007\u001b\u007f-\u009f]/g

/** A hyphen at a line's end, as one widespread PDF library delivers it; the line's end goes lost with it. */
const LOST_HYPHEN = /\ufffe\n?/g

/**
 * The same words in plain signs: letters for ligatures and full-width letters, straight quotes, plain hyphens and
 * blanks. What typesetting does to a letter says nothing, and a value shall read as its slice of the text.
 */
export const plainSigns = (text: string): string =>
  text
    .replace(ESCAPE, '')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(LOST_HYPHEN, '-\n')
    .replace(SIGN, sign => SIGNS[sign] ?? fullWidth(sign))

/** Full-width letters stand 0xfee0 above the plain ones. */
const fullWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
