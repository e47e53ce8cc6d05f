import { type Found, found, matchesOf, span } from '../document/index.ts'
import persons from '../vocabulary/wordings/persons.json' with { type: 'json' }
import type { CaseExtractor } from './extractor.ts'
import { patternsOf } from './language/named-patterns.ts'
import { numberOf } from './language/numbers.ts'
import { sentences } from './language/sentences.ts'

const wording = patternsOf(persons.patterns)

const AGE = new RegExp(wording('age'), 'gi')
const OF_OTHERS = wording('of-others')
const AGED_OTHERS = wording('aged-others')
const OTHERS_BEFORE = wording('others-before')
const SEX = wording('sex')

/** "41 yo F", "41/M", "F, 41" */
const LETTER_AFTER = /^[.]?[ ,/-]{0,2}\(?([MF])\b/
const LETTER_BEFORE = /^[MF](?=, \d)/

const OTHERS = wording('others')
const PRONOUN = wording('pronoun')
const FEMALE = wording('female')

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

const PERSONS = wording('persons')

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
  return found(FEMALE.test(written) ? 'female' : 'male', span(start, start + written.length), rule)
}
