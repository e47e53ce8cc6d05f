import { type Diagnosis, type Draft, found, placed, type Span, verbatim } from '../../document/index.ts'
import { ICD10_EDITION, isMisspelt, namesCondition, specificCode } from '../../terminology/index.ts'
import { confidenceOf } from '../confidence.ts'
import { type Category, type Modifier, type Resolution, resolver } from '../context/index.ts'
import type { CaseExtractor } from '../extractor.ts'
import { sentences } from '../language/sentences.ts'
import { PROCEDURES } from './edges.ts'
import { isFragment, itemsOf } from './items.ts'
import { merged } from './merge.ts'
import { type ConditionReading, readingsOf } from './readings.ts'
import { isBackward, type Statement, statementsIn } from './statements.ts'

/**
 * The conditions that a clinical case summary attributes to the worker:
 *
 *     The worker is undergoing treatment for lumbar strain, possible radiculopathy, and anxiety.
 *
 * A modifier opens a list; the list is split into conditions; each gets its assertion from the modifiers that reach it,
 * an ICD-10-CM code and body sites.
 */
export const diagnoses: CaseExtractor = {
  name: 'diagnoses',
  reads: 'summary',
  extract: text => {
    const lists = sentences(text).flatMap(({ start, end }) => {
      const sentence = text.slice(start, end)
      return statementsIn(sentence).map(statement => ({
        main: isMain(statement),
        drafts: read(sentence, statement).map(draft => placed(draft, start)),
      }))
    })
    const inOrder = [...lists.filter(({ main }) => main), ...lists.filter(({ main }) => !main)]
    return { diagnoses: merged(inOrder.map(({ drafts }) => drafts)).map(specified) }
  },
}

/** Adds the code that its words and sites support. Until conditions are merged, those of one kind share a code. */
function specified(diagnosis: Draft<Diagnosis>): Draft<Diagnosis> {
  const { text, icd10, sites } = diagnosis
  if (!icd10) return diagnosis
  const places = sites.map(({ part, side }) => ({ part: part.value, side: side?.value ?? null }))
  const { code, title } = specificCode(icd10.code.value, text.value, places)
  return {
    ...diagnosis,
    icd10: { ...icd10, code: { ...icd10.code, value: code }, display: { ...icd10.display, value: title } },
  }
}

const isMain = ({ opener }: Statement): boolean => opener.rule.opens === 'diagnoses'

/** A condition in a list, and what the sentence says about it. */
interface Candidate extends ConditionReading {
  readonly resolution: Resolution
}

function read(sentence: string, statement: Statement): Draft<Diagnosis>[] {
  const { modifiers } = statement
  const items = itemsOf(sentence, statement.list, modifiers)
  const targets = items.map(({ target }) => target)
  const outside = modifiers.filter(({ start, end }) => !targets.some(at => start > at.start && end < at.end))
  const resolve = resolver(sentence, outside, targets)
  const candidates = readingsOf(sentence, items).map(each => ({
    ...each,
    resolution: doubtWithin(modifiers, each.item.at) ?? resolve(each.item.target),
  }))
  const settled = isMain(statement) ? candidates.map((each, index) => elsewhere(candidates, each, index)) : candidates
  const held = isMain(statement) ? settled.filter(each => isCondition(sentence, each)) : leading(statement, settled)
  return held.map(each => draft(sentence, statement, each))
}

/**
 * "possible knee meniscus tear and ankle sprain": a doubt ends where the next condition names another place, and "a
 * history of" among diagnoses at the next comma.
 */
function elsewhere(candidates: readonly Candidate[], each: Candidate, index: number): Candidate {
  const { modifier } = each.resolution
  const doubted = candidates.findIndex(({ resolution }) => resolution.modifier === modifier)
  if (
    modifier?.rule.opens === 'history' &&
    candidates.slice(doubted + 1, index + 1).some(({ item }) => item.joint !== 'and')
  )
    return { ...each, resolution: { ...each.resolution, modifier: null } }
  if (modifier?.category !== 'possible' || modifier.rule.direction !== 'forward' || doubted >= index) return each
  const [there, here] = [candidates[doubted]!, each].map(({ sites }) => sites.map(({ part }) => part.value))
  const apart = here!.length > 0 && there!.length > 0 && !here!.some(part => there!.includes(part))
  return apart ? { ...each, resolution: { ...each.resolution, modifier: null } } : each
}

/** "rotator cuff tendinitis versus tear": the modifier between two names of one condition applies to both. */
function doubtWithin(modifiers: readonly Modifier[], { start, end }: Span): Resolution | null {
  const between = modifiers.find(
    each => each.start > start && each.end < end && each.rule.divides && each.rule.direction === 'bidirectional',
  )
  return between ? { modifier: between, denied: false, governing: between, local: null } : null
}

/** Diagnoses are short; a longer unknown phrase is prose that no cue ended, and not part of the body. */
const LONGEST = 14
/** Limit for an unknown condition that is only suspected. */
const SHORT = 6

