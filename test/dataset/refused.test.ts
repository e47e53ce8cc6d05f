import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lock } from '../../workers/store/lock.ts'
import { exportAll, ingested, lines, RECORDS, recordOf, temporary } from './support.ts'

describe('what cannot be exported', () => {
  const refusal = async (from: string, to: string, since?: string) =>
    exportAll(from, to, { since }).catch((error: { code: string; message: string }) => error.code)

  it('has a code, and leaves no trace', async () => {
    const [root, from] = [temporary(), ingested()]
    const to = join(root, 'dataset')
    expect(await refusal(join(root, 'nowhere'), to)).toBe('E_NO_INGEST')
    expect(await refusal(from, to, from)).toBe('E_SINCE')
    const unfinished = ingested()
    rmSync(join(unfinished, 'rejections.ndjson'))
    expect(await refusal(unfinished, to)).toBe('E_NO_INGEST')
    expect(readdirSync(root)).toEqual([])
  })

  it('is an ingest in progress', async () => {
    const from = ingested()
    mkdirSync(join(from, '.imr', 'temporary'), { recursive: true })
    const release = lock(join(from, '.imr'), join(from, '.imr', 'temporary'))
    const to = join(temporary(), 'dataset')
    expect(await refusal(from, to)).toBe('E_INGEST_RUNNING')
    release()
    expect(await refusal(from, to)).toMatchObject({ replaced: 'nothing' })
  })

  it('is an ingest that is torn or incomplete', async () => {
    const root = temporary()
    const [torn, short, other, older, unsummed] = [ingested(), ingested(), ingested(), ingested(), ingested()]
    truncateSync(join(unsummed, 'summary.json'), 20)
    truncateSync(join(torn, 'records.ndjson'), 2000)
    const text = readFileSync(join(short, 'records.ndjson'), 'utf8')
    writeFileSync(join(short, 'records.ndjson'), `${lines(text)[0]}\n`)
    writeFileSync(join(other, 'records.ndjson'), text.replaceAll('"1.1.0"', '"9.0.0"'))
    writeFileSync(join(older, 'records.ndjson'), text.replaceAll(/"confidence":[\d.]+,"caseNumber"/g, '"caseNumber"'))
    for (const from of [torn, short, other, older, unsummed])
      expect(await refusal(from, join(root, 'dataset')), from).toBe('E_INGEST_BROKEN')
    expect(readdirSync(root)).toEqual([])
  })

  it('is a target folder of something else', async () => {
    const to = temporary()
    writeFileSync(join(to, 'thesis.txt'), 'the only copy')
    expect(await refusal(ingested(), to)).toBe('E_TARGET')
    expect(readFileSync(join(to, 'thesis.txt'), 'utf8')).toBe('the only copy')
  })

  it('stops when told to, and leaves the previous dataset', async () => {
    const to = join(temporary(), 'dataset')
    const { summary } = await exportAll(ingested(), to)
    const stop = new AbortController()
    const halted = exportAll(ingested([RECORDS[0]!, RECORDS[1]!]), to, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('interrupted')),
    })
    await expect(halted).rejects.toThrow('interrupted')
    expect(JSON.parse(readFileSync(join(to, 'dataset.json'), 'utf8')).id).toBe(summary.id)
    expect(readdirSync(join(to, '..'))).toEqual(['dataset'])
  })

  it('reports a full disk, whatever was being written, and leaves the previous dataset', async () => {
    const disk = temporary()
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0
    // Only root may mount a small disk.
    if (!mounted) return expect(process.getuid?.() === 0, 'root mounts nothing').toBe(false)
    onTestFinished(() => void spawnSync('umount', ['-l', disk]))
    const to = join(disk, 'dataset')
    await exportAll(ingested(), to, { formats: ['csv'] })
    const before = readFileSync(join(to, 'manifest-sha256.txt'), 'utf8')
    const noise = (at: number) => createHash('sha512').update(String(at)).digest('base64')
    const large = Array.from({ length: 300 }, (_, at) =>
      recordOf(`${at}`, {
        clinicalCaseSummary: Array.from({ length: 100 }, (_, part) => noise(100 * at + part)).join(' '),
      }),
    )
    for (const format of ['ndjson', 'parquet', 'csv'] as const)
      await expect(exportAll(ingested(large), to, { formats: [format] }), format).rejects.toThrow('no room left for')
    expect(readFileSync(join(to, 'manifest-sha256.txt'), 'utf8')).toBe(before)
    expect(readdirSync(disk)).toEqual(['dataset'])
  })
})
