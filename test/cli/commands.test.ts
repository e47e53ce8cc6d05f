import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { report } from '../../cli/report.ts'
import type { IngestResult } from '../../workers/index.ts'
import { item, letterText } from '../letters.ts'
import { imr, ndjson, ROOT } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'imr-commands-'))
const letters = join(folder, 'letters.txt')
writeFileSync(letters, letterText({ items: [item(), item({ heading: 'A cane', outcome: ': Overturned' })] }))

afterAll(() => rmSync(folder, { recursive: true }))

describe('imr ingest', () => {
  it('writes the same records as extract, and a summary for people', () => {
    const out = join(folder, 'out')
    const { status, stdout, stderr } = imr('ingest', letters, '--out', out, '--no-queue')
    expect([status, stdout]).toEqual([0, ''])
    expect(readFileSync(join(out, 'records.ndjson'), 'utf8')).toBe(imr('extract', letters).stdout)
    expect(readFileSync(join(out, 'rejections.ndjson'), 'utf8')).toBe('')
    expect(stderr).toMatch(/1 input: 1 case record, 0 rejections, 0 duplicates/)
    expect(stderr).toMatch(/all +1 +1 +50%/)
    expect(stderr).toMatch(/MTUS: Knee Complaints +2 +2/)
  })

  it('does nothing the second time, and says so', () => {
    const { status, stderr } = imr('ingest', letters, '--out', join(folder, 'out'), '--no-queue')
    expect(status).toBe(0)
    expect(stderr).toMatch(/0 read, 1 from earlier runs/)
  })
})

describe('a folder without letters', () => {
  const empty = join(folder, 'empty')
  const out = join(folder, 'nothing')
  mkdirSync(empty)

  it('is told in plain words, without tables and next steps', () => {
    const { status, stderr } = imr('ingest', empty, '--out', out, '--no-queue')
    expect(status).toBe(0)
    expect(stderr).toMatch(/no letter was found: check the paths\n$/)
    expect(stderr).not.toMatch(/disputed items|next:/)
    expect(imr('extract', empty)).toMatchObject({ status: 0, stderr: 'imr: no letter was found: check the paths\n' })
  })

  it('cannot be viewed', () => {
    const { status, stderr } = imr('view', empty, '--port', '0')
    expect([status, stderr]).toEqual([2, `imr: no ingest has been run into ${empty}\n`])
  })
})

describe('imr work', () => {
  it('does not say that it works before it has reached its server', () => {
    const { status, stderr } = imr('work', '--redis', 'redis://127.0.0.1:1')
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/^imr: no Redis answers/)
  })
})

describe('results in a bucket', () => {
  it.each(['status', 'export', 'index', 'view', 'corrections'])('%s wants a copy of them, and says how', command => {
    const { status, stderr } = imr(command, 's3://letters/results', ...(command === 'export' ? ['--to', 'x'] : []))
    expect(status).toBe(2)
    expect(stderr).toContain('copied first: aws s3 sync s3://letters/results results')
  })

  it('are named by their URLs when a run ends', () => {
    const result: IngestResult = {
      summary: JSON.parse(readFileSync(join(folder, 'out', 'summary.json'), 'utf8')),
      ...{ reused: 0, processed: 1, gone: 0, pruned: 0, runner: 'pool', seconds: 1 },
      skipped: { hidden: 0, results: 0, excluded: 0 },
    }
    const text = report(result, 's3://letters/results/')
    expect(text).toContain('\n  s3://letters/results/summary.json\n')
    expect(text).toMatch(/next: aws s3 sync s3:\/\/letters\/results\/? results\n +imr view results/)
  })
})

