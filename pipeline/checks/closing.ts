import { createRequire } from 'node:module'
import { type DisputedItem, lazy } from '../../document/index.ts'
import closingsFile from '../../vocabulary/wordings/closings.json' with { type: 'json' }

type ClosingDecision = DisputedItem['decision']

/** Only such sentences speak of the decision; all others are spared the parser. */
const GATE =
  /\b(?:medical(?:ly)?|necessary|appropriate|indicated|certif|support|recommend|warrant|justif|authoriz|approv)/i

/** Beyond this a sentence is no closing formula, and long sentences are what the parser is slow on. */
const LONGEST = 1000

/** The build in one file, which `require` finds: its 160 modules take three times as long to load. */
const loadParser = () => createRequire(import.meta.url)('compromise/one') as typeof import('compromise/one').default

const parser = lazy(() => {
  const nlp = loadParser()
  return { nlp, net: nlp.buildNet(closingsFile.closings.map(({ match, says }) => ({ match, tag: says }))) }
})

/**
 * What the last sentence of a rationale says of the request, or null where it says nothing:
 *
 *     As such, the request isn't seen as medically necessary.
 *
 * The parser is there for what stands between "not" and "necessary" and for contractions. A wording that upholds
 * contains one that overturns, so it goes first.
 */
export const readClosing = (rationale: string): ClosingDecision | null =>
  decisionIn(lastSentences(rationale, 1)[0] ?? '')

/** Behind the decision some rationales go on with advice on how to wean, in three sentences. */
const NEAR_END = 5

/** Whether a rationale comes to a decision at its end: one that was cut off does not. */
export const comesToDecision = (rationale: string): boolean =>
  lastSentences(rationale, NEAR_END).some(sentence => decisionIn(sentence) !== null)

/** Whether a rationale ends with the words that decide, so that it lacks nothing but the full stop. */
export const endsWithDecision = (rationale: string): boolean =>
  LAST_WORDS.test(rationale) && readClosing(rationale) !== null

/** "The request is medically necessary", but not "The request is medically necessary for" */
const LAST_WORDS =
  /\b(?:necessary|necessity|unnecessary|appropriate|indicated|supported|warranted|justified|certified|recommended|authorized|approved|established|met|determined|substantiated|documented|at this time)["”)]?$/i

const lastSentences = (text: string, count: number): string[] => text.split(/(?<=[.!?]["”]?) (?=[A-Z])/).slice(-count)

function decisionIn(closing: string): ClosingDecision | null {
  if (closing.length > LONGEST || !GATE.test(closing)) return null
  const { nlp, net } = parser()
  const { found } = nlp(closing).sweep(net) as { found: readonly { tag: ClosingDecision }[] }
  const said = new Set(found.map(({ tag }) => tag))
  if (said.has('upheld')) return 'upheld'
  return said.has('overturned') ? 'overturned' : null
}
