/** "L.4", "I.3" and "L.5-S1". */
const SPLIT_LEVEL = /^(\W?)[LI]\.(?=[1-5](?:\D|$))/
/** "1.4-5", "14-5", "I4-L5": from one vertebra to the next. */
const LEVELS = /^\W?[1lI]\.?([1-5])-L?([1-5])(?![-/.]?\d)/
/** "1.3," before "L4". */
const LEVEL = /^(\W?)[1lI]?\.?([1-5])(?=,?$)/

/** A lumbar vertebra whose L the engine, unsure of it, read as a one. */
export function withLevel(text: string, next: string | undefined): string {
  const [, from, to] = LEVELS.exec(text) ?? []
  if (from !== undefined && Number(to) === Number(from) + 1) return text.replace(/[1lI]\.?/, 'L')
  const level = LEVEL.exec(text)?.[2]
  if (level !== undefined && next?.startsWith(`L${Number(level) + 1}`)) return text.replace(LEVEL, `$1L${level}`)
  return text.replace(SPLIT_LEVEL, '$1L')
}

/** The fifth vertebra and the first sacral one within a word: "L4-LS", "L4-S", "LS-S1", "CS-C6", "L5-SI". */
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/(?<=\b(?:L4[-/]L?|C4[-/]C?))S(?=\W?$)/, '5'],
  [/(?<=\b[CL])S(?=[-/](?:S[1I]|C?6)\W?$)/, '5'],
  [/(?<=\bL[5S][-/]S)[Il|](?=\W?$)/, '1'],
]

/** "LS," by itself, which may also be short for lumbosacral. */
const FIFTH = /^(\W?)([CL])S(\W?)$/

/**
 * A vertebra whose digit the engine read as a letter. It may be sure of that, so its neighbours decide: the fifth is
 * enumerated after the fourth, or before what follows it.
 */
export function withDigit(words: readonly string[], at: number): string {
  const text = WITHIN.reduce((said, [pattern, digit]) => said.replace(pattern, digit), words[at]!)
  const letter = FIFTH.exec(text)?.[2]
  if (letter === undefined || !(isAfterFourth(words, at, letter) || isBeforeSixth(words, at, letter))) return text
  return text.replace(FIFTH, '$1$25$3')
}

const AND = /^(?:and|&|or|to|through|thru|-)$/

function isAfterFourth(words: readonly string[], at: number, letter: string): boolean {
  const before = words[at - 1] ?? ''
  const fourth = AND.test(before) ? (words[at - 2] ?? '') : before
  return new RegExp(`\\b${letter}4${AND.test(before) ? '[,;]?' : '[,;/]'}$`).test(fourth)
}

function isBeforeSixth(words: readonly string[], at: number, letter: string): boolean {
  const next = words[at + 1] ?? ''
  const sixth = AND.test(next) ? (words[at + 2] ?? '') : next
  return (AND.test(next) || /[,;/]$/.test(words[at]!)) && (letter === 'L' ? /^S[1I]\W?$/ : /^C6\W?$/).test(sixth)
}
