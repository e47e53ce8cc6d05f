import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { loadStages, PIPELINE } from '../../../workers/sandbox/stages.ts'
import { fingerprints, isReader } from '../../../workers/store/fingerprint.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** The project's own files on which a file depends, itself first. */
function needed(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = readFileSync(join(ROOT, path), 'utf8')
  for (const [, target] of text.matchAll(/^(?:import|export) (?!type)[^']*from '(\.[^']+)'/gm))
    needed(relative(ROOT, join(ROOT, path, '..', target!)), seen)
  return seen
}

test('the fingerprint of the reader covers every file of the pipeline that reading needs', () => {
  const files = [...needed('pipeline/read/index.ts')].filter(path => path.startsWith('pipeline/'))
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter(path => !isReader(path))).toEqual([])
  expect(isReader('pipeline/segment/sectionize.ts')).toBe(false)
  // What reading takes from the room of shared types.
  expect(['source', 'span', 'widths', 'record'].filter(name => isReader(`document/${name}.ts`))).toEqual([
    'source',
    'span',
    'widths',
  ])
})

test('a version contains the rules and, after a plus sign, the reader', async () => {
  const { rules, reader } = fingerprints()
  expect(rules).not.toBe(reader)
  expect((await loadStages(PIPELINE)).PIPELINE_VERSION).toMatch(
    new RegExp(`^\\d[\\d.]*(?:-dev)?-${rules}\\+${reader}$`),
  )
})