function isCondition(text: string, candidate: Candidate): boolean {
  const { item, words, concept, resolution } = candidate
  if (isOperation(candidate) && resolution.modifier?.category !== 'historical') return false
  if (resolution.denied && concept === null) return namesCondition(words)
  return concept !== null || namesCondition(words) || (words.split(' ').length <= LONGEST && !isFragment(text, item.at))
}

/** "ankle sprain and surgical fixation": a treatment, unless it is said to be over. */
const isOperation = ({ words, concept }: Candidate): boolean =>
  PROCEDURES.test(words) && (concept === null || /^Z9[0-8]/.test(concept.code ?? 'Z98'))

/** Outside the main statements a list continues as long as its items are what the opener introduces. */
function leading(statement: Statement, candidates: readonly Candidate[]): Candidate[] {
  if (isBackward(statement)) {
    const held = candidates.slice(candidates.findLastIndex(each => !holds(statement, each)) + 1)
    return held.filter(({ resolution }) => resolution.modifier?.start === statement.opener.start)
  }
  const stop = candidates.findIndex(each => !holds(statement, each) && !isPassedOver(statement, each))
  const held = candidates.slice(0, stop < 0 ? candidates.length : stop)
  return held.filter(each => holds(statement, each))
}

/** What does not count, but does not end its list: "given Norco for pain and gout", "a history of surgery and gout". */
function isPassedOver({ opener }: Statement, candidate: Candidate): boolean {
  if (opener.rule.opens === 'purposes') return candidate.concept?.symptom ?? false
  return opener.rule.opens === 'history' && isOperation(candidate)
}

// "seen for infectious disease follow-up"
const OF_CARE = /\b(?:clinic|consultation|evaluation|follow-?up|management|screening|specialist|visit)$/i
// "visits of therapy are said to have eased her anxiety": prose as well.
const SAID = /\b(?:is|are|was|were|has|have|had)\b/i
// "pressures were normal and compartment syndrome was ruled out": prose, not a name.
const PROSE = /\b(?:was|were|had|has)\b/i

function holds({ opener }: Statement, { concept, words, resolution }: Candidate): boolean {
  if (opener.rule.direction === 'backward' && PROSE.test(words)) return false
  const kind = opener.rule.opens!
  if (kind === 'named') return concept !== null || (words.split(' ').length <= SHORT && namesCondition(words))
  // "to rule out intracranial hemorrhage": a condition by its last word, although the vocabulary does not have it
  if (!concept)
    return kind === 'possible' && words.split(' ').length <= SHORT && namesCondition(words) && !PROCEDURES.test(words)
  if (concept.symptom || words.split(' ').length > LONGEST) return false
  // "history included status post hernia repair": over, according to its own words
  if (kind === 'history' && resolution.modifier?.rule.divides) return concept.code !== null
  // "has difficulty sleeping": a complaint that has a code
  if (kind === 'diseases' && /^(?:difficult|trouble|poor|increased)/i.test(words)) return false
  if (kind === 'possible') return !concept.code?.startsWith('Z')
  // "denied for lack of evidence of gout"
  if (kind === 'purposes' && (resolution.denied || OF_CARE.test(words) || SAID.test(words))) return false
  return concept.code !== null && !OUTSIDE[kind]?.test(concept.code)
}

// States after surgery (Z) and injuries of no place (T14) are not diseases. After "has" and "denied", neither are
// what examinations and scans find: arthropathy, spine, soft tissue (M12 and on), other than a frozen shoulder.
const FOUND = /^(?:Z|T14|M1[2-9]|M(?!75\.0|79\.7|87)[2-9])/
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  history: /^(?:Z(?!8[5-7])|T14)/,
  purposes: /^(?:Z|T14)/,
  diseases: FOUND,
  absent: FOUND,
  excluded: /^(?:Z|T14)/,
}

const ASSERTIONS: Readonly<Partial<Record<Category, Diagnosis['assertion']>>> = {
  possible: 'possible',
  historical: 'historical',
  negated: 'absent',
}

function draft(text: string, statement: Statement, reading: Candidate): Draft<Diagnosis> {
  const { item, sites, concept, resolution } = reading
  const { at } = item
  const { rule, category, start, end } = resolution.modifier ?? statement.opener
  return {
    text: verbatim(text, at, `diagnoses/${statement.opener.category}:${statement.opener.rule.id}`),
    assertion: found(ASSERTIONS[category] ?? 'present', { start, end }, `diagnoses/${category}:${rule.id}`),
    icd10: concept?.code
      ? {
          code: found(concept.code, at, 'diagnoses/concept'),
          display: found(concept.display ?? concept.code, at, 'diagnoses/concept'),
          edition: found(ICD10_EDITION as string, at, 'diagnoses/concept'),
        }
      : null,
    sites,
    confidence: confidenceOf('diagnoses', featuresOf(statement, reading)),
  }
}

/** More words than a plain name with side and site has. */
const LONG = 6
// "sprain/strain", "neck and back pain": one entry that might have been two.
const JOINED = /[,;/(]|\b(?:and|or)\b/

const featuresOf = (statement: Statement, { words, concept }: ConditionReading) => ({
  aside: !isMain(statement),
  misspelt: isMisspelt(words),
  unknown: concept === null,
  long: words.split(' ').length > LONG,
  joined: JOINED.test(words),
})
