import { InvalidArgumentError } from 'commander'
import { shellWord } from './shell-word.ts'

/** A folder of results on the command line: what reads results needs them on this machine. */
export function folderHere(path: string): string {
  if (!path.startsWith('s3://')) return path
  throw new InvalidArgumentError(`Results in a bucket must be copied first: ${copyCommand(path)}`)
}

/** How to copy results from a bucket. */
export const copyCommand = (url: string): string => `aws s3 sync ${shellWord(url)} results`
