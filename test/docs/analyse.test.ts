import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, corpusIngest, exportAll } from '../dataset/support.ts'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')
const root = mkdtempSync(join(tmpdir(), 'imr-analyse-'))
const dataset = join(root, 'imr-dataset')

/** The code of a page in one language, block by block. */
const blocks = (page: string, language: string): string[] =>
  Array.from(
    readFileSync(join(DOCS, page), 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms')),
    ([, code]) => code!,
  )

beforeAll(async () => exportAll(await corpusIngest(root), dataset))
afterAll(() => rmSync(root, { recursive: true }))

describe('examples of the guides', () => {
  const queries = ['analyse.md', 'tutorial.md'].flatMap(page =>
    blocks(page, 'sql').map((sql, at) => [`${page} ${at + 1}`, sql] as const),
  )

  it.each(queries)('the query %s has an answer', async (_, sql) => {
    expect((await ask(sql.replaceAll("'imr-dataset/", "'{}/"), dataset)).length).toBeGreaterThan(0)
  })

  it('the interval encloses the share', async () => {
    for (const row of await ask(queries[0]![1].replaceAll("'imr-dataset/", "'{}/"), dataset)) {
      expect(Number(row.low)).toBeLessThanOrEqual(Number(row.share))
      expect(Number(row.high)).toBeGreaterThanOrEqual(Number(row.share))
    }
  })

  const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0
  const printed = (program: string, args: readonly string[], input: string): string => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', input })
    expect(status, stderr).toBe(0)
    return stdout
  }

  it.skipIf(!runs('python3', '-c', 'import pandas'))('pandas prints a row for each category', () => {
    expect(printed('python3', ['-'], blocks('analyse.md', 'python').join('\n'))).toContain('Pharmaceuticals')
  })

  it.skipIf(!runs('Rscript', '--version'))('R prints a row for each category', () => {
    expect(printed('Rscript', ['-'], blocks('analyse.md', 'r').join('\n'))).toContain('Pharmaceuticals')
  })
})
