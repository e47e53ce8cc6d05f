const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] // biome-ignore format: a list of words
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const ONES = UNITS.slice(1, 10).join('|')

/** Source of a pattern for a whole number: "12", "12.00", "1,000", "twelve", "twenty-four". */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,5}(?:\\.0+)?|(?:${TENS.join('|')})(?:[- ](?:${ONES}))?|${UNITS.join('|')})`

/** The number that such a match stands for. */
export function numberOf(words: string): number | null {
  const text = words.toLowerCase()
  if (/^\d/.test(text)) return Number.parseInt(text.replaceAll(',', ''), 10)
  const [first = '', second = ''] = text.split(/[- ]/)
  const tens = TENS.indexOf(first)
  if (tens >= 0) return (tens + 2) * 10 + Math.max(0, UNITS.indexOf(second))
  const unit = UNITS.indexOf(first)
  return unit < 0 ? null : unit
}
