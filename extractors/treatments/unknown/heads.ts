import {
  INTERVENTION_KINDS,
  type InterventionKind,
  matchesOf,
  overlap,
  type Span,
  span,
} from '../../../document/index.ts'
import { namesCondition } from '../../../terminology/index.ts'
import wordings from '../../../vocabulary/context/mentions.json' with { type: 'json' }
import edges from '../../../vocabulary/terms/intervention-edges.json' with { type: 'json' }
import type { Modifier } from '../../context/index.ts'
import { splitList } from '../../language/lists.ts'
import { patternsOf } from '../../language/named-patterns.ts'
import { isAnatomy } from '../extent/index.ts'
import { type Hit, unlisted } from '../hit.ts'

const wording = patternsOf(wordings)

/**
 * Names that the vocabulary lacks, known by their last word: "He has had toe stretching, a night towel splint, and stress
 * counseling".
 */
export function withHeads(sentence: string, modifiers: readonly Modifier[], hits: readonly Hit[]): Hit[] {
  if (!mayEndInHead(sentence)) return [...hits]
  const named = lists(sentence, modifiers)
    .flatMap(list => splitList(sentence, list))
    .slice(0, MOST)
    .flatMap(item => namesIn(sentence, item, hits))
  const others = hits.filter(hit => !named.some(name => overlap(hit, name)))
  return named.length === 0 ? [...hits] : [...others, ...named].sort((a, b) => a.start - b.start)
}

/** Whether a sentence may have such a name. */
export const mayEndInHead = (sentence: string): boolean => HEAD.test(sentence)

/** What follows each word for doing or planning, up to the next; and what precedes the first if it refers back. */
function lists(sentence: string, modifiers: readonly Modifier[]): Span[] {
  const cues = modifiers.filter(({ category }) => category === 'received' || category === 'planned')
  return cues.flatMap(({ start, end, rule: { direction } }, at) => [
    ...(at === 0 && direction !== 'forward' ? [span(0, start)] : []),
    ...(direction === 'backward' ? [] : [span(end, cues[at + 1]?.start ?? sentence.length)]),
  ])
}

/** No list is longer; this limits the work on a hostile sentence. */
const MOST = 60

const KINDS: ReadonlyMap<string, InterventionKind> = new Map(
  edges.heads.flatMap(({ kind, words }) =>
    words.map(word => [word, INTERVENTION_KINDS.find(known => known === kind)!]),
  ),
)
const HEADS = [...KINDS.keys()].join('|')
const HEAD = new RegExp(`\\b(?:${HEADS})(?:e?s)?\\b`, 'i')

// "a | night towel splint |", "four sessions of | stress counseling | since May"
const LEADS = wording('before-head').source
const NAME = new RegExp(
  String.raw`(?:^[: ]*|\b${LEADS} )((?:(?!${LEADS} )[A-Za-z][A-Za-z'-]+ ){1,3}(?:${HEADS})(?:e?s)?)(?=$|[.,;:()]| (?:${edges.behind.join('|')})\b)`,
  'gi',
)

function namesIn(sentence: string, { start, end }: Span, hits: readonly Hit[]): Hit[] {
  const item = sentence.slice(start, end)
  return matchesOf(item, NAME)
    .map(match => {
      const to = start + match.index + match[0].length
      return nameAt(sentence, span(to - match[1]!.length, to), hits)
    })
    .filter(hit => hit !== null)
}

function nameAt(sentence: string, at: Span, hits: readonly Hit[]): Hit | null {
  const words = sentence.slice(at.start, at.end).split(' ')
  const inside = hits.filter(hit => overlap(hit, at))
  if (inside.some(({ start, end }) => start < at.start || end > at.end)) return null
  const known = inside.find(({ end }) => end === at.end)
  const specific = words.slice(0, -1)
  const adorned = kindOf(words.at(-1)!) === 'device'
  if (
    known?.start === at.start ||
    !specific.every(word => isSpecific(word, adorned)) ||
    (known && specific.every(isAnatomy))
  )
    return null
  const [name, kind] = [words.join(' ').toLowerCase(), kindOf(words.at(-1)!)]
  if (known) return { ...known, start: at.start, term: { ...known.term, use: null } }
  return kind === 'activity' && namesCondition(name) ? null : { ...at, term: unlisted({ kind, concept: name }) }
}

const kindOf = (head: string): InterventionKind =>
  KINDS.get(head.toLowerCase()) ??
  KINDS.get(head.toLowerCase().replace(/s$/, '')) ??
  KINDS.get(head.toLowerCase().replace(/es$/, ''))!

const UNSPECIFIC: ReadonlySet<string> = new Set(edges.unspecific)

/**
 * Whether a word may tell one thing from another: no verb, no plural, no pronoun, nothing that only counts or compares.
 * Before a device a participle may, too: "tinted glasses".
 */
const isSpecific = (word: string, adorned: boolean): boolean =>
  word.length > 2 &&
  !UNSPECIFIC.has(word.toLowerCase()) &&
  !(adorned ? /(?:ly|[^siu]s)$/ : /(?:ed|ly|[^siu]s)$/).test(word)
