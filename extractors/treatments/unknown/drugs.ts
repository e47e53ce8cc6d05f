import { overlap, type Span, span } from '../../../document/index.ts'
import { isWord, respelled, type Term } from '../../../terminology/index.ts'
import wordings from '../../../vocabulary/context/mentions.json' with { type: 'json' }
import type { Modifier } from '../../context/index.ts'
import { splitList } from '../../language/lists.ts'
import { patternsOf } from '../../language/named-patterns.ts'
import { type Hit, unlisted } from '../hit.ts'

const wording = patternsOf(wordings)

const MEDICATIONS = wording('opens-drugs')

const MEDICATIONS_ANYWHERE = new RegExp(MEDICATIONS.source.replaceAll('$', ''), MEDICATIONS.flags)

/** Whether a sentence may open a list of drugs that is read for unknown ones. */
export const mayListDrugs = (sentence: string): boolean => MEDICATIONS_ANYWHERE.test(sentence)

/** "Current medications include Naproxen, Zyxomol 5mg and Ketaprofen": names in a list of drugs are drugs. */
export function withUnknownDrugs(sentence: string, modifiers: readonly Modifier[], hits: Hit[]): Hit[] {
  const cue = modifiers.find(
    ({ category, end }) => category === 'received' && MEDICATIONS.test(sentence.slice(Math.max(0, end - 45), end)),
  )
  if (!cue) return hits
  const unknown = splitList(sentence, span(cue.end, sentence.length))
    .slice(0, MOST)
    .filter(item => !hits.some(hit => overlap(hit, item)))
    .flatMap(item => unknownDrug(sentence, item, cue, hits))
  return [...hits, ...unknown].sort((a, b) => a.start - b.start)
}

/** No list of drugs is longer; this limits the work on a hostile sentence. */
const MOST = 60

// "Zyxomol 5mg": a name with a strength; a bare name must be close to that of a drug.
const NAMED = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{3,})(?= \d[\d.,/-]* ?(?:mg|mcg|%))/
const WORD = /^(?:include[sd]?:? |including )?([A-Za-z][A-Za-z-]{5,})/

function unknownDrug(sentence: string, item: Span, cue: Span, hits: readonly Hit[]): Hit[] {
  const text = sentence.slice(item.start, item.end)
  const match = NAMED.exec(text) ?? WORD.exec(text)
  const named = NAMED.test(text) || (ALONE.test(text) && isBesideDrug(cue, item, hits) && isNoWord(text))
  const term = match && (respelled(match[1]!) ?? (named ? unknownTerm(match[1]!) : null))
  if (!match || !term) return []
  const start = item.start + match[0].length - match[1]!.length
  return [{ ...span(start, start + match[1]!.length), term }]
}

// "Bexatrol", "Bexatrol ER twice daily": nothing but a name, and how it is taken.
const ALONE = wording('drug-alone')

const isNoWord = (text: string): boolean => /^[A-Z]/.test(text) && !isWord(/^[A-Za-z]+/.exec(text)![0].toLowerCase())

/** Whether a drug that is known stands in the same list. */
const isBesideDrug = (cue: Span, item: Span, hits: readonly Hit[]): boolean =>
  hits.some(
    ({ start, end, term }) =>
      term.drug && start >= cue.end && (end <= item.start ? item.start - end : start - item.end) < NEAR_DRUG,
  )

const NEAR_DRUG = 40

const unknownTerm = (name: string): Term =>
  unlisted({ concept: name.toLowerCase(), kind: 'medication', category: 'Pharmaceuticals', drug: true })
