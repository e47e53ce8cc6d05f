import { matchesOf, type Span } from '../../document/index.ts'
import { isEnglish, isTermWord } from '../../terminology/index.ts'
import eponyms from '../../vocabulary/wordings/eponyms.json' with { type: 'json' }
import { isGivenName } from './given-names.ts'

/** "Underhollow", "O'Brien", "Núñez-Ortega", "UNDERHOLLOW", and "K." before one. */
const PART = String.raw`(?:(?!(?:Jr|Sr|JR|SR|II|III|IV)\b)(?:[dl]['’])?\p{Lu}\p{L}{0,40}(?:['’-]\p{Lu}?\p{L}{1,40}){0,3})`
const INITIAL = String.raw`\p{Lu}\.`
/** "de la", "van der", "al-", "St.", and the "y" of "Núñez y Ortega" */
const PARTICLE = String.raw`(?:(?:de|del|della|da|dos|des|du|di|la|le|los|las|van|von|vom|zu|der|den|ter|ten|bin|ben|ibn|abu|al|el|ap|y|e|[Ss]te?\.)[ -])`
const SUFFIX = String.raw`(?:,? (?:Jr|Sr|JR|SR|Esq)\b\.?|,? (?:II|III|IV|2nd|3rd|4th)\b)`
/** "Jay" in quotes or brackets, before another part of the name. */
const NICKNAME = String.raw`["'“‘(]${PART}["'”’)](?= \p{Lu})`
const NAME = `(?:${INITIAL} ?){0,2}${PARTICLE}{0,2}${PART}(?: (?:${INITIAL}|${NICKNAME}|${PARTICLE}{0,2}${PART})){0,3}${SUFFIX}?`
/** "J." or "J. P.", but no degree. */
const INITIALS = String.raw`(?!(?:M\.D|D\.O|D\.C|P\.A|R\.N|N\.P|P\.T)\b)${INITIAL}(?: ?${INITIAL})?`
const LAST_FIRST = `${PARTICLE}{0,2}${PART}(?: ${PARTICLE}{0,2}${PART})?, (?:${INITIALS}|${PART}(?: ${INITIAL}| ${PART})?)`
/** "Mr. ", "Mr ", "Mr." before a name; a title may end a line. */
const TITLED = String.raw`(?<![\p{L}.])(?:(?:Mr|Mrs|Ms|Mx|Miss|Mister|Messrs|Mssrs|MR|MRS|MX|MISS|Sra|Srta|Se[nñ]or(?:a|ita)?|Sgt)\b(?:\.[ \n]?|[ \n])|(?:MS|[Mm]rs?|[Mm]s)\.[ \n]?)`

const WORKER = '(?:(?:injured )?worker|patient|employee|claimant|applicant|decedent)'
/** "worker", "PATIENT", "IW", "Pt." */
const ROLE = String.raw`(?:${anyCase(WORKER)}|IW|Pt\.?)`
/** "Jane Underhollow", "J. Q. Underhollow", "Jane de la Underhollow" */
const FULL_NAME = `(?:${INITIAL}|${PART})(?: ${INITIAL}){0,2} ${PARTICLE}{0,2}${PART}(?: ${PART})?${SUFFIX}?`
/** "46 year", "46-yr", "forty-six year" */
const AGE = String.raw`(?:\d{1,3}|\p{L}{3,9}(?:-\p{L}{3,5})?)[ -]?(?:year|yr|y\/o)`

/** A way of naming a person; the group `value` is the name, if it also passes `likely`. */
interface NameWording {
  readonly pattern: RegExp
  readonly likely?: (name: string) => boolean
  /** What a text must contain for the pattern to be tried, as it begins at every capital. */
  readonly needs?: RegExp
}

