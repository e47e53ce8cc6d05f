import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { S3Client } from '@aws-sdk/client-s3'
import { UsageError } from '../inputs/entry.ts'
import { addressOf, type ObjectAddress, urlOf } from './address.ts'
import { describeBucketError, isAbsent, isConflict } from './faults.ts'

/** An object as it is listed. */
export interface ListedObject extends ObjectAddress {
  readonly url: string
  readonly bytes: number
}

/** Objects per page, which is also the most that S3 allows. */
const PAGE = 1000

/** All objects whose keys begin with a prefix, ordered by the bytes of their keys, listed page by page. */
export async function* listObjects({ bucket, key: prefix }: ObjectAddress, page = PAGE): AsyncGenerator<ListedObject> {
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const from = token
    const { Contents = [], NextContinuationToken } = await ask(bucket, ({ client, s3 }) =>
      client.send(
        new s3.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: page, ContinuationToken: from }),
      ),
    )
    for (const { Key: key = '', Size: bytes = 0 } of Contents) yield { bucket, key, url: urlOf({ bucket, key }), bytes }
    token = NextContinuationToken
  }
}

/** The bytes of an object; undefined if there is none, or it is larger than `most`. */
export const readObject = (url: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> =>
  onObject(url, async ({ client, s3 }, object) => {
    const { Body, ContentLength = 0 } = await client.send(new s3.GetObjectCommand(object))
    if (ContentLength <= most) return Body?.transformToByteArray()
    ;(Body as Readable).destroy()
    return undefined
  }).catch(absent)

/** A small object and the tag by which it can be replaced; undefined if there is none. */
export const readTagged = (url: string): Promise<{ readonly text: string; readonly tag: string } | undefined> =>
  onObject(url, async ({ client, s3 }, object) => {
    const { Body, ETag: tag = '' } = await client.send(new s3.GetObjectCommand(object))
    return { text: (await Body?.transformToString()) ?? '', tag }
  }).catch(absent)

/** The bytes of an object in chunks. */
export async function* objectChunks(url: string): AsyncGenerator<Uint8Array> {
  yield* await onObject(url, async ({ client, s3 }, object) => {
    const { Body } = await client.send(new s3.GetObjectCommand(object))
    return Body as Readable
  })
}

/** Writes an object to a file; false if there is none. */
export const downloadObject = (url: string, file: string): Promise<boolean> =>
  onObject(url, async ({ client, s3 }, object) => {
    const { Body } = await client.send(new s3.GetObjectCommand(object))
    await pipeline(Body as Readable, createWriteStream(file))
    return true
  }).catch(error => absent(error) ?? false)

/** Whether there is such an object. */
export const hasObject = (url: string): Promise<boolean> =>
  onObject(url, async ({ client, s3 }, object) => {
    await client.send(new s3.HeadObjectCommand(object))
    return true
  }).catch(error => absent(error) ?? false)

/** An object appears whole or not at all, as a file that is renamed. */
export const putObject = (url: string, bytes: Uint8Array | string): Promise<void> =>
  onObject(url, async ({ client, s3 }, object) => {
    await client.send(new s3.PutObjectCommand({ ...object, Body: bytes }))
  })

/** Writes an object if there is none; false if there is. */
export const createObject = (url: string, bytes: Uint8Array | string): Promise<boolean> =>
  onObject(url, async ({ client, s3 }, object) => {
    await client.send(new s3.PutObjectCommand({ ...object, Body: bytes, IfNoneMatch: '*' }))
    return true
  }).catch(unmet)

/** Replaces an object that has this tag; false if it has another by now, or is gone. */
export const replaceObject = (url: string, tag: string, bytes: Uint8Array | string): Promise<boolean> =>
  onObject(url, async ({ client, s3 }, object) => {
    await client.send(new s3.PutObjectCommand({ ...object, Body: bytes, IfMatch: tag }))
    return true
  }).catch(unmet)

/** Writes the content of a file of any size. */
export const uploadObject = (url: string, file: string): Promise<void> =>
  onObject(url, async ({ client }, object) => {
    const { Upload } = await import('@aws-sdk/lib-storage')
    await new Upload({ client, params: { ...object, Body: createReadStream(file) } }).done()
  })

/** Removes an object; it need not exist. */
export const deleteObject = (url: string): Promise<void> =>
  onObject(url, async ({ client, s3 }, object) => {
    await client.send(new s3.DeleteObjectCommand(object))
  })

/** The client and its commands. */
interface Service {
  readonly client: S3Client
  readonly s3: typeof import('@aws-sdk/client-s3')
}

function onObject<T>(url: string, act: (service: Service, object: { Bucket: string; Key: string }) => Promise<T>) {
  const { bucket, key } = addressOf(url)
  return ask(bucket, service => act(service, { Bucket: bucket, Key: key }))
}

/** A missing object or a condition that does not hold is an answer; all other errors are described. */
async function ask<T>(bucket: string, act: (service: Service) => Promise<T>): Promise<T> {
  try {
    return await act(await service())
  } catch (error) {
    if (isAbsent(error) || isConflict(error) || error instanceof UsageError) throw error
    throw describeBucketError(error, bucket, endpoint() ?? 'Amazon S3')
  }
}

function absent(error: unknown): undefined {
  if (!isAbsent(error)) throw error
}

function unmet(error: unknown): false {
  if (isConflict(error) || isAbsent(error)) return false
  throw error
}

let opened: Promise<Service> | undefined

/** One client per process, which finds its endpoint, region and credentials where the tools of AWS do. */
function service(): Promise<Service> {
  opened ??= open()
  return opened
}

const ATTEMPTS = 5
const CONNECT_MS = 5000
const ANSWER_MS = 60_000

/** Loaded on first use: most runs need no bucket. */
async function open(): Promise<Service> {
  const s3 = await import('@aws-sdk/client-s3').catch(() => {
    throw new UsageError('buckets need the package @aws-sdk/client-s3: npm install @aws-sdk/client-s3')
  })
  const client = new s3.S3Client({
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // Servers other than Amazon's seldom have a host name for each bucket, or the newer checksums.
    forcePathStyle: endpoint() !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, s3 }
}

/** The server, if it is not Amazon's, without what may be secret in its address. */
function endpoint(): string | undefined {
  const url = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
  return url === undefined ? undefined : (URL.parse(url)?.origin ?? 'the address in AWS_ENDPOINT_URL')
}
