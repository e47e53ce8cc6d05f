import { type Found, found, spacesFor, span, spansOf, verbatim } from '../../../document/index.ts'
import wordings from '../../../vocabulary/context/headings.json' with { type: 'json' }
import { patternsOf } from '../../language/named-patterns.ts'
import { numberOf } from '../../language/numbers.ts'
import { withoutAsides } from '../asides.ts'

const wording = patternsOf(wordings)

const STRENGTH = new RegExp(wording('dose'), 'gi')
// "Norco 10/325 #60": two figures need no unit.
const BARE = /(?<![\w#./-])\d{1,3}(?:\.\d+)?[/-]\d{2,3}(?![\d/%.-])/g

/** "10/325mg", "3% 300mg/g": the strength as written. */
export function strength(text: string): Found<string> | null {
  const dated = text.replace(DATE, spacesFor)
  const [first, ...others] = spansOf(dated, STRENGTH)
  if (!first) return bare(dated, text)
  let { end } = first
  for (const next of others) if (next.start === end + 1) end = next.end
  return verbatim(text, span(first.start, end), 'items/drug-strength')
}

function bare(dated: string, text: string): Found<string> | null {
  const [first] = spansOf(dated, BARE)
  return first ? verbatim(text, first, 'items/drug-strength') : null
}

// "DOS: 11/14/16", "(date of service 11-14-2016)": figures that are not quantities.
const DATE = /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/g

const QUANTITIES = [
  wording('quantity-behind-word'),
  wording('quantity-of-many'),
  wording('quantity-of-pieces'),
  wording('quantity-at-end'),
  wording('quantity-behind-pieces'),
  // "90 Zyxomol 10mg", "Zyxomol 10mg 90": name and strength have been replaced by spaces
  /^(\d{2,3})(?:\s{4,}(?!.*\d)|$)/,
  /\s{4,}(\d{2,3})$/,
]

/** The highest quantity that may follow a name without any word or sign. */
const MOST = 240

/** Tablets, patches, tubes, boxes; a weight or volume is not a quantity. */
export function quantity(text: string, strengthKnown: boolean): Found<number> | null {
  const found = counted(
    withoutAsides(withoutAsides(text).replace(REFILL_WORDS, spacesFor)),
    QUANTITIES,
    'items/drug-quantity',
  )
  // "Metformin 500": more likely a strength without its unit
  const bare = found !== null && /^\s*\d+$/.test(text.slice(found.spans[0]!.start, found.spans[0]!.end))
  return bare && !strengthKnown && found.value > MOST ? null : found
}

const REFILLS_AFTER = wording('refills-behind')
const REFILLS_BEFORE = wording('refills-before')
const REFILL_WORDS = new RegExp(`${REFILLS_AFTER.source}|${REFILLS_BEFORE.source}`, 'gi')

/** The number of refills, as in "with 3 refills". */
export const refills = (text: string): Found<number> | null =>
  counted(text, [REFILLS_AFTER, REFILLS_BEFORE], 'items/drug-refills')

function counted(text: string, patterns: readonly RegExp[], rule: string): Found<number> | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const value = match?.[1] && amount(match[1])
    if (match && typeof value === 'number') return found(value, span(match.index, match.index + match[0].length), rule)
  }
  return null
}

const amount = (words: string): number | null => (/^no$/i.test(words) ? 0 : /^a$/i.test(words) ? 1 : numberOf(words))
