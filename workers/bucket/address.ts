import { UsageError } from '../inputs/entry.ts'

/** Where an object is, or the prefix of several. */
export interface ObjectAddress {
  readonly bucket: string
  /** '' for the whole bucket. */
  readonly key: string
}

const URL_OF_BUCKET = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<key>.*))?$/s

/** Whether a path is meant as the address of a bucket or of something in it. */
export const isBucketUrl = (path: string): boolean => path.startsWith('s3://')

/** The parts of a URL. The message does not repeat it: someone may have put a password into it. */
export function addressOf(url: string): ObjectAddress {
  const { bucket, key = '' } = URL_OF_BUCKET.exec(url)?.groups ?? {}
  if (bucket === undefined) throw new UsageError('not the address of a bucket: it looks like s3://bucket/prefix')
  return { bucket, key }
}

/** The URL of an object. */
export const urlOf = ({ bucket, key }: ObjectAddress): string => `s3://${bucket}/${key}`

/** The prefix that stands for a folder: '' or a key that ends in a slash. */
export const asFolder = (key: string): string => (key === '' || key.endsWith('/') ? key : `${key}/`)
