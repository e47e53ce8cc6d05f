import { existsSync, statSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describeDiskError, openScratch } from '../../disk/index.ts'
import { addressOf, isBucketUrl, urlOf } from '../bucket/address.ts'
import { lockBucket } from '../bucket/lock.ts'
import { fetchCatalogue, sendResults } from '../bucket/results.ts'
import { type BucketStore, openBucketStore } from '../bucket/store.ts'
import { UsageError } from '../inputs/entry.ts'
import { demandInputs } from '../inputs/find.ts'
import { SILENT } from '../monitoring/log.ts'
import { lastRunEnded, openStatus } from '../monitoring/status.ts'
import { identify, PIPELINE } from '../sandbox/stages.ts'
import { lock } from '../store/lock.ts'
import { folderId, prepareStore, type Store, stateFolder } from '../store/store.ts'
import type { IngestOptions, IngestResult } from './options.ts'
import { runIngest } from './run.ts'

/**
 * Brings every input to a record or a rejection and writes them, with a summary, to the folder `out`. Work of earlier
 * runs is not repeated; an interrupted run is resumed by running it again.
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  demandTarget(options.out)
  const place = placeOf(options.out)
  demandSense(place, options)
  return isBucketUrl(place) ? ingestIntoBucket(place, options) : ingestIntoFolder(place, options)
}

/** The address of a folder, by which two can be compared. */
function placeOf(path: string): string {
  if (!isBucketUrl(path)) return resolve(path)
  const { bucket, key } = addressOf(path)
  return urlOf({ bucket, key: key.replace(/\/+$/, '') }).replace(/\/$/, '')
}

async function ingestIntoFolder(out: string, options: IngestOptions): Promise<IngestResult> {
  try {
    const temporary = await makeFolders(out)
    const unlock = lock(stateFolder(out), temporary)
    try {
      return await ingestInto(out, out, options, version => prepareStore(out, version))
    } finally {
      unlock()
    }
  } catch (error) {
    throw describeDiskError(error, out)
  }
}

/** Works in a folder of its own, which is sent to the bucket when the run ends. */
async function ingestIntoBucket(url: string, options: IngestOptions): Promise<IngestResult> {
  const out = await openScratch()
  try {
    await makeFolders(out)
    const unlock = await lockBucket(url)
    try {
      await fetchCatalogue(url, out)
      const result = await ingestInto(url, out, options, async version => {
        const store = await openBucketStore(url, out, version)
        await store.recallAll()
        return store
      })
      await sendResults(url, out)
      return result
    } finally {
      await unlock().catch(() => options.log?.warn(`the lock of ${url} could not be removed`))
    }
  } catch (error) {
    throw describeDiskError(error, out)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

/** Elsewhere a URL would become the name of a folder, and an export would replace results within its dataset. */
function demandTarget(out: string): void {
  if (/^\w[\w+.-]+:\/\//.test(out) && !isBucketUrl(out))
    throw new UsageError(`--out must name a folder or an s3:// URL: ${out}`)
  if (['dataset.json', 'manifest-sha256.txt'].every(name => existsSync(join(out, name))))
    throw new UsageError(`${out} is a dataset: --out must name another folder for the results`)
}

function demandSense(place: string, { inputs, workers, redisUrl }: IngestOptions): void {
  if (Array.isArray(inputs) && inputs.some(path => placeOf(path) === place))
    throw new UsageError('the output folder cannot be an input')
  if (Array.isArray(inputs)) demandInputs(inputs)
  if (workers === 0 && redisUrl === undefined)
    throw new UsageError('--workers 0 leaves reading to other machines and needs --redis URL or REDIS_URL')
}

async function ingestInto(
  place: string,
  out: string,
  options: IngestOptions,
  open: (version: string) => Promise<Store & Partial<BucketStore>>,
): Promise<IngestResult> {
  const { stages = PIPELINE, log = SILENT } = options
  const guard = new AbortController()
  const signal = AbortSignal.any([guard.signal, ...(options.signal ? [options.signal] : [])])
  const stop = (why: Error) => guard.abort(why)
  const { PIPELINE_VERSION: version, EXTRACTOR: extractor } = await identify(stages)
  const store = await open(version)
  const id = folderId(out)
  if (!lastRunEnded(out))
    log.warn('the last run did not end: of its inputs, only those that this command names are read')
  const status = openStatus(out, store.temporary, version)
  log.info('run', { version })
  try {
    return await runIngest({ out, place, id, version, stages, store, status, signal, stop, log }, options, extractor)
  } catch (error) {
    const reason = describeDiskError(error, out)
    const interrupted = options.signal?.aborted ?? false
    status.set({ state: interrupted ? 'interrupted' : 'failed', error: interrupted ? null : String(reason) })
    throw error
  }
}

async function makeFolders(out: string): Promise<string> {
  const temporary = join(stateFolder(out), 'temporary')
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`${out} is a file: --out must name a folder for the results`)
  await makeFolder(temporary)
  return temporary
}

/**
 * One level at a time: with `recursive`, Node reports the wrong error for a read-only disk, and loops forever where no
 * folders can be made, as in /proc.
 */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return
  await makeFolder(dirname(path))
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
    throw new UsageError(`cannot create a folder at ${path}`)
  })
}
