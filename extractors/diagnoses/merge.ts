import type { Diagnosis, Draft } from '../../document/index.ts'
import { conditionWords } from '../../terminology/index.ts'
import { wording } from './edges.ts'

/** What one statement says; `aside` if it only tells of conditions, and does not list them. */
interface List {
  readonly drafts: readonly Draft<Diagnosis>[]
  readonly aside: boolean
}

/**
 * One entry per condition, in the wording that came first; the caller puts main statements first. "lumbar strain" after
 * "strain of muscle, fascia and tendon of lower back" is the same condition, and so is "right knee pain" after "knee
 * pain"; "pain in left arm" after "pain in right arm" is not.
 */
export function merged(lists: readonly List[]): Draft<Diagnosis>[] {
  const kept: Draft<Diagnosis>[] = []
  for (const { drafts, aside } of lists) {
    const before = kept.length
    for (const diagnosis of drafts) {
      if (kept.length === MOST) return kept
      const known = kept.findIndex(
        (other, index) =>
          same(other, diagnosis, index >= before) || (aside && index < before && retold(other, diagnosis)),
      )
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
 * Two wordings with one code are one condition, unless they are in one list: whoever writes "radiculopathy,
 * radiculitis" means two. There they must also share their words, other than for the place ("strain of muscle, fascia
 * and tendon of lower back; lumbar strain"), or both be names of a pain ("low back pain, lumbago").
 */
function same(a: Draft<Diagnosis>, b: Draft<Diagnosis>, listed: boolean): boolean {
  if (a.text.value.toLowerCase() === b.text.value.toLowerCase()) return true
  if (!compatible(a, b)) return false
  if (contained(a.text.value, b.text.value)) return true
  // "reactive airway disease … no history of asthma"
  if ((a.assertion.value === 'absent') !== (b.assertion.value === 'absent')) return false
  if (a.icd10 === null || a.icd10.code.value !== b.icd10?.code.value) return false
  return !listed || PAIN.test(a.icd10.code.value) || (sideOf(a) === sideOf(b) && contained(a.text.value, placeless(b)))
}

/** "postoperative wound infection" in the list, "complicated by a superficial wound infection" in the history. */
function retold(listed: Draft<Diagnosis>, told: Draft<Diagnosis>): boolean {
  if (!compatible(listed, told)) return false
  const [before, after] = [conditionWords(listed.text.value), conditionWords(told.text.value)]
  return before.at(-1) === after.at(-1) && before.length > 1 && before.at(-2) === after.at(-2)
}

const PAIN = /^M54\.[25]/

const sideOf = ({ sites }: Draft<Diagnosis>): string => sites.map(({ side }) => side?.value ?? '').join()

/** The wording without the region of the spine that it names; the sites of the two are equal already. */
const placeless = ({ text }: Draft<Diagnosis>): string => text.value.replace(REGION, ' ')

const REGION = new RegExp(wording('spine-region'), 'gi')

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
function contained(earlier: string, later: string): boolean {
  const words = new Set(conditionWords(earlier))
  return conditionWords(later).every(word => words.has(word))
}
