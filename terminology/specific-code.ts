import { type BodyPart, matchesOf, remembered, type Site } from '../document/index.ts'
import { canonical, phraseWords } from './condition-words.ts'
import { encountersOf, type Icd10Code, icd10Code, icd10Family } from './icd10.ts'
import { LIMBS } from './sites/sites.ts'

/**
 * The most specific code that the words of a condition support, starting from the code of its term:
 *
 *     left shoulder pain                     M25.51 => M25.512
 *     lumbar wedge fracture                  S32.00 => S32.000
 *     neck sprain, initial encounter         S13.4  => S13.4XXA
 *
 * A descendant of that code must not say anything that the words do not; a sibling must say more of what they do.
 */
export function specificCode(code: string, phrase: string, places: readonly Site[]): { code: string; title: string } {
  const base = icd10Code(code)
  if (!base) return { code, title: code }
  const said = saidBy(phrase, places)
  const family = familyOf(code)
  const own = family.find(({ candidate }) => candidate === base)!.meaning
  let [best, gain] = [base, 0]
  for (const { candidate, meaning } of family) {
    if (base.code.startsWith(candidate.code)) continue
    const gained = gainOf(own, meaning, said, candidate.code.startsWith(base.code))
    if (gained > gain) [best, gain] = [candidate, gained]
  }
  return encountered(said.sided ? sideless(best) : best, phrase)
}

// "Sciatica, unspecified side" contradicts a letter that names both sides.
const UNSIDED =
  /\bunspecified (?:side|ear|eye|limb|upper limb|lower limb|arm|upper arm|leg|lower leg|thigh|hip|knee|ankle|foot|toe|shoulder|elbow|forearm|wrist|hand|finger|breast)\b/

function sideless(code: Icd10Code): Icd10Code {
  if (!UNSIDED.test(code.title)) return code
  return icd10Code(code.code.slice(0, -1).replace(/\.$/, '')) ?? code
}

/** The words of a title that carry meaning. */
interface TitleWords {
  readonly words: readonly string[]
  /** The same without what the title calls unspecified. */
  readonly says: readonly string[]
  readonly unspecified: number
}

/** Words in titles that a letter need not have. */
const EMPTY: ReadonlySet<string> = new Set(['a', 'and', 'at', 'body', 'by', 'current', 'due', 'fascia', 'for', 'in', 'injury', 'joint',
  'level', 'of', 'or', 'part', 'parts', 'region', 's', 'side', 'site', 'tendon', 'the', 'to', 'muscle', 'unspecified']) // biome-ignore format: a list of words

// "without foreign body" does not mention a foreign body.
const termsOf = (phrase: string): string[] =>
  phraseWords(phrase.replace(/\bwithout (\w)/gi, 'without$1')).map(word => canonical(word === 'limbs' ? 'limb' : word))
const meaningfulWords = (title: string): string[] => [...new Set(termsOf(title))].filter(word => !EMPTY.has(word))

/** All codes that share the first three characters. */
const familyOf = (code: string): readonly CodeWithMeaning[] => families(code.slice(0, 3))

interface CodeWithMeaning {
  readonly candidate: Icd10Code
  readonly meaning: TitleWords
}

/** As many as ICD-10-CM has. */
const MOST_FAMILIES = 2000

const families = remembered(
  (family: string): readonly CodeWithMeaning[] =>
    icd10Family(family).map(candidate => ({ candidate, meaning: meaningOf(candidate) })),
  MOST_FAMILIES,
)

function meaningOf({ title }: Icd10Code): TitleWords {
  const plain = title.replace(/\bunspecified (?:(?:parts?|sides?|sites?) of(?: the)?|\w+)/gi, '')
  const unspecified = title.match(/unspecified/gi)?.length ?? 0
  return { words: meaningfulWords(title), says: meaningfulWords(plain), unspecified }
}

/**
 * How much more of the letter's words a code covers than the term's code; 0 if it says anything else. A sibling must
 * keep the words by which the term was found.
 */
function gainOf(base: TitleWords, other: TitleWords, said: LetterWords, below: boolean): number {
  // "contusion of the scalp and neck" has no sibling code of its own.
  if (!below && said.parts.length > 1) return 0
  // Most codes of a family say something else, so this comes first.
  const [words, known] = below ? [other.says, said.roughly] : [other.words, said.plainly]
  if (!words.every(word => known.has(word) || base.words.includes(word))) return 0
  const more = other.says.filter(word => !base.words.includes(word))
  const lost = below ? 0 : base.says.filter(word => !other.words.includes(word) && !said.named.has(word)).length
  if (more.length <= 2 * lost || namesSome(more, said)) return 0
  const covered = other.words.filter(word => said.plainly.has(word)).length
  const vague = Math.max(0, other.unspecified - base.unspecified)
  return more.length - 2 * lost - vague / 2 + (2 * covered - other.words.length) / 20
}

/** "left knee and hip pain" is not pain in the hip: a title names all places or none. */
function namesSome(words: readonly string[], { parts }: LetterWords): boolean {
  const named = parts.filter(part => part.every(word => words.includes(word))).length
  return named > 0 && named < parts.length
}

