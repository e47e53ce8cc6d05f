import type { Diagnosis, Draft } from '../../document/index.ts'
import { conditionWords } from './concept.ts'

/**
 * One entry a condition, in the wording that came first; the caller puts main statements first. "lumbar strain" after
 * "strain of muscle, fascia and tendon of lower back" is the same condition, and so is "right knee pain" after "knee
 * pain"; "pain in left arm" after "pain in right arm" is not.
 */
export function merged(diagnoses: readonly Draft<Diagnosis>[]): Draft<Diagnosis>[] {
  const kept: Draft<Diagnosis>[] = []
  for (const diagnosis of diagnoses) {
    if (kept.length === MOST) break
    if (!kept.some(other => same(other, diagnosis))) kept.push(diagnosis)
  }
  return kept
}

/** No worker has more; it bounds the comparisons that a hostile letter can ask for. */
const MOST = 100

function same(a: Draft<Diagnosis>, b: Draft<Diagnosis>): boolean {
  if (a.text.value.toLowerCase() === b.text.value.toLowerCase()) return true
  if (!compatible(a, b)) return false
  return (a.icd10 !== null && a.icd10.code.value === b.icd10?.code.value) || contained(a, b)
}

/** Sites agree where one names no part, or the parts are the same and no side contradicts. */
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

/** Whether all words of the later wording stand in the earlier one. */
function contained(a: Draft<Diagnosis>, b: Draft<Diagnosis>): boolean {
  const words = new Set(conditionWords(a.text.value))
  return conditionWords(b.text.value).every(word => words.has(word))
}
