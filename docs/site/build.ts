import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Sheet } from '../../evaluation/index.ts'
import { recordReference } from './record-reference.ts'
import { scoresReference } from './scores-reference.ts'

/**
 * Gathers the pages of `docs/`, and those generated from the program, in `pages/`, since modules are resolved relative
 * to a page; then builds the site into `dist/`.
 */
const SITE = import.meta.dirname
const ROOT = join(SITE, '..', '..')
const DOCS = join(ROOT, 'docs')
const PAGES = join(SITE, 'pages')
const REFERENCE = join(PAGES, 'reference')

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
const build = (tool: string, ...args: string[]): void => {
  execFileSync('npm', ['exec', '--', tool, ...args], { cwd: SITE, stdio: 'inherit' })
}

rmSync(PAGES, { recursive: true, force: true })
for (const name of readdirSync(DOCS, { recursive: true, encoding: 'utf8' }))
  if (!name.startsWith('site') && ['.md', '.png'].includes(extname(name))) cpSync(join(DOCS, name), join(PAGES, name))
mkdirSync(REFERENCE)
writeFileSync(join(REFERENCE, 'record.md'), recordReference(json('docs/case-record.schema.json')))
writeFileSync(
  join(REFERENCE, 'scores.md'),
  scoresReference(
    json('dataset/quality/evaluations/held-out.json') as Sheet,
    json('dataset/quality/evaluations/corpus.json') as Sheet,
  ),
)
build('vitepress', 'build')
build('typedoc')
