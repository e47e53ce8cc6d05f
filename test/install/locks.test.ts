import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

interface Locked {
  readonly integrity?: string
  readonly link?: boolean
}

// npm leaves the hash out for optional packages of other platforms if they were never fetched here.
it.each(['package-lock.json', 'docs/site/package-lock.json'])('%s has an integrity hash for every package', file => {
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
  const installed = Object.entries(lock.packages).filter(
    ([path, { link }]) => /(?:^|\/)node_modules\//.test(path) && !link,
  )
  expect(installed.length).toBeGreaterThan(20)
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
})
