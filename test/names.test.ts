import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const OUTSIDE = /^(?:node_modules|dist|test|\.|imr-|coverage)/

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  path => path.endsWith('.ts') && !OUTSIDE.test(path) && !path.includes('node_modules'),
)

interface Declared {
  readonly name: string
  readonly path: string
  readonly exported: boolean
}

const declared: readonly Declared[] = files.flatMap(path =>
  Array.from(
    readFileSync(join(ROOT, path), 'utf8').matchAll(/^(export )?(?:interface|type) (\w+)[ <]/gm),
    ([, exported, name]) => ({ name: name!, path, exported: exported !== undefined }),
  ),
)

it('a type that one file exports is declared in no other file', () => {
  const exported = new Map(declared.filter(one => one.exported).map(({ name, path }) => [name, path]))
  expect(exported.size).toBeGreaterThan(100)
  const twice = declared.filter(({ name, path }) => exported.has(name) && exported.get(name) !== path)
  expect(twice.map(({ name, path }) => `${name}: ${path} and ${exported.get(name)}`)).toEqual([])
})

it('word distances are imported in one file', () => {
  const importers = files.filter(path => /natural\/lib\/natural\/distance/.test(readFileSync(join(ROOT, path), 'utf8')))
  expect(importers).toEqual(['terminology/likeness.ts'])
})