const PERSONS: readonly NameWording[] = [
  // "Mr. Underhollow, Jane", "Ms. Underhollow, J. P."
  wording(`${TITLED}(?<value>${LAST_FIRST})`, startsWithGivenName),
  // "Mr. Underhollow", "Ms. K. Underhollow-Brisk", "MRS. DE LA CRUZ", "Mr Núñez", "ms. Underhollow"
  wording(`${TITLED}(?<value>${NAME})`),
  // "mr. jane underhollow", "mr. underhollow", but not "mr. complains"
  wording(
    String.raw`(?<![\p{L}.])(?:[Mm](?:rs?|s|iss)|M(?:RS|R|S))\b\.? (?<value>\p{Ll}[\p{Ll}'’-]+ \p{Ll}[\p{Ll}'’-]+)`,
    startsWithGivenName,
  ),
  wording(String.raw`(?<![\p{L}.])(?:[Mm](?:r|rs|s)|M(?:RS|R|S))\. (?<value>\p{Ll}[\p{Ll}'’-]{2,})`, isNoEnglish),
  // "Messrs. Underhollow and Brisk"
  wording(String.raw`\b(?:Messrs|Mssrs|MESSRS)\b\.? ${NAME}(?:, ${NAME})?,? (?:and|&) (?<value>${NAME})`),
  // "his wife, Jane Underhollow, drove", "the nurse Jane Underhollow"
  wording(
    String.raw`\b(?:wife|husband|spouse|mother|father|brother|sister|son|daughter|friend|supervisor|attorney|lawyer|adjuster|nurse|interpreter),? (?:named )?(?<value>${FULL_NAME})`,
    startsWithGivenName,
  ),
  // "Patient Name: Jane Q. Doe", "Employee's name is Doe, Jane", "Name of worker: Jane Doe"
  wording(
    String.raw`\b(?:${ROLE}(?:['’]s)? [Nn](?:ame|AME)|[Nn](?:ame|AME) (?:of|OF) (?:(?:the|THE) )?${ROLE})(?: is|:| -)*:? (?<value>${LAST_FIRST}|${NAME})`,
  ),
  // "Patient name: jane doe", "name: jane"
  wording(
    String.raw`\b[Nn](?:ame|AME)(?: (?:of|OF) ${ROLE})?: (?<value>\p{Ll}[\p{Ll}'’-]+(?:(?: \p{Ll}\.?)? \p{Ll}[\p{Ll}'’-]+)?)(?![\p{L}-])`,
    startsWithGivenName,
  ),
  // "Name: Doe, Jane", "RE: Jane Doe"
  wording(
    String.raw`(?<=^|[\n.;|] ?)(?:Name|NAME|Re|RE|Regarding): (?<value>${LAST_FIRST}|${PART}(?: ${INITIAL})? ${PART})`,
  ),
  // "Injured worker: Jane Doe", "CLAIMANT - DOE, JANE"
  wording(String.raw`\b${ROLE}(?::| [-–]) ?(?<value>${LAST_FIRST}|${FULL_NAME})`, isNoTerm),
  // "the patient, Jane Doe, is", "a patient named Jane Doe", "the applicant Jane Doe"
  wording(
    String.raw`\b${anyCase(WORKER)}(?:,| named| by the name of)? (?<value>${PART}(?: ${INITIAL})? ${PARTICLE}{0,2}${PART}${SUFFIX}?)(?=,| (?:is|was|has|had|who|sustained|reports|complains|presents)\b)`,
  ),
  // "IW Jane Doe", "worker (Jane Doe)", "Dear Jane Doe"
  wording(String.raw`\b(?:${ROLE}|Dear)(?:,| named)? \(?(?<value>${LAST_FIRST}|${FULL_NAME})`, startsWithGivenName),
  // "Jane Doe, the injured worker", "Jane Doe (claimant)"
  wording(
    String.raw`(?<![\p{L}.-])(?<value>${FULL_NAME})(?:,| \() ?(?:(?:the|an?|our) )?${anyCase(WORKER)}\b`,
    startsWithGivenName,
    new RegExp(String.raw`[,(] ?(?:(?:the|an?|our) )?${WORKER}\b`, 'i'),
  ),
  // "Jane Doe is a 46 year old male", "Doe, a right handed 46-year-old"
  wording(
    String.raw`(?<![\p{L}.-])(?:${ROLE} )?(?<value>${FULL_NAME}|${PART})(?:,| is| was) an? (?:[\p{L}-]{2,20} ){0,2}${AGE}`,
    isNoTerm,
    /year|yr|y\/o/,
  ),
  // "Case: Doe v. Acme", "Matter of Doe vs. Acme"
  wording(
    String.raw`\b(?:Case|CASE|Caption|[Mm]atter of|Re|RE):? (?<value>${LAST_FIRST}|${FULL_NAME}|${PART}) (?:v|vs|V|VS)\b\.? \p{Lu}`,
  ),
  // "DOE, JANE v. ACME"
  wording(
    String.raw`(?<![\p{L}.-])(?<value>${LAST_FIRST}|${FULL_NAME}) (?:v|vs|V|VS)\b\.? \p{Lu}`,
    isNoTerm,
    / vs?\b/i,
  ),
]

