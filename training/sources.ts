import { join } from 'node:path'
import { REASON_CODES } from '../document/index.ts'
import { reasonReading } from '../extractors/index.ts'
import { bearingWeightsOf } from './bearing.ts'
import { type ItemWithGold, inventedClauses, itemsOf } from './examples.ts'
import { modelOf } from './model.ts'
import { inventedItems } from './rationales.ts'

const ROOT = join(import.meta.dirname, '..')

/** The posted letters, on which the rules were written; not part of the project. */
export const POSTED = {
  letters: join(ROOT, '..', 'shared', 'letters'),
  gold: join(ROOT, '..', 'shared', 'gold', 'letters'),
}
/** The sample letters and their gold. */
export const CORPUS = { letters: join(ROOT, 'corpus', 'letters'), gold: join(ROOT, 'corpus', 'gold') }

/** The disputed items of the posted letters, and the rationales of our own. */
export const itemsToLearnFrom = async (): Promise<ItemWithGold[]> => [
  ...(await itemsOf(POSTED.letters, POSTED.gold)),
  ...inventedItems(),
]

const FOLDS = 6

/**
 * The items in groups, of which each is read by what was learned from the others: a file of rationales, as it has one
 * author; of the posted letters, which many reviewers wrote, six parts.
 */
export function groupsOf(items: readonly ItemWithGold[]): Map<string, ItemWithGold[]> {
  const posted = [...new Set(items.filter(({ source }) => source === POSTED.letters).map(({ letter }) => letter))]
  return Map.groupBy(items, ({ source, letter }) =>
    source === POSTED.letters ? `${source} ${posted.indexOf(letter) % FOLDS}` : source,
  )
}

const FIRST = REASON_CODES.indexOf('supports-necessary-item')
const CODES = { upheld: REASON_CODES.slice(0, FIRST), overturned: REASON_CODES.slice(FIRST, -1) }
const { fitted, learned } = inventedClauses()

/** The weights of a classifier that learned from items and from the invented clauses. */
export const weightsFrom = (items: readonly ItemWithGold[]): reasonReading.Weights =>
  modelOf([...items.flatMap(({ examples }) => examples), ...fitted, ...learned], CODES)

/** All that is learned about clauses. */
export const modelsFrom = (items: readonly ItemWithGold[]): reasonReading.ClauseModels => ({
  classifier: reasonReading.classifierOf(weightsFrom(items)),
  bearing: reasonReading.bearingOf(bearingWeightsOf(items)),
})
