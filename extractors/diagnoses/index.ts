import { type Diagnosis, type Draft, found, verbatim } from '../../document/index.ts'
import { ICD10_EDITION, isMisspelt, namesCondition } from '../../terminology/index.ts'
import { confidenceOf } from '../confidence.ts'
import type { CaseExtractor } from '../extractor.ts'
import { isFragment, itemsOf } from './items.ts'
import { merged } from './merge.ts'
import { type ConditionReading, readingsOf } from './readings.ts'
import { type Statement, statementsIn } from './statements.ts'

/**
 * The conditions that a clinical case summary attributes to the worker:
 *
 *     The worker is undergoing treatment for lumbar strain, possible radiculopathy, and anxiety.
 *
 * A cue opens a list; the list divides into conditions; each is asserted, named in ICD-10-CM and placed in the body.
 */
export const diagnoses: CaseExtractor = {
  name: 'diagnoses',
  reads: 'summary',
  extract: text => {
    const statements = statementsIn(text)
    const inOrder = [...statements.filter(isMain), ...statements.filter(statement => !isMain(statement))]
    return { diagnoses: merged(inOrder.map(statement => read(text, statement))) }
  },
}

const isMain = ({ kind }: Statement): boolean => kind === 'main'

function read(text: string, statement: Statement): Draft<Diagnosis>[] {
  const readings = readingsOf(text, itemsOf(text, statement.list))
  const held = isMain(statement) ? readings.filter(each => isCondition(text, each)) : leading(statement, readings)
  return held.map(each => draft(text, statement, each))
}

/** Diagnoses are short; what is longer and unknown is prose that no cue ended, and a part of the body is none. */
const LONGEST = 14
/** What is only looked for, and unknown. */
const SHORT = 6

function isCondition(text: string, { item, words, concept }: ConditionReading): boolean {
  return concept !== null || namesCondition(words) || (words.split(' ').length <= LONGEST && !isFragment(text, item.at))
}

/** Beside the main statements a list holds as long as its items are what the cue asks for. */
function leading({ kind, backward, one }: Statement, readings: readonly ConditionReading[]): ConditionReading[] {
  if (backward) {
    const held = readings.slice(readings.findLastIndex(each => !holds(kind, each)) + 1)
    return one ? held.slice(-1) : held
  }
  const stop = readings.findIndex(each => !holds(kind, each) && !(kind === 'purpose' && each.concept?.symptom))
  return readings.slice(0, stop < 0 ? readings.length : stop).filter(({ concept }) => !concept?.symptom)
}

function holds(kind: Statement['kind'], { concept, words, item }: ConditionReading): boolean {
  // "to rule out intracranial hemorrhage": by its last word a condition, though the vocabulary does not know it
  if (!concept) return kind === 'possible' && words.split(' ').length <= SHORT && namesCondition(words)
  if (concept.symptom || words.split(' ').length > LONGEST) return false
  // "history included status post hernia repair": said to be over in its own words
  if (kind === 'history' && item.asserted.at !== null) return concept.code !== null
  // "has difficulty sleeping": a complaint, of which there is a code
  if (kind === 'disease' && /^(?:difficult|trouble|poor|increased)/i.test(words)) return false
  if (kind === 'possible') return !concept.code?.startsWith('Z')
  return concept.code !== null && !OUTSIDE[kind]?.test(concept.code)
}

// What an operation left (Z) and an injury of no place (T14) are no diseases. After "has" and "denied" neither is what
// an examination finds: arthropathy, spine, soft tissue (M12 and on).
const FOUND = /^(?:Z|T14|M1[2-9]|M[2-9])/
const OUTSIDE: Partial<Record<Statement['kind'], RegExp>> = {
  history: /^(?:Z|T14)/,
  purpose: /^(?:Z|T14)/,
  disease: FOUND,
  absent: FOUND,
  excluded: /^(?:Z|T14)/,
}

const UNSAID = { value: 'present', at: null } as const

function draft(text: string, statement: Statement, reading: ConditionReading): Draft<Diagnosis> {
  const { kind, cue } = statement
  const { item, sites, concept } = reading
  const { at } = item
  // "a possible fracture was ruled out": what was ruled out is no longer possible.
  const asserted = kind === 'excluded' ? UNSAID : item.asserted
  const value = asserted.value === 'present' ? KINDS[kind] : asserted.value
  return {
    text: verbatim(text, at, `diagnoses/${kind}`),
    assertion: found(value, asserted.at ?? cue, `diagnoses/${asserted.at ? 'modifier' : kind}`),
    icd10: concept?.code
      ? {
          code: found(concept.code, at, 'diagnoses/concept'),
          display: found(concept.display ?? concept.code, at, 'diagnoses/concept'),
          edition: found(ICD10_EDITION as string, at, 'diagnoses/concept'),
        }
      : null,
    sites,
    confidence: confidenceOf('diagnoses', signsOf(statement, reading)),
  }
}

/** More words than a plain name with its side and place has. */
const LONG = 6
// "sprain/strain", "neck and back pain": one entry of what might have been two.
const JOINED = /[,;/(]|\b(?:and|or)\b/

const signsOf = (statement: Statement, { words, concept }: ConditionReading) => ({
  aside: !isMain(statement),
  misspelt: isMisspelt(words),
  unknown: concept === null,
  long: words.split(' ').length > LONG,
  joined: JOINED.test(words),
})

const KINDS: Readonly<Record<Statement['kind'], Diagnosis['assertion']>> = {
  main: 'present',
  disease: 'present',
  purpose: 'present',
  history: 'historical',
  possible: 'possible',
  absent: 'absent',
  after: 'historical',
  excluded: 'absent',
}
