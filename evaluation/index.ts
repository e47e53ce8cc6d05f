export { type Evaluation, evaluate } from './evaluate.ts'
export { type Gold, loadGold } from './gold.ts'
export { f1, missesOf, tableOf } from './table.ts'
export type { Miss, Tally } from './tally.ts'