const PHYSICIANS: readonly NameWording[] = [
  // "Dr. Brisk", "Dr K. Brisk-Underhollow", "Doctor Brisk"
  wording(String.raw`(?<![\p{L}])(?:Drs?|DRS?|Doctors?)\b(?:\.[ \n]?|[ \n])(?<value>${NAME})`),
  // "Drs. Brisk and Underhollow"
  wording(String.raw`(?<![\p{L}])(?:Drs|DRS|Doctors)\b\.? ${NAME}(?:, ${NAME})?,? (?:and|&) (?<value>${NAME})`),
  // "K. Brisk, M.D.", "Jane Brisk, PA-C"
  wording(
    String.raw`(?<value>(?:${INITIAL} ?|${PART} ){1,3}${PART}),? (?:M\.?D|D\.?O|D\.?C|D\.?P\.?M|Ph\.?D|P\.?A(?:-C)?|N\.?P|R\.?P\.?T|D\.?P\.?T|L\.?Ac)\b\.?`,
  ),
]

/** Capitalized words that follow "MR" or a title but are not names. */
const NO_NAME: ReadonlySet<string> = new Set(eponyms.notNames)
const EPONYMS: ReadonlySet<string> = new Set(eponyms.eponyms)

/** The names of patients and relatives in a text. */
export const personNames = (text: string): Span[] => namesBy(PERSONS, text)
/** The names of physicians in a text. */
export const physicianNames = (text: string): Span[] => namesBy(PHYSICIANS, text)

const namesBy = (wordings: readonly NameWording[], text: string): Span[] =>
  wordings
    .filter(({ needs }) => needs?.test(text) ?? true)
    .flatMap(({ pattern, likely = () => true }) =>
      matchesOf(text, pattern)
        .map(({ indices }) => {
          const [start, end] = indices!.groups!.value!
          return trimmedName(text, start, end)
        })
        .filter(one => one !== null)
        .filter(({ start, end }) => likely(text.slice(start, end))),
    )

const WORDS = /[\p{L}'’.-]+,?/gu

/** A name ends before the first word that cannot be part of one; null if nothing is left. */
function trimmedName(text: string, start: number, end: number): Span | null {
  const words = matchesOf(text.slice(start, end), WORDS)
  const stop = words.findIndex(([word]) => NO_NAME.has(word.replace(/[.,]+$/, '').toLowerCase()))
  if (stop === 0) return null
  const last = stop < 0 ? words.at(-1) : words[stop - 1]
  return last ? { start, end: start + last.index + last[0].replace(/(?:['’]s)?,?$/, '').length } : null
}

/**
 * The parts of a name to look for elsewhere in the letter. Parts that are also English or medical words, or the name of
 * a test or disease, are left out: masking "Mr. Hand" must not remove the hands.
 */
export const identifyingParts = (name: string): string[] =>
  name
    .split(/[ ,]+/)
    .flatMap(part => [part, ...(part.includes('-') ? part.split('-') : [])])
    .map(part => part.replace(/\.$/, ''))
    .filter(part => part.length >= 4 && /^\p{Lu}/u.test(part))
    .filter(part => {
      const word = part.toLowerCase()
      return !EPONYMS.has(word) && !isTermWord(word) && !isEnglish(word)
    })

const CAPITALIZED = /\p{Lu}[\p{L}'’-]{3,}/gu

/** Further mentions of parts of names, in any case except lower case. */
export function mentionsOf(parts: ReadonlySet<string>, text: string): Span[] {
  if (parts.size === 0) return []
  return matchesOf(text, CAPITALIZED)
    .filter(([word]) => parts.has(word.replace(/['’]s$/, '').toLowerCase()))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.replace(/['’]s$/, '').length }))
}

function wording(pattern: string, likely?: NameWording['likely'], needs?: RegExp): NameWording {
  return { pattern: new RegExp(pattern, 'dgu'), ...(likely && { likely }), ...(needs && { needs }) }
}

/** "Jane Doe", "Doe, Jane", "J. Doe" */
function startsWithGivenName(name: string): boolean {
  const [first, ...others] = name.replace(/^([^,]+), (?!Jr|Sr|I)(.+)$/, '$2 $1').split(' ')
  return others.length > 0 && (/^\p{Lu}\.$/u.test(first!) || isGivenName(first!.toLowerCase()))
}

/** "underhollow", not "complains" */
function isNoEnglish(name: string): boolean {
  return isGivenName(name) || (!isEnglish(name) && !isTermWord(name))
}

/** Whether a name is not put together from words of medicine only: "Chronic Pain". */
function isNoTerm(name: string): boolean {
  return (
    startsWithGivenName(name) ||
    !name
      .toLowerCase()
      .match(/\p{L}+/gu)!
      .every(isTermWord)
  )
}

/** "patient", "Patient", "PATIENT" */
function anyCase(words: string): string {
  return words.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`)
}
