import corpus from './evaluations/corpus.json' with { type: 'json' }
import heldOut from './evaluations/held-out.json' with { type: 'json' }

/** How this version scores against letters whose right answers are known; the figures are those of `imr evaluate --json`. */
export const EVALUATIONS = [
  {
    name: 'held-out letters',
    about:
      'Posted letters of 12/2016 to 2/2017, read by careful readers. Nobody who wrote rules read them or what they were ' +
      'scored against; their totals were looked at now and then.',
    ...heldOut,
  },
  {
    name: 'invented letters',
    about: 'Letters in the real forms that were written for the tests. A check that nothing broke, not a measure.',
    ...corpus,
  },
] as const
