import { type Span, span } from '../../document/index.ts'
import { sentences } from '../sentences.ts'
import { ENDS, IMAGING, STATEMENTS, type StatementKind } from './cues.ts'

/**
 * A stretch of the summary that lists conditions:
 *
 *     The current diagnoses are documented as lumbar strain, and anxiety. The patient …
 *     └────────────── cue ──────────────────┘└───────── list ──────────┘
 */
export interface Statement {
  readonly kind: StatementKind
  readonly cue: Span
  readonly list: Span
}

// A sentence without one of these words states no condition: most sentences are left after one look.
const GATE =
  /diagnos|treat|care for|claim|impression|assessment|suffer|history|\b(?:has|had|have|den(?:y|ied|ies)|denying|for|developed)\b|rul(?:e|ing)[- ]out|r\/o|consistent|compatible|suggestive|suspic|suspect|concern/i

/** Longer sentences are run-on noise; nothing is listed beyond. */
const LONGEST_SENTENCE = 4000

export function statementsIn(text: string): Statement[] {
  return sentences(text).flatMap(sentence => {
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE))
    return GATE.test(words) ? inSentence(words, sentence.start) : []
  })
}

interface CueHit extends Span {
  readonly kind: StatementKind
}

function inSentence(sentence: string, origin: number): Statement[] {
  const hits = outermost(cueHits(sentence))
  const statements: Statement[] = []
  for (const [index, hit] of hits.entries()) {
    if (isFinding(sentence, hit)) continue
    const next = hits[index + 1]?.start ?? sentence.length
    const end = listEnd(sentence, hit, next)
    statements.push({
      kind: hit.kind,
      cue: span(origin + hit.start, origin + hit.end),
      list: span(origin + hit.end, origin + end),
    })
  }
  return statements
}

const cueHits = (sentence: string): CueHit[] =>
  STATEMENTS.flatMap(({ kind, cue }) =>
    Array.from(sentence.matchAll(cue), match => ({ kind, ...span(match.index, match.index + match[0].length) })),
  ).sort((a, b) => a.start - b.start || b.end - a.end)

/**
 * "being treated for the diagnoses of": the cue that begins where another has just ended takes its place. Inside the
 * list of a main statement "possible" cues modify single items, and are read by their assertion.
 */
function outermost(hits: readonly CueHit[]): CueHit[] {
  const kept: CueHit[] = []
  for (const hit of hits) {
    const last = kept.at(-1)
    if (last && hit.start < last.end) continue
    if (last?.kind === 'main' && (hit.kind === 'possible' || hit.kind === 'history')) continue
    if (last?.kind === 'main' && hit.kind === 'main' && hit.start - last.end <= 5) kept.pop()
    kept.push(hit)
  }
  return kept
}

// "MRI showed a suspected tear", "X-ray consistent with arthritis": what a test found is no diagnosis.
const isFinding = (sentence: string, { kind, start }: CueHit): boolean =>
  kind === 'possible' && IMAGING.test(sentence.slice(0, start))

function listEnd(sentence: string, hit: CueHit, next: number): number {
  const list = sentence.slice(hit.end, next)
  const end = ENDS.exec(list)
  return hit.end + (end ? end.index : list.length)
}