/** The words of the letter about a condition, in the forms of the titles. */
interface LetterWords {
  /** The names of all its places, and of each. */
  readonly named: ReadonlySet<string>
  readonly parts: readonly (readonly string[])[]
  readonly plainly: ReadonlySet<string>
  /** Includes the limb of each part: a wrist belongs to the upper limb. */
  readonly roughly: ReadonlySet<string>
  readonly sided: boolean
}

function saidBy(phrase: string, places: readonly Site[]): LetterWords {
  const words = termsOf(phrase)
  const sides = new Set(places.length > 0 ? places.flatMap(({ side }) => side ?? []) : words.filter(isSide))
  const parts = Array.from(new Set(places.map(({ part }) => part)), part => CALLED[part] ?? [part])
  const named = new Set(parts.flat())
  const plainly = new Set([...words.filter(word => !isSide(word)), ...levelsIn(phrase), ...named])
  if (sides.size === 1) for (const side of sides) plainly.add(side)
  for (const alike of ALIKE) if (alike.some(word => plainly.has(word))) for (const word of alike) plainly.add(word)
  const limbs = places.length > 0 ? places.flatMap(({ part }) => limbOf(part)) : [...UPPER_LIMB, ...LOWER_LIMB]
  return { named, parts, plainly, roughly: new Set([...plainly, ...limbs]), sided: sides.size > 0 }
}

const isSide = (word: string): boolean => word === 'left' || word === 'right' || word === 'bilateral'

/** The names that titles use for parts of the record; the others have the same name. */
const CALLED: Partial<Record<BodyPart, readonly string[]>> = {
  neck: ['cervical', 'neck', 'spine'],
  'upper-back': ['thoracic', 'spine'],
  'mid-back': ['thoracic', 'spine'],
  'low-back': ['lumbar', 'lower', 'back', 'spine'],
  'sacrum-pelvis': ['sacral', 'pelvis'],
  'upper-arm': ['upper', 'arm'],
  'lower-leg': ['lower', 'leg'],
}

const UPPER: ReadonlySet<BodyPart> = new Set(['upper-extremity', ...LIMBS['upper-extremity']])
const LOWER: ReadonlySet<BodyPart> = new Set(['lower-extremity', ...LIMBS['lower-extremity']])
const UPPER_LIMB = ['upper', 'limb', 'arm', 'extremity']
const LOWER_LIMB = ['lower', 'limb', 'leg', 'extremity']

const limbOf = (part: BodyPart): readonly string[] => (UPPER.has(part) ? UPPER_LIMB : LOWER.has(part) ? LOWER_LIMB : [])

/** Synonyms of which letters use one and titles another; a crushed vertebra is wedged. */
const ALIKE: readonly (readonly string[])[] = [
  ['wedge', 'compression'],
  ['vertebra', 'vertebral'],
  ['specific', 'specified'],
  ['index', 'second'],
  ['middle', 'third', 'long'],
  ['ring', 'fourth'],
  ['little', 'fifth', 'small'],
]

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']
const REGIONS: Readonly<Record<string, string>> = { c: 'cervical', t: 'thoracic', l: 'lumbar' }

/** "L1" is the first lumbar vertebra, "T12" one of "T11-T12", "C5-6" the level "C5-C6". */
function levelsIn(phrase: string): string[] {
  return matchesOf(phrase.toLowerCase(), /\b([ctl])(\d{1,2})(?:[-/][ctl]?(\d{1,2}))?\b/g).flatMap(match => {
    const [, letter = '', from = '', to] = match
    if (to) return [REGIONS[letter]!, `${letter}${from}`, `${letter}${to}`]
    const lower = Number(from) - ((Number(from) + 1) % 2)
    return [REGIONS[letter]!, 'vertebra', ORDINALS[Number(from)] ?? '', `t${lower}`, `t${lower + 1}`]
  })
}

const ENCOUNTER = /\b(?:initial|subsequent)(?: encounter)?\b|\bsequela\b/i

/** The seventh character, if the words say everything it means: "subsequent encounter for fracture with nonunion". */
function encountered(code: Icd10Code, phrase: string): { code: string; title: string } {
  const { title } = code
  const found = ENCOUNTER.exec(phrase)
  if (!found) return { code: code.code, title }
  const said = new Set([
    'encounter',
    'for',
    ...phraseWords(phrase.slice(found.index)),
    ...FRACTURES.filter(word => phrase.includes(word)),
  ])
  const [meant] = Object.entries(encountersOf(code))
    .filter(([, meaning]) => phraseWords(meaning).every(word => said.has(word)))
    .sort(([, a], [, b]) => b.length - a.length)
  if (!meant) return { code: code.code, title }
  const [family = '', rest = ''] = code.code.split('.')
  return { code: `${family}.${rest.padEnd(3, 'X')}${meant[0]}`, title: `${title}, ${meant[1]}` }
}

const FRACTURES = ['fracture', 'closed', 'open']
