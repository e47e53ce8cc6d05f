import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imr, ndjson, ROOT } from './support.ts'

const root = mkdtempSync(join(tmpdir(), 'imr-test-'))
const letters = join(root, 'letters')
const NAMES = ['d1-elbow.txt', 'd2-neck.txt', 'CM16-9000009.txt', 'CM17-9000010.txt']

beforeAll(async () => {
  await mkdir(letters)
  for (const name of NAMES) await cp(join(ROOT, 'corpus', 'letters', name), join(letters, name))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const shell = (script: string) =>
  spawnSync('bash', ['-c', script], { encoding: 'utf8', env: { ...process.env, IMR: join(ROOT, 'imr'), ROOT: root } })

const recordsIn = (out: string) => readFileSync(join(out, 'records.ndjson'), 'utf8')

test('chunks of paths, as xargs makes them, add up to one run', () => {
  const whole = join(root, 'whole')
  expect(imr('ingest', letters, '--out', whole, '--no-queue', '--quiet')).toMatchObject({ status: 0, stderr: '' })
  const { status } = shell('ls -r $ROOT/letters/* | xargs -n 2 $IMR ingest --no-queue --out $ROOT/chunks')
  expect(status).toBe(0)
  expect(recordsIn(join(root, 'chunks'))).toBe(recordsIn(whole))
})

test('paths may come from a list, separated by line ends or NUL', () => {
  const names = (stdout: string) => ndjson(stdout).map(({ source }) => (source as { name: string }).name)
  const byNul = shell('find $ROOT/letters -name "d*" -print0 | sort -z | $IMR extract --files-from - -0')
  expect(names(byNul.stdout)).toEqual(['d1-elbow.txt', 'd2-neck.txt'])
  const byLine = shell(
    'ls $ROOT/letters/d* > $ROOT/list; echo $ROOT/gone.txt >> $ROOT/list; $IMR extract --files-from $ROOT/list',
  )
  expect(names(byLine.stdout)).toEqual(['d1-elbow.txt', 'd2-neck.txt'])
  expect(ndjson(byLine.stderr)).toMatchObject([{ code: 'E_UNREADABLE', source: { name: 'gone.txt' } }])
  expect(byLine.status).toBe(3)
})

test('a letter may come through standard input, a pipe, or a link that is named', () => {
  const expected = ndjson(imr('extract', join(letters, 'd2-neck.txt')).stdout)[0]!
  const ways = [
    '$IMR extract - < $ROOT/letters/d2-neck.txt',
    '$IMR extract <(cat $ROOT/letters/d2-neck.txt)',
    'ln -sf letters/d2-neck.txt $ROOT/link.txt; $IMR extract $ROOT/link.txt',
  ]
  for (const way of ways) {
    const [record] = ndjson(shell(way).stdout)
    expect({ ...record, source: null }).toEqual({ ...expected, source: null })
  }
})

test('globs select; results and hidden files below the inputs are skipped, with a message', async () => {
  const out = join(letters, 'results')
  await writeFile(join(letters, '.hidden.txt'), 'x')
  imr('ingest', letters, '--out', out, '--no-queue', '--quiet')
  expect(imr('extract', letters).stderr).toBe('imr: skipped: 1 hidden file, 1 folder of results\n')
  const again = imr('ingest', letters, '--include', 'd*', '--out', join(root, 'chosen'), '--no-queue')
  expect(again.stderr).toContain(
    'skipped: 1 hidden file, 1 folder of results, 2 files because of --include or --exclude',
  )
  expect(ndjson(recordsIn(join(root, 'chosen')))).toHaveLength(2)
})

test('the result of a run is JSON on stdout if requested', () => {
  const { stdout, stderr } = imr('ingest', letters, '--out', join(root, 'json'), '--no-queue', '--json', '--quiet')
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ processed: 4, runner: 'pool', summary: { inputs: 4, records: 4 } })
})

test('wrong usage is distinguished from rejected letters', async () => {
  const absent = join(root, 'absent.txt')
  await mkdir(join(root, 'empty'))
  const out = join(root, 'never')
  const dataset = join(root, 'dataset')
  imr('export', join(root, 'whole'), '--to', dataset, '--formats', 'csv')
  const cases: (readonly [string[], number, string])[] = [
    [['extract'], 2, 'no input given'],
    [['extract', absent], 2, 'no such file'],
    [['text', absent], 2, 'no such file'],
    [['ingest', absent, '--out', out], 2, 'no such file'],
    [['extract', join(root, 'empty')], 0, 'no letter was found'],
    [['extract', '--files-from', absent], 2, 'cannot read the list'],
    [['ingest', letters, '--out', out, '--metrics', '22222222'], 2, 'Not a port'],
    [['ingest', letters, '--out', out, '--workers', '0'], 2, 'needs --redis'],
    [['ingest', '--files-from', absent, '--out', out], 2, 'cannot read the list'],
    [['ingest', '--files-from', root, '--out', out], 2, 'cannot read the list'],
    [['ingest', letters, '--out', 'gs://letters/results'], 2, 'must name a folder or an s3:// URL'],
    [['ingest', letters, '--out', dataset], 2, 'is a dataset'],
    [['ingest', letters, '--out', '/proc/imr'], 2, 'cannot create a folder'],
    [['ingest', letters, '--out', join(letters, NAMES[0]!)], 2, 'is a file'],
  ]
  for (const [args, status, words] of cases) {
    const result = imr(...args)
    expect([args.join(' '), result.status]).toEqual([args.join(' '), status])
    expect(result.stderr).toContain(words)
  }
  expect(existsSync(out), 'wrong usage leaves nothing behind').toBe(false)
})

test('--retry takes codes, in capitals or not, and no paths', () => {
  const out = join(root, 'retried')
  const { status, stderr } = imr('ingest', '--retry', 'E_TIMEOUT,e_memory', letters, '--out', out, '--no-queue')
  expect(stderr).toContain('4 case records')
  expect(status).toBe(0)
})
