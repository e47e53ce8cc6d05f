import { type Diagnosis, type Draft, found, shiftedDraft, verbatim } from '../../document/index.ts'
import { ICD10_EDITION, isMisspelt, specificCode } from '../../terminology/index.ts'
import { confidenceOf } from '../confidence.ts'
import { type Category, resolver } from '../context/index.ts'
import type { CaseExtractor } from '../extractor.ts'
import { joinedSentences } from '../language/joined-sentences.ts'
import { doubtWithin, elsewhere, type ListedCondition } from './candidates.ts'
import { continuesDiagnoses } from './continued.ts'
import { heldBy } from './held.ts'
import { type Item, itemsOf } from './items.ts'
import { mentionsIn } from './mentioned.ts'
import { merged } from './merge.ts'
import { pastCancer } from './past-cancers.ts'
import { type ConditionReading, readingsOf } from './readings.ts'
import { isMain, type ListMember, membersIn, rankOf, type Statement, statementsIn } from './statements.ts'

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
    const stated = joinedSentences(text, continuesDiagnoses).map(sentence => ({
      ...sentence,
      statements: statementsIn(sentence.words),
    }))
    const sentences = stated.map(({ start, words, statements }) => ({
      start,
      words,
      lists: listsIn(words, statements).filter(({ drafts }) => drafts.length > 0),
    }))
    const listed = sentences.some(({ lists }) => lists.some(({ rank }) => rank < 2))
    const lists = sentences.flatMap(({ start, words, lists }) =>
      (lists.length > 0 ? lists : listsIn(words, mentionsIn(words, listed))).map(list => ({
        ...list,
        drafts: list.drafts.map(draft => shiftedDraft(draft, start)),
      })),
    )
    const inOrder = lists.toSorted((a, b) => a.rank - b.rank)
    return { diagnoses: merged(inOrder).map(specified) }
  },
}

const listsIn = (sentence: string, statements: readonly Statement[]) =>
  statements.map(statement => ({
    rank: rankOf(statement),
    aside: rankOf(statement) > 1,
    drafts: read(sentence, statement),
  }))

/** Adds the code that its words and sites support. Until conditions are merged, those of one kind share a code. */
function specified(diagnosis: Draft<Diagnosis>): Draft<Diagnosis> {
  const { text, icd10, sites } = diagnosis
  if (!icd10) return diagnosis
  const places = sites.map(({ part, side }) => ({ part: part.value, side: side?.value ?? null }))
  const past = diagnosis.assertion.value === 'historical' ? pastCancer(icd10.code.value) : undefined
  const { code, title } = past ?? specificCode(icd10.code.value, text.value, places)
  return {
    ...diagnosis,
    icd10: { ...icd10, code: { ...icd10.code, value: code }, display: { ...icd10.display, value: title } },
  }
}

function read(sentence: string, statement: Statement): Draft<Diagnosis>[] {
  const members = membersIn(sentence, statement).map((member, index) => {
    const items = itemsOf(member.sentence, member.list, member.modifiers)
    return { ...member, items: index === 0 ? items : items.map(relabelled) }
  })
  const readings = readingsOf(
    sentence,
    statement.opener,
    members.flatMap(({ items }) => items),
  )
  const settled = members.flatMap(member => {
    const own = readings.filter(({ item }) => member.items.includes(item))
    const candidates = resolvedIn(member, own)
    return isMain(statement) ? candidates.map((each, index) => elsewhere(candidates, each, index)) : candidates
  })
  return heldBy(sentence, statement, settled).map(each => draft(sentence, statement, each))
}

/** The first item of a member that has a label. */
const relabelled = (item: Item, index: number): Item => (index === 0 ? { ...item, joint: ';' } : item)

/** What is said about the conditions of a member. */
function resolvedIn({ sentence, modifiers }: ListMember, readings: readonly ConditionReading[]): ListedCondition[] {
  const targets = readings.map(({ item }) => item.target)
  const outside = modifiers.filter(({ start, end }) => !targets.some(at => start > at.start && end < at.end))
  const resolve = resolver(sentence, outside, targets)
  return readings.map(each => ({
    ...each,
    resolution: doubtWithin(modifiers, each.item.at) ?? resolve(each.item.target),
  }))
}

const ASSERTIONS: Readonly<Partial<Record<Category, Diagnosis['assertion']>>> = {
  possible: 'possible',
  historical: 'historical',
  negated: 'absent',
}

function draft(text: string, statement: Statement, reading: ListedCondition): Draft<Diagnosis> {
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
