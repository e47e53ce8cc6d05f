/**
 * How many samples a property test draws, and which: always the same, so that a test does not fail without a change.
 * `SEED=7 RUNS=300 npx vitest run test/pipeline/rough` draws others, and more.
 */
export const samples = (runs: number): { readonly seed: number; readonly numRuns: number } => ({
  seed: Number(process.env.SEED ?? 1),
  numRuns: Number(process.env.RUNS ?? runs),
})
