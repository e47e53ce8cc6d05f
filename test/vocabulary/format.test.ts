import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { formatVocabulary } from '../../vocabulary/format.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'vocabulary')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))

it.each(files)('%s has one entry a line (npm run format)', name => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  expect(text).toBe(formatVocabulary(JSON.parse(text)))
})

it.each(files)('%s says where it comes from, itself or in the README', name => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  const itself = ['source', 'licence', 'date'].every(key => key in JSON.parse(text))
  expect(itself || readFileSync(join(FOLDER, 'README.md'), 'utf8').includes(`\`${basename(name)}\``)).toBe(true)
})
