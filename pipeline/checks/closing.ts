import { createRequire } from 'node:module'
import { type DisputedItem, lazy, matchesOf } from '../../document/index.ts'
import closingsFile from '../../vocabulary/wordings/closings.json' with { type: 'json' }

type ClosingDecision = DisputedItem['decision']

/** Only sentences that match can state the decision; the rest never reach the parser. */
const GATE =
  /\b(?:medical(?:ly)?|necessary|appropriate|indicated|certif|support|recommend|warrant|justif|authoriz|approv)/i

/** Most letters say it so, and the parser is not needed. */
const PLAINLY_UPHELD = /\bnot medically (?:necessary|appropriate)\b/i

/** Without such a word no wording upholds, and most letters that overturn then say it so. */
const UPHOLDING =
  /\b(?:no|not|nor|never|neither|cannot|without|unable|unnecessary|lack\w*|absent|unproven|denied)\b|n['’]t\b/i
const NECESSARY = /\b(?:is|are) medically (?:necessary|appropriate)\b/i

/** A longer sentence is no closing formula, and the parser is slow on long sentences. */
const LONGEST = 1000

/** The single-file build, loaded by `require`: the 160 separate modules take three times as long. */
const loadParser = () => createRequire(import.meta.url)('compromise/one') as typeof import('compromise/one').default

const parser = lazy(() => {
  const nlp = loadParser()
  return { nlp, net: nlp.buildNet(closingsFile.closings.map(({ match, says }) => ({ match, tag: says }))) }
})

/**
 * What the last sentence of a rationale says about the request, or null if it says nothing:
 *
 *     As such, the request isn't seen as medically necessary.
 *
 * The parser handles what may come between "not" and "necessary", and contractions. Wordings that uphold contain one
 * that overturns, so they are tried first.
 */
export const readClosing = (rationale: string): ClosingDecision | null =>
  decisionIn(lastSentences(rationale, 1)[0] ?? '')

// "A modified quantity of six visits is medically necessary", "Two of the six visits are medically necessary"; but "the
// remaining IMR eligible portion of the request" is all that is left to decide
const PART =
  /\b(?:(?:modified|reduced|lesser|smaller|limited|partial) (?:quantity|amount|number|course|duration|request|portion|trial|certification)|(?<!\b(?:remaining|eligible|disputed|denied) )portion of|part of|(?:one|two|three|four|five|six|\d+) of the (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)|(?:partially|partly|in part)) ?(?:[^.]{0,80} )?(?:is|are|be|was|were) (?!not\b)(?:[a-z]+ ){0,3}?medically (?:necessary|appropriate)|\b(?:partially|partly|in part) medically (?:necessary|appropriate)/i

/** Whether the last sentence grants part of the request, although a letter upholds or overturns all of it. */
export const grantsPart = (rationale: string): boolean =>
  PART.test((lastSentences(rationale, 1)[0] ?? '').slice(0, LONGEST))

/** After the decision some rationales go on with advice on weaning, in up to three sentences. */
const NEAR_END = 5

/** Whether a rationale ends with a decision. One that was cut off does not. */
export const comesToDecision = (rationale: string): boolean =>
  lastSentences(rationale, NEAR_END)
    .reverse()
    .some(sentence => decisionIn(sentence) !== null)

/** Whether a rationale ends with the words of the decision, lacking at most the full stop. */
export const endsWithDecision = (rationale: string): boolean =>
  LAST_WORDS.test(rationale) && readClosing(rationale) !== null

/** "The request is medically necessary", but not "The request is medically necessary for" */
const LAST_WORDS =
  /\b(?:necessary|necessity|unnecessary|appropriate|indicated|supported|warranted|justified|certified|recommended|authorized|approved|established|met|determined|substantiated|documented|at this time)["”)]?$/i

/** Where one sentence ends with a space, and the next begins. */
const BETWEEN = /[.!?]["”]? (?=[A-Z])/g

function lastSentences(text: string, count: number): string[] {
  const starts = [0, ...matchesOf(text, BETWEEN).map(({ 0: end, index }) => index + end.length)].slice(-count)
  return starts.map((start, at) => text.slice(start, (starts[at + 1] ?? text.length + 1) - 1))
}

// Several checks ask about the end of a rationale in turn.
let latest: { readonly closing: string; readonly decision: ClosingDecision | null } | undefined

function decisionIn(closing: string): ClosingDecision | null {
  if (latest?.closing !== closing) latest = { closing, decision: readClauses(closing) }
  return latest.decision
}

/** Where another clause begins: "He has not improved and therefore the request is", "The denial was not right; it is". */
const CLAUSE =
  /[;:] | [-\u2013\u2014] |,? (?:but|however|yet),? |,? (?:and,? (?:(?:so|therefore|thus|hence),? )?|(?:so|therefore|thus|hence),? )(?=(?:the|this|these|it|they|he|she|I|we|an?|medical necessity)\b)/gi

/** The decision is in a clause with a verb, unless it tells another person's opinion. */
const NECESSITY =
  /\b(?:(?:is|are|was|were)(?:n't)?|has|have|had|can(?:not)?|could|must|should|finds?|deem|consider|judge|remains?|lacks?)\b.*\bmedical(?:ly)? (?:un)?(?:necess|appropriate)|\bmedical necessity (?:is|was|has|can|could)/i
const OPINION = /\b(?:UR|utilization review(?:er)?|claims administrator|denial)\b/i

/** "It did not help, so the request is medically necessary" has two clauses, and only the second states the decision. */
function readClauses(closing: string): ClosingDecision | null {
  if (closing.length > LONGEST || !GATE.test(closing)) return null
  const starts = [0, ...matchesOf(closing, CLAUSE).map(({ 0: end, index }) => index + end.length)]
  const clauses = starts.map((start, at) => closing.slice(start, starts[at + 1]))
  const says = clauses.filter(clause => NECESSITY.test(clause) && !OPINION.test(clause)).map(read)
  return says.find(one => one === 'upheld') ?? says.find(one => one !== null) ?? read(closing)
}

function read(closing: string): ClosingDecision | null {
  if (PLAINLY_UPHELD.test(closing)) return 'upheld'
  if (NECESSARY.test(closing) && !UPHOLDING.test(closing)) return 'overturned'
  const { nlp, net } = parser()
  const { found } = nlp(closing).sweep(net) as { found: readonly { tag: ClosingDecision }[] }
  const outcomes = new Set(found.map(({ tag }) => tag))
  if (outcomes.has('upheld')) return 'upheld'
  return outcomes.has('overturned') ? 'overturned' : null
}
