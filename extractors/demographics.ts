import { type Found, found, matchesOf, span } from '../document/index.ts'
import type { CaseExtractor } from './extractor.ts'
import { NUMBER, numberOf } from './language/numbers.ts'
import { sentences } from './language/sentences.ts'

/** Spelled out only from thirteen on: "a two year old tear". */
const YEARS = String.raw`\d{1,3}|(?=[a-z]+t(?:een|y))${NUMBER}`
const SEXES = 'male|female|man|woman|gentleman|lady'

/** "a", "claimant:": what comes before an age and a sex that are only a figure and a letter. */
const NAMED = String.raw`(?<=\b(?:an?|this|now|the|IW|patient|worker|claimant|applicant):? )`

/** Ways of writing an age. A letter for the sex needs a word before it, since "98 F" may be a temperature. */
const AGES = [
  // "a 48 year old male", "a now 43-year-old male", "a 58-year old female", "forty-one-year-old", "41 yr. old"
  String.raw`\b(?<years>${YEARS})\)?[ -]{0,2}(?:year|yr)s?\.?[ -]{0,2}(?:and[ -]\d+[ -]months?[ -])?(?:old|of age)\b`,
  // "A 61 y/o woman", "41 y.o. female", "41-yo-male"
  String.raw`\b(?<yo>\d{1,3})[ -]?y[./]? ?o\b`,
  // "a male, age 34,", "(age: 41)"
  String.raw`\baged?:? (?<aged>\d{1,3})\b(?! ?(?:month|week|day))`,
  // "woman of 41", "male (41)", "a male, 41, who"
  String.raw`\b(?:${SEXES}) of (?<of>\d{2})\b(?![-/.]\d| (?:visit|session|day|week|month))`,
  String.raw`\b(?:${SEXES})(?:,? \(|, )(?<after>\d{2})(?=\)|,| (?:who|with|was|and)\b)`,
  // "a 41F", "this 41/F", "a 41 M"
  String.raw`${NAMED}(?<letter>\d{2})(?=[ /-]?[MF]\b)`,
  // "IW: F, 41"
  String.raw`${NAMED}[MF], (?<comma>\d{2})\b`,
]
const AGE = new RegExp(AGES.join('|'), 'gi')

const RELATIVES =
  '(?:grand|step)?(?:mother|father|parent|brother|sister|son|daughter|child|children)s?|husband|wife|spouse|partner|friend|niece|nephew|boy|girl|infant|baby'

/** "his 7 year old son", "a 20 year old car", "a 10 year old injury"; but "a 41-year-old truck driver", "mother of two". */
const OF_OTHERS = new RegExp(
  String.raw`^[ -](?!(?:fe)?male)(?:[a-z]+ )?(?:(?:${RELATIVES})\b(?! ?(?:care|of)\b)|(?:car|truck|van|vehicle|house|building|machine|injury|claim|accident|history|fracture|scar|problem)\b(?! [a-z]+[eo]r\b))`,
  'i',
)
const AGED_OTHERS = new RegExp(String.raw`\b(?:${RELATIVES})(?:,| is| was| \()? ?$`, 'i')
const OTHERS_BEFORE = new RegExp(
  String.raw`\b(?:her|his|their)(?: (?!and\b|age\b)[a-z]+)? $|\b(?:${RELATIVES})(?:,| who| is| was| \(){0,4}(?: an?| now)? ?$`,
  'i',
)

/** The sex is stated within a few words of the age: "48 year old, right-hand dominant male". */
const SEX = new RegExp(String.raw`\b(${SEXES})\b`, 'i')

