import { type Found, found, spacesFor, span, spansOf, verbatim } from '../../../document/index.ts'
import { NUMBER, numberOf } from '../../language/numbers.ts'
import { withoutAsides } from '../asides.ts'

const AMOUNT = '\\d[\\d.,]*'
const UNIT = '(?:mg|mcg|µg|meq|units?|iu|%|percent)'
// "5/325mg", "7.5-325 mg", "10mg/1ml", "5%", "50 mcg/hr", "50,000 units"; grams and millilitres alone are not a
// strength.
const STRENGTH = new RegExp(
  `(?<![\\w#.])${AMOUNT}(?:\\s?${UNIT}?\\s?[-/]\\s?${AMOUNT}){0,3}\\s?${UNIT}(?![a-z])(?:\\s?/\\s?(?:${AMOUNT}\\s?)?(?:ml|hr|hour|h|gm?|cc|day)\\b)?`,
  'gi',
)
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

const NO_WEIGHT = '(?![\\w.,]*\\s?(?:gm?s?|grams?|ml|mls|cc|mg|mcg|oz|ounces?|%)\\b)'
// "three 100 gram tubes", "2 bottles"
const SIZE = '(?:\\d+\\s?-?(?:gm?|grams?|ml|cc|oz)s? )?'
const PIECES =
  '(?:tablets?|tabs?|capsules?|caps?|patch(?:es)?|tubes?|box(?:es)?|pills?|bottles?|count|ct|units?|vials?|lozenges?|suppositor(?:y|ies)|films?|kits?|inhalers?|packs?|jars?)'
const QUANTITIES = [
  // "#60", "# 60", "QTY: 60.00", "quantity of sixty", "No. 60", "Disp 60"; not "#240 grams"
  new RegExp(
    `(?:#|\\b(?:qty|quantity|no\\.|disp(?:ense)?)(?=[\\s:.#=]))[\\s:.#=]*(?:of )?(${NUMBER})(?![\\d.]*\\d)\\b${NO_WEIGHT}`,
    'i',
  ),
  // "60 tablets by mouth daily": too many for a single dose
  new RegExp(`(?<![\\w.#/%-])(\\d{2,4}|thirty|sixty|ninety)(?: ?\\(\\d+\\))?\\s?(?:-\\s?)?${PIECES}\\b`, 'i'),
  // "60 tablets", "ten count", "2 boxes"; not "one tablet twice daily", "5 mg tablets", "5% patch"
  new RegExp(
    `(?<![\\w.#/%-])(${NUMBER})(?: ?\\(\\d+\\))?\\s?(?:-\\s?)?${SIZE}(?:(?!(?:gm?|grams?|ml|cc|oz|mg|mcg)s?\\b)[a-z]+ )?${PIECES}\\b(?! (?:by|po|p\\.o|twice|once|daily|every|at|a day|per|q|bid|tid|orally|up to|three|two|four|1|2|3))`,
    'i',
  ),
  // "(60)", "Norco 10/325mg, 60", "x 60", "Norco 10/325mg, 60, with" before its refills
  new RegExp(`(?:\\(|, | x ?| times )(${NUMBER})\\)?[,;]?(?: with)?$`, 'i'),
  // "Zyxomol 10mg capsules 40", "patch; ten"
  new RegExp(`\\b${PIECES}(?:[,;]| -)? (${NUMBER})$`, 'i'),
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

/** After a number that counts something else. */
const NO_REFILLS = '[ -]?(?:mg|mcg|%|days?|months?|tab|cap)'
// "3 refills", "three (3) refills", "one refill"; not "QTY: 60 Refills: 2", "#60 refill x 2", where the number follows
const REFILLS_AFTER = new RegExp(
  `(?<![#\\w])(${NUMBER}|no|a)\\s?(?:\\(\\d+\\) ?)?(?:additional |more )?refills?\\b(?!\\s?[:=#]|\\s(?:x|times|of)?\\s?${NUMBER}\\b(?!${NO_REFILLS}))`,
  'i',
)
// "refills: 2", "refills = 2", "refill x 2", "RF 2"
const REFILLS_BEFORE = new RegExp(`\\b(?:refills?|rf)[\\s:#=]*(?:x|times|of)?\\s?(${NUMBER})\\b(?!${NO_REFILLS})`, 'i')
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
