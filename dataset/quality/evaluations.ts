import corpus from './evaluations/corpus.json' with { type: 'json' }
import heldOut from './evaluations/held-out.json' with { type: 'json' }

/** Scores of this version against gold; the figures are those of `imr evaluate --json`. */
export const EVALUATIONS = [
  {
    name: 'held-out letters',
    about:
      'Posted letters of 12/2016 to 2/2017, annotated by careful readers. Nobody who wrote rules has seen these letters or ' +
      'their annotations; only the total scores were looked at, a few times.',
    ...heldOut,
  },
  {
    name: 'invented letters',
    about:
      'Letters in the real forms that were written for the tests. They check that nothing broke, and do not measure quality.',
    ...corpus,
  },
] as const
