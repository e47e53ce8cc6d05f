import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests that start processes, a Redis server or a browser, read pictures, or take more than a few seconds. */
const SYSTEM = [
  'test/cli/**/*.test.ts',
  'test/viewer/**/*.test.ts',
  'test/workers/**/*.test.ts',
  'test/dataset/{export,queries,refused,sqlite,validators}.test.ts',
  'test/pipeline/read/{ocr,pdf}/**/*.test.ts',
  'test/pipeline/read/pictures.test.ts',
  'test/pipeline/rough/**/*.test.ts',
  'test/pipeline/stages.test.ts',
  'test/{hostile,real-letters,redos}.test.ts',
]

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // As the launcher does it: processes that tests start need not compile the program anew.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled') },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: SYSTEM } },
      { extends: true, test: { name: 'system', include: SYSTEM } },
    ],
  },
})
