import { type Span, span } from '../../document/index.ts'
import { sentences } from '../language/sentences.ts'
import { BACKWARD, ENDS, IMAGING, STATEMENTS, type StatementKind } from './cues.ts'

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
  /** The list stands before its cue, so that what is nearest to it, its end, is what the cue speaks of. */
  readonly backward: boolean
  /** The cue speaks of the last of them: "a possible tear, and infection was ruled out", but not "tear or infection was". */
  readonly one: boolean
}

// A sentence without one of these words states no condition: most sentences are left after one look.
const GATE =
  /diagnos|\bdx\b|treat|care for|claim|impression|assessment|suffer|history|\b(?:has|had|have|den(?:y|ied|ies)|denying|for|developed)\b|rul(?:e|ed|ing)[- ]out|r\/o|consistent|compatible|suggestive|suspic|suspect|concern|possibl|probabl|presum|question|exclude|likely|comorbid|co-morbid|status[- ]post|s\/p|assessed|\bvs\b|versus|negative for/i

export function statementsIn(text: string): Statement[] {
  return sentences(text).flatMap(sentence => {
    const words = text.slice(sentence.start, sentence.end)
    return GATE.test(words)
      ? [...inSentence(words, sentence.start), ...backward(words, sentence.start), ...versus(words, sentence.start)]
      : []
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
      backward: false,
      one: false,
    })
  }
  return statements
}

/** How far before its cue a list may begin. */
const REACH = 160

// "Cauda equina syndrome was ruled out": the conditions stand before their cue.
function backward(sentence: string, origin: number): Statement[] {
  return BACKWARD.flatMap(({ kind, cue }) =>
    Array.from(sentence.matchAll(cue), match => {
      const from = Math.max(0, match.index - REACH)
      return {
        kind,
        cue: span(origin + match.index, origin + match.index + match[0].length),
        list: span(origin + from, origin + match.index),
        backward: true,
        one: /^(?:was|is|has)\b/i.test(match[0]) && !/ or /i.test(sentence.slice(from, match.index)),
      }
    }),
  ).filter(({ kind, cue }) => kind !== 'possible' || !IMAGING.test(sentence.slice(0, cue.start - origin)))
}

// "The differential is tendinitis versus a tear": two conditions of which one is.
const VERSUS = /\b(?:versus|vs)\b\.?/gi
const BEFORE_VERSUS =
  /^.*(?:\b(?:is|was|are|were|be|being|includ\w+|of|for|with|between|likely|probable|possible|had|has|have)\b|[:;,(])/i

function versus(sentence: string, origin: number): Statement[] {
  return Array.from(sentence.matchAll(VERSUS)).flatMap(match => {
    const lead = sentence.slice(Math.max(0, match.index - REACH), match.index)
    if (IMAGING.test(sentence.slice(0, match.index))) return []
    const start = match.index - lead.length + (BEFORE_VERSUS.exec(lead)?.[0].length ?? 0)
    const rest = sentence.slice(match.index + match[0].length)
    const end = match.index + match[0].length + (AFTER_VERSUS.exec(rest)?.index ?? rest.length)
    const cue = span(origin + match.index, origin + match.index + match[0].length)
    return [{ kind: 'possible' as const, cue, list: span(origin + start, origin + end), backward: false, one: false }]
  })
}
const AFTER_VERSUS = /[.;,:)]| (?:was|were|is|are|and|with|which|that|as|on|due|seen|noted)\b/i

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
