import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterText } from '../letters.ts'
import { imr, ROOT } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-package-'))
const PROJECT = join(folder, 'project')
const PACKAGE = join(PROJECT, 'node_modules', 'imr')
const LETTER = join(folder, 'letter.txt')

/** An empty project with the published package and the dependencies of the checkout. */
beforeAll(() => {
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim()
  mkdirSync(PACKAGE, { recursive: true })
  execFileSync('tar', ['xzf', join(folder, name.split('\n').at(-1)!), '--strip-components=1', '-C', PACKAGE])
  symlinkSync(join(ROOT, 'node_modules'), join(PACKAGE, 'node_modules'))
  writeFileSync(join(PROJECT, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  writeFileSync(LETTER, letterText())
}, 240_000)

afterAll(() => rmSync(folder, { recursive: true }))

it('the packed program gives the records of the checkout', () => {
  const packed = (...args: string[]) => spawnSync(join(PACKAGE, 'imr.js'), args, { encoding: 'utf8' })
  expect(packed('extract', LETTER)).toMatchObject({ status: 0, stdout: imr('extract', LETTER).stdout })
  expect(packed('evaluate').stdout).toBe(imr('evaluate').stdout)
  expect(packed('ingest', LETTER, '--out', join(folder, 'out'), '--no-queue')).toMatchObject({ status: 0 })
})

it('the package brings its documents along, and no Node that gets in the way of the user', () => {
  const { optionalDependencies, engines } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
  expect(Object.keys(optionalDependencies).filter(name => name.startsWith('node'))).toEqual([])
  expect(engines).toEqual({ node: '>=24' })
  for (const name of ['operations.md', 'decisions/0005-queue.md', 'queries/README.md', 'case-page.png'])
    expect(existsSync(join(PACKAGE, 'docs', name)), name).toBe(true)
})

/** What a user may write; it is run and type-checked. */
const USES = `
import { readFileSync } from 'node:fs'
import {
  allExtractors, annotate, type CaseExtractor, type CaseRecord, extractRecords, found, normalize, readLetter, Rejected,
  type RejectionCode, segment, span,
} from 'imr'
import schema from 'imr/case-record.schema.json' with { type: 'json' }

const ageOfAll: CaseExtractor = {
  name: 'age-of-all',
  reads: 'summary',
  extract: text => ({ worker: { age: found<number>(99, span(0, text.length), 'user/age') } }),
}

const source = await readLetter({ bytes: readFileSync(process.argv[2]!), name: 'letter.txt' })
const records: CaseRecord[] = extractRecords(source)
const staged = segment(source).map(letter => normalize(annotate(letter)))
const [own] = segment(source).map(letter =>
  normalize(annotate(letter, { ...allExtractors, ofCase: [ageOfAll, ...allExtractors.ofCase] })),
)
const codeOf = async (bytes: Uint8Array): Promise<RejectionCode | null> => {
  try {
    extractRecords(await readLetter({ bytes, name: 'letter.txt' }))
    return null
  } catch (error) {
    if (error instanceof Rejected) return error.code
    throw error
  }
}
const age: number | null | undefined = own?.worker.age
const code = await codeOf(new TextEncoder().encode('A note.'))
const keys = Object.keys(schema.properties).join() === Object.keys(records[0]!).join()
console.log(JSON.stringify({ records, staged, age, code, keys }))
`

describe('the packed library', () => {
  it('is used by a program', () => {
    writeFileSync(join(PROJECT, 'uses.ts'), USES)
    const output = execFileSync(process.execPath, [join(PROJECT, 'uses.ts'), LETTER], { encoding: 'utf8' })
    const record = JSON.parse(imr('extract', LETTER).stdout)
    expect(JSON.parse(output)).toEqual({
      records: [record],
      staged: [record],
      age: 99,
      code: 'E_NOT_A_LETTER',
      keys: true,
    })
  })

  it('has types that check a program', () => {
    const check = (name: string, text: string) => {
      writeFileSync(join(PROJECT, name), text)
      const options = ['--noEmit', '--strict', '--target', 'esnext', '--module', 'nodenext', '--resolveJsonModule']
      const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules', '@types')]
      const tsc = join(ROOT, 'node_modules', '.bin', 'tsc')
      return spawnSync(tsc, [...options, ...types, name], { cwd: PROJECT, encoding: 'utf8' })
    }
    expect(check('uses.ts', USES)).toMatchObject({ stdout: '', status: 0 })
    const misused = check('misuses.ts', `${USES}\nconst sex: number | null = records[0]!.worker.sex\nconsole.log(sex)`)
    expect(misused.stdout).toMatch(/^misuses\.ts\(\d+,\d+\): error TS2322/)
  })

  it('contains only what was built', () => {
    const files = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
    const sources = files.filter(name => /(?<!\.d)\.ts$/.test(name) && !name.startsWith('node_modules'))
    expect(sources).toEqual([])
    const { exports } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
    expect(files).toEqual(expect.arrayContaining(['dist/library/index.js', 'dist/library/index.d.ts']))
    expect(exports['.']).toEqual({ types: './dist/library/index.d.ts', default: './dist/library/index.js' })
  })
})
