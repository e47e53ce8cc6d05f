import type { BodyPart, Diagnosis, Draft } from '../../document/index.ts'
import { conditionWords } from '../../terminology/index.ts'
import bodyParts from '../../vocabulary/terms/body-parts.json' with { type: 'json' }
import { QUALIFIERS } from './edges.ts'

/**
 * One entry per condition, in the wording that came first; the caller puts main statements first. "lumbar strain" after
 * "strain of muscle, fascia and tendon of lower back" is the same condition, and so is "right knee pain" after "knee
 * pain"; "pain in left arm" after "pain in right arm" is not.
 */
export function merged(lists: readonly (readonly Draft<Diagnosis>[])[]): Draft<Diagnosis>[] {
  const kept: Draft<Diagnosis>[] = []
  for (const list of lists) {
    const before = kept.length
    for (const diagnosis of list) {
      if (kept.length === MOST) return kept
      const known = kept.findIndex((other, index) => same(other, diagnosis, index >= before))
      if (known < 0) kept.push(diagnosis)
      else kept[known] = settled(kept[known]!, diagnosis)
    }
  }
  return kept
}

/** "Suspicion of a fracture … The fracture was ruled out.": what was possible becomes absent. */
const settled = (kept: Draft<Diagnosis>, later: Draft<Diagnosis>): Draft<Diagnosis> =>
  kept.assertion.value === 'possible' && later.assertion.value === 'absent'
    ? { ...kept, assertion: later.assertion }
    : kept

/** No worker has more; it limits the comparisons on hostile input. */
const MOST = 100

/**
 * A single list may name two conditions with one residual code ("coccydynia, sacroiliac dysfunction"), unless they
 * share their noun.
 */
function same(a: Draft<Diagnosis>, b: Draft<Diagnosis>, listed: boolean): boolean {
  if (a.text.value.toLowerCase() === b.text.value.toLowerCase()) return true
  if (!compatible(a, b)) return false
  const coded = a.icd10 !== null && a.icd10.code.value === b.icd10?.code.value
  const residual = listed && RESIDUAL.test(b.icd10?.display.value ?? '')
  return (coded && (!residual || akin(a, b))) || contained(a, b)
}

// "Sacrococcygeal disorders, not elsewhere classified" covers several conditions.
const RESIDUAL = /\bother\b|not elsewhere/i

/** Whether two wordings share a word other than a kind of condition or a place. */
function akin(a: Draft<Diagnosis>, b: Draft<Diagnosis>): boolean {
  const words = new Set(conditionWords(a.text.value).filter(word => !COMMON.has(word)))
  const sites = new Set([...a.sites, ...b.sites].flatMap(({ part, side }) => [part.value, side?.value]))
  return conditionWords(b.text.value).some(word => words.has(word) && !PLACES.has(word) && !sites.has(word as BodyPart))
}

const COMMON: ReadonlySet<string> = new Set([
  ...QUALIFIERS, 'syndrome', 'disorder', 'disease', 'condition', 'injury', 'unspecified', 'failed',
]) // biome-ignore format: a list of words
const PLACES: ReadonlySet<string> = new Set(bodyParts.flatMap(({ term }) => term.toLowerCase().split(/[^a-z0-9]+/)))

/** Sites are compatible if one names no part, or if the parts are equal and no side contradicts. */
function compatible(a: Draft<Diagnosis>, b: Draft<Diagnosis>): boolean {
  if (a.sites.length === 0 || b.sites.length === 0) return true
  if (a.sites.length !== b.sites.length) return false
  return a.sites.every(site =>
    b.sites.some(
      other =>
        other.part.value === site.part.value && (!site.side || !other.side || site.side.value === other.side.value),
    ),
  )
}

/** Whether all words of the later wording are in the earlier one. */
function contained(a: Draft<Diagnosis>, b: Draft<Diagnosis>): boolean {
  const words = new Set(conditionWords(a.text.value))
  return conditionWords(b.text.value).every(word => words.has(word))
}