/** "41 yo F", "41/M", "F, 41" */
const LETTER_AFTER = /^[.]?[ ,/-]{0,2}\(?([MF])\b/
const LETTER_BEFORE = /^[MF](?=, \d)/

/**
 * Until a physician or another person is mentioned, a pronoun refers to the worker: "The worker was hurt. She reports".
 */
const OTHERS =
  /\b(?:dr\.|doctor|physician|provider|surgeon|therapist|wife|husband|spouse|son|daughter|mother(?! of )|father(?! of )|brother|sister|friend|reviewer)/i

const PRONOUN = /\b(he|she|his|her|him)\b/i

const FEMALE = new Set(['f', 'female', 'woman', 'lady', 'she', 'her'])

/** Age and sex of the worker, from the clinical case summary. */
export const demographics: CaseExtractor = {
  name: 'demographics',
  reads: 'summary',
  extract: text => {
    const age = ageIn(text)
    const near = age ? sexBeside(text, age) : null
    return {
      worker: {
        age: age ? ageFound(text, age) : null,
        sex:
          near ??
          sexIn(text, SEX, 0, 400, 'demographics/opening') ??
          sexIn(text, PRONOUN, 0, beforeOthers(text), 'demographics/pronoun'),
      },
    }
  },
}

/** Whether a sentence about the worker alone begins with a pronoun of the other sex: "She reports pain." of a man. */
export function contradictsSex(text: string, sex: 'female' | 'male'): boolean {
  const other = sex === 'male' ? /^(?:she|her)\b/i : /^(?:he|his|him)\b/i
  const all = sentences(text).map(({ start, end }) => text.slice(start, end))
  return all.some((sentence, at) => other.test(sentence) && !PERSONS.test(sentence) && !PERSONS.test(all[at - 1] ?? ''))
}

/** Other people to whom a pronoun may refer. */
const PERSONS =
  /\b(?:drs?\.|doctors?|physicians?|providers?|surgeons?|therapists?|nurses?|psychologists?|psychiatrists?|chiropractors?|wife|husband|spouse|partner|sons?|daughters?|mother|father|brother|sister|family|child|children|friends?|reviewers?|supervisors?|managers?|co-?workers?|boss|employers?|customers?|clients?|residents?|students?|attorneys?|persons?|m[dr]s?\.)\b/i

function beforeOthers(text: string): number {
  const others = text.search(OTHERS)
  return others < 0 ? text.length : others
}

/** Nobody younger may work, apart from a few child performers; a digit was lost: "a now 8-year-old male". */
const YOUNGEST = 14

/** The first age that is the worker's. */
const ageIn = (text: string): RegExpExecArray | undefined =>
  matchesOf(text, AGE).find(({ 0: words, index, groups }) => {
    const before = text.slice(Math.max(0, index - 40), index)
    const after = text.slice(index + words.length, index + words.length + 60)
    // "98 f" in small letters is no sex
    if (groups!.letter && !/^[ /-]?[MF]/.test(after)) return false
    if (groups!.comma && !LETTER_BEFORE.test(words)) return false
    return !OF_OTHERS.test(after) && (/^age/i.test(words) ? !AGED_OTHERS.test(before) : !OTHERS_BEFORE.test(before))
  })

function sexBeside(text: string, age: RegExpExecArray): Found<'female' | 'male'> | null {
  const end = age.index + age[0].length
  const rule = 'demographics/beside-age'
  return (
    sexIn(text, LETTER_BEFORE, age.index, end, rule) ??
    sexIn(text, LETTER_AFTER, end, end + 10, rule) ??
    sexIn(text, SEX, age.index, end + 60, rule)
  )
}

function ageFound(text: string, match: RegExpExecArray): Found<number> | null {
  const written = Object.values(match.groups!).find(one => one !== undefined)!
  const value = numberOf(written)!
  if (value < YOUNGEST) return null
  const start = text.indexOf(written, match.index)
  return found(value, span(start, start + written.length), 'demographics/age')
}

function sexIn(text: string, word: RegExp, from: number, to: number, rule: string): Found<'female' | 'male'> | null {
  const match = word.exec(text.slice(from, to))
  if (!match) return null
  const written = match[1] ?? match[0]
  const start = from + match.index + match[0].lastIndexOf(written)
  return found(FEMALE.has(written.toLowerCase()) ? 'female' : 'male', span(start, start + written.length), rule)
}
