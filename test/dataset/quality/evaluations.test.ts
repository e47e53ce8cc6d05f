import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EVALUATIONS } from '../../../dataset/quality/evaluations.ts'
import { evaluate, loadGold, sheetOf } from '../../../evaluation/index.ts'
import { EXTRACTOR, extractRecord, readLetter } from '../../../pipeline/index.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** Published letters exist only next to the project where it is developed. */
const SHARED = join(ROOT, '..', 'shared')

const SETS = [
  {
    name: 'invented letters',
    letters: join(ROOT, 'corpus', 'letters'),
    gold: join(ROOT, 'corpus', 'gold'),
    script: 'evaluation',
  },
  {
    name: 'held-out letters',
    letters: join(SHARED, 'check', 'letters'),
    gold: join(SHARED, 'check', 'gold'),
    script: 'evaluation:held-out',
  },
].filter(({ letters }) => existsSync(letters))

it.each(SETS)('the scores on $name are those of this version', async ({ name, letters, gold, script }) => {
  const golds = [...loadGold(gold)]
  const files = readdirSync(letters)
  const read = await Promise.all(
    golds.map(async ([base]) => {
      const file = files.find(file => file.replace(/\.\w+$/, '') === base)!
      const source = await readLetter({ bytes: readFileSync(join(letters, file)), name: file })
      return { base, record: extractRecord(source), text: source.text }
    }),
  )
  const records = new Map(read.map(({ base, record }) => [base, record]))
  const texts = new Map(read.map(({ base, text }) => [base, text]))
  const sheet = { extractor: EXTRACTOR, ...sheetOf(evaluate(new Map(golds), records, texts)) }
  expect(
    EVALUATIONS.find(one => one.name === name),
    `run npm run ${script}`,
  ).toMatchObject(sheet)
})
