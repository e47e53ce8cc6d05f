import { describe, expect, it } from 'vitest'
import {
  BEARING,
  bearingOf,
  featuresOfClauses,
  type StemmedClause,
} from '../../../extractors/reasons/learned/bearing.ts'
import { stemsOf } from '../../../extractors/reasons/learned/stems.ts'
import { bearingWeightsOf } from '../../../training/bearing.ts'

const recital: StemmedClause = { part: 'recital', stems: stemsOf('the guideline wants weakness on examination.').stems }
const onCase: StemmedClause = { part: 'case', stems: stemsOf('no weakness is documented.').stems }
const conclusion: StemmedClause = {
  part: 'conclusion',
  stems: stemsOf('the request is not medically necessary.').stems,
}

describe('how likely a clause states a reason', () => {
  it('a finding that is missing is likelier one than the guideline, or the conclusion', () => {
    const [ofRecital, ofCase, ofConclusion] = BEARING([recital, onCase, conclusion], 'upheld')
    expect(ofCase).toBeGreaterThan(0)
    expect(ofRecital).toBeLessThan(-1)
    expect(ofConclusion).toBeLessThan(-1)
  })

  it('a guideline that was taken for the case is not believed', () => {
    const told: StemmedClause = {
      part: 'case',
      stems: stemsOf('refills are given when a dose has been spent or has expired.').stems,
    }
    const [ofTold, ofCase] = BEARING([told, onCase, conclusion], 'upheld')
    expect(ofTold).toBeLessThan(ofCase! - 1)
  })

  it('sees the words of a clause and where it stands', () => {
    const [, features] = featuresOfClauses([recital, onCase, conclusion], 'upheld')
    expect(features).toEqual(
      expect.arrayContaining(['weaknes', '^no', '@upheld', '@case', '@-1 recital', '@1 conclusion', '@conclusion 1']),
    )
  })

  it('knows nothing without weights', () => {
    expect(bearingOf({ weights: [] })([onCase], 'upheld')).toEqual([0])
  })
})

describe('learning it', () => {
  const item = (place: string) => {
    const rationale = `The ${place} should be strong. No ${place} strength is recorded.`
    const middle = rationale.indexOf('No')
    return {
      rationale,
      clauses: [
        { start: 0, end: middle - 1, part: 'case' as const },
        { start: middle, end: rationale.length, part: 'case' as const },
      ],
      stated: [[], ['findings-do-not-support']],
      about: { ordinal: 1, decision: 'upheld' as const, heading: 'A brace', items: [] },
    }
  }
  const weights = bearingWeightsOf(['wrist', 'knee', 'elbow', 'ankle', 'hip'].map(item))

  it('finds what quoted clauses have and others have not', () => {
    const of = (name: string) => weights.weights.find(({ feature }) => feature === name)?.weight ?? 0
    expect(of('record')).toBeGreaterThan(0)
    expect(of('should')).toBeLessThan(0)
  })

  it('leaves out what only one letter has', () => {
    expect(weights.weights.map(({ feature }) => feature)).not.toContain('wrist')
  })
})
