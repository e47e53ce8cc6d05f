import words from '../../vocabulary/wordings/numbers.json' with { type: 'json' }

const { tens, units } = words
const ONES = units.slice(1, 10).join('|')

/** Source of a pattern for a whole number: "12", "12.00", "1,000", "twelve", "twenty-four". */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,5}(?:\\.0+)?|(?:${tens.join('|')})(?:[- ](?:${ONES}))?|${units.join('|')})`

/** A number up to twelve in words: alternatives of a pattern, and of a literal. */
export const NUMBER_WORDS = units.slice(1, 13).join('|')

/** A pattern of a vocabulary file, in which `<number>` stands for any number and `<number-word>` for a small one in words. */
export const withNumbers = (pattern: string): string =>
  // As the name of a group, `<number>` stands for itself.
  pattern.replace(/(?<!\(\?)<number(-word)?>/g, (_, word) => (word ? `(?:${NUMBER_WORDS})` : NUMBER))

/** The number that such a match stands for. */
export function numberOf(words: string): number | null {
  const text = words.toLowerCase()
  if (/^\d/.test(text)) return Number.parseInt(text.replaceAll(',', ''), 10)
  const [first = '', second = ''] = text.split(/[- ]/)
  const ten = tens.indexOf(first)
  if (ten >= 0) return (ten + 2) * 10 + Math.max(0, units.indexOf(second))
  const unit = units.indexOf(first)
  return unit < 0 ? null : unit
}