describe('what an operator sees', () => {
  const mixed = join(folder, 'mixed')
  const out = join(folder, 'seen')
  mkdirSync(mixed)
  writeFileSync(join(mixed, 'letter.txt'), letterText())
  writeFileSync(join(mixed, 'story.txt'), 'It was a dark and stormy night.')
  const ingest = (...args: string[]) => imr('ingest', mixed, '--out', out, '--no-queue', ...args)

  it('writes a log of codes and ids to a file, and none of it to stderr', () => {
    const file = join(folder, 'run.log')
    const { status, stderr } = ingest('--log', file)
    expect(status).toBe(3)
    expect(stderr).not.toContain('"level"')
    const log = ndjson(readFileSync(file, 'utf8'))
    expect(log.map(one => one.msg)).toEqual(['run', 'listed', 'rejected', 'done'])
    expect(log[2]).toMatchObject({
      ...{ level: 30, code: 'E_NOT_A_LETTER', path: join(mixed, 'story.txt') },
      ...{ id: expect.stringMatching(/^sha256:/), pid: expect.any(Number), hostname: hostname() },
    })
    expect(JSON.stringify(log)).not.toContain('stormy')
  })

  it('writes no log unless asked, and to stderr if asked for that', () => {
    expect(ingest().stderr).not.toContain('"level"')
    expect(ingest('--log', '-').stderr).toContain('"msg":"done"')
  })

  it('knows a server address from anything else', () => {
    const { status, stderr } = imr('ingest', mixed, '--out', join(folder, 'web'), '--redis', 'http://u:secret@host')
    expect([status, stderr]).toEqual([
      2,
      'imr: not the address of a Redis server, such as redis://host:6379: http://host\n',
    ])
  })

  it('names each rejection with --verbose, and sums up within 80 columns', () => {
    const to = join(folder, 'verbose')
    const story = join(mixed, 'story.txt')
    const { stderr } = imr('ingest', join(ROOT, 'corpus', 'letters'), story, '--out', to, '--verbose', '--no-queue')
    expect(stderr).toMatch(/^rejected path=.*story\.txt code=E_NOT_A_LETTER/m)
    const summary = stderr.slice(stderr.indexOf('disputed items')).split('\n')
    expect(summary.length).toBeGreaterThan(20)
    for (const line of summary.filter(one => !one.includes(to))) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('watches a run until it has ended', () => {
    const to = join(folder, 'verbose')
    expect(imr('status', to, '--watch')).toMatchObject({ status: 0, stdout: imr('status', to).stdout })
  })

  it('reports the state of a run', () => {
    const { status, stdout } = imr('status', out)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^done\n/)
    expect(stdout).toContain('2 of 2 done: 1 with a record (0 partial), 1 rejected\n    E_NOT_A_LETTER  1\n  0 left')
    expect(JSON.parse(imr('status', out, '--json').stdout)).toMatchObject({ state: 'done', inputs: 2 })
    expect(imr('status', folder)).toMatchObject({ status: 2, stdout: '' })
  })

  it('retries rejections by code, and validates the codes', () => {
    expect(ingest().stderr).toContain('0 read, 2 from earlier runs')
    expect(ingest('--retry', 'E_NOT_A_LETTER,E_TIMEOUT').stderr).toContain('1 read, 1 from earlier runs')
    expect(ingest('--retry', 'E_WRONG')).toMatchObject({ status: 2, stdout: '' })
  })

  it('groups rejections by their reason', () => {
    const { rejectionReasons } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))
    expect(rejectionReasons).toMatchObject([{ code: 'E_NOT_A_LETTER', count: 1 }])
    expect(ingest().stderr).toMatch(/rejections +inputs +reason\n {2}E_NOT_A_LETTER +1 {2}not a final determination/)
  })

  it('reports a log that cannot be written', () => {
    const { status, stderr } = ingest('--log', join(folder, 'absent', 'run.log'))
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot write the log')])
  })
})

describe('the launcher', () => {
  it('runs through a link, from another folder', () => {
    const link = join(folder, 'linked-imr')
    symlinkSync(join(ROOT, 'imr'), link)
    const { status, stdout } = spawnSync(link, ['--version'], { cwd: folder, encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, `${packageVersion()}\n`])
  })

  it('lists the commands', () => {
    const { stdout } = imr('--help')
    for (const command of ['extract', 'text', 'ingest', 'work', 'status', 'evaluate']) expect(stdout).toContain(command)
  })
})

const packageVersion = (): string => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version
