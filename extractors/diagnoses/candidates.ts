import type { Span } from '../../document/index.ts'
import type { Modifier, Resolution } from '../context/index.ts'
import type { ConditionReading } from './readings.ts'

/** A condition in a list, and what the sentence says about it. */
export interface ListedCondition extends ConditionReading {
  readonly resolution: Resolution
}

/**
 * "possible knee meniscus tear and ankle sprain": a doubt ends where the next condition names another place, and "a
 * history of" among diagnoses at the next comma.
 */
export function elsewhere(
  candidates: readonly ListedCondition[],
  each: ListedCondition,
  index: number,
): ListedCondition {
  const { modifier } = each.resolution
  if (closesOuter(candidates, each, index)) return unmodified(each)
  const doubted = candidates.findIndex(({ resolution }) => resolution.modifier === modifier)
  if (
    modifier?.rule.opens === 'history' &&
    candidates.slice(doubted + 1, index + 1).some(({ item }) => item.joint !== 'and')
  )
    return unmodified(each)
  if (modifier?.category !== 'possible' || modifier.rule.direction !== 'forward' || doubted >= index) return each
  const [there, here] = [candidates[doubted]!, each].map(({ sites }) => sites.map(({ part }) => part.value))
  const apart = here!.length > 0 && there!.length > 0 && !here!.some(part => there!.includes(part))
  return apart ? unmodified(each) : each
}

const unmodified = (each: ListedCondition): ListedCondition => ({
  ...each,
  resolution: { ...each.resolution, modifier: null },
})

/** "gout, ankle sprain, possible bursitis, and asthma": the last "and" closes the whole list and not what is in doubt. */
function closesOuter(candidates: readonly ListedCondition[], each: ListedCondition, index: number): boolean {
  const before = candidates.slice(0, index)
  const { modifier } = each.resolution
  if (modifier?.category !== 'possible' || modifier.rule.direction !== 'forward') return false
  if (each !== candidates.at(-1) || before.length < 2 || !/and$/.test(each.item.joint)) return false
  const doubted = before.filter(({ resolution }) => resolution.modifier === modifier)
  return doubted.length === 1 && doubted[0] === before.at(-1) && before.slice(1).every(({ item }) => item.joint === ',')
}

/** "rotator cuff tendinitis versus tear": the modifier between two names of one condition applies to both. */
export function doubtWithin(modifiers: readonly Modifier[], { start, end }: Span): Resolution | null {
  const between = modifiers.find(
    each => each.start > start && each.end < end && each.rule.divides && each.rule.direction === 'bidirectional',
  )
  return between ? { modifier: between, denied: false, governing: between, local: null } : null
}
