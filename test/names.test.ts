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

/** Functions that a file of a room exports; the `index.ts` of a room gives them on. */
const functions: readonly Declared[] = files
  .filter(path => !/^[^/]+\/index\.ts$/.test(path))
  .flatMap(path =>
    Array.from(
      readFileSync(join(ROOT, path), 'utf8').matchAll(
        /^export (?:(?:async )?function\*? (\w+)|const (\w+) = (?:async )?(?:<[^=]*>)?\()/gm,
      ),
      ([, declared, assigned]) => ({ name: (declared ?? assigned)!, path, exported: true }),
    ),
  )

it('a function that one file exports has a name of its own in its room', () => {
  expect(functions.length).toBeGreaterThan(500)
  const byName = Map.groupBy(functions, ({ name, path }) => `${path.split('/')[0]}: ${name}`)
  const twice = [...byName].filter(([, all]) => new Set(all.map(({ path }) => path)).size > 1)
  expect(twice.map(([name]) => name)).toEqual([])
})

it('word distances are imported in one file', () => {
  const importers = files.filter(path => /natural\/lib\/natural\/distance/.test(readFileSync(join(ROOT, path), 'utf8')))
  expect(importers).toEqual(['terminology/likeness.ts'])
})
