import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corpusFiles } from './corpus.ts'
import { mutations } from './mutations.ts'
import { table } from './table.ts'

/**
 * Damages letters in every kind of way, always the same for one seed, and counts what is silently wrong:
 *
 *     npm run mutations -- --letters FOLDER --each 4 --seed 1
 *
 * Without a folder it takes the letters of the corpus, those that are PDFs compressed, as published ones are.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string' },
    each: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
  },
})

const { letters } = values
const files = letters
  ? readdirSync(letters)
      .sort()
      .map(name => ({ name, bytes: readFileSync(join(letters, name)) }))
  : await corpusFiles()

const counts = await mutations(files, { each: Number(values.each), seed: Number(values.seed), kind: values.kind })
process.stdout.write(`${table(counts)}\n`)
