import { type Found, found, span } from '../document/index.ts'
import type { CaseExtractor } from './extractor.ts'
import { sentences } from './language/sentences.ts'

/** "a 48 year old male", "a now 43-year-old male", "a 58-year old female", "A 61 y/o woman", "a male, age 34," */
const AGE =
  /\b(?<years>\d{1,3})[ -]{0,2}(?:year|yr)s?[ -]{0,2}(?:old|of age)\b(?! (?:injury|claim|accident|history|fracture|scar))|\b(?<yo>\d{1,3}) ?(?:y\/?o|yo)\b|\baged? (?<aged>\d{1,3})\b(?! ?(?:month|week|day))/i

/** The sex is stated within a few words of the age: "48 year old, right-hand dominant male". */
const SEX = /\b(male|female|man|woman|gentleman|lady)\b/i

/**
 * Until a physician or another person is mentioned, a pronoun refers to the worker: "The worker was hurt. She reports".
 */
const OTHERS =
  /\b(?:dr\.|doctor|physician|provider|surgeon|therapist|wife|husband|spouse|son|daughter|friend|reviewer)/i

const PRONOUN = /\b(he|she|his|her|him)\b/i

const FEMALE = new Set(['female', 'woman', 'lady', 'she', 'her'])

/** Age and sex of the worker, from the clinical case summary. */
export const demographics: CaseExtractor = {
  name: 'demographics',
  reads: 'summary',
  extract: text => {
    const age = AGE.exec(text)
    const near = age ? sexIn(text, SEX, age.index, age.index + age[0].length + 60, 'demographics/beside-age') : null
    return {
      worker: {
        age: age && ageFound(text, age),
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

function ageFound(text: string, match: RegExpExecArray): Found<number> | null {
  const { years, yo, aged } = match.groups!
  const digits = (years ?? yo ?? aged)!
  if (Number(digits) < YOUNGEST) return null
  const start = text.indexOf(digits, match.index)
  return found(Number(digits), span(start, start + digits.length), 'demographics/age')
}

function sexIn(text: string, word: RegExp, from: number, to: number, rule: string): Found<'female' | 'male'> | null {
  const match = word.exec(text.slice(from, to))
  if (!match) return null
  const start = from + match.index
  return found(FEMALE.has(match[0].toLowerCase()) ? 'female' : 'male', span(start, start + match[0].length), rule)
}
