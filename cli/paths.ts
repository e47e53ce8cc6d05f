import { accessSync, constants, createReadStream, statSync } from 'node:fs'
import type { Command } from 'commander'
import { plural } from '../document/index.ts'
import { demandInputs, type IngestResult, UsageError } from '../workers/index.ts'

/** Options for choosing files, shared by all commands that read letters. */
export interface PathOptions {
  filesFrom?: string
  null?: boolean
  include?: string[]
  exclude?: string[]
}

/** Adds the options of `PathOptions` to a command. */
export const withPathOptions = (command: Command): Command =>
  command
    .option('--files-from <file>', 'also read paths from this file, one per line; - is standard input')
    .option('-0, --null', 'paths in that file end with NUL, as written by `find -print0`')
    .option('--include <glob>', 'in folders and archives, only files that match; can be repeated', collected)
    .option('--exclude <glob>', 'in folders and archives, skip files that match; can be repeated', collected)

const collected = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value]

/** The paths on a command line. Throws `UsageError` at once if there are none, or one cannot be read. */
export function pathsOf(named: readonly string[], options: PathOptions): AsyncGenerator<string> {
  const { filesFrom } = options
  if (filesFrom === undefined || named.length > 0) demandInputs(named)
  if (filesFrom !== undefined && filesFrom !== '-' && !isReadable(filesFrom)) throw noList(filesFrom)
  return listed(named, options)
}

const noList = (file: string): UsageError => new UsageError(`cannot read the list of files from ${file}`)

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return !statSync(file).isDirectory()
  } catch {
    return false
  }
}

async function* listed(named: readonly string[], { filesFrom, null: byNul = false }: PathOptions) {
  yield* named
  if (filesFrom !== undefined) yield* pathsIn(filesFrom, byNul ? '\0' : '\n')
}

/**
 * Paths in a file. One that does not exist is an input that cannot be read, since a long list may outlive some of its
 * files.
 */
async function* pathsIn(file: string, separator: string): AsyncGenerator<string> {
  let rest = ''
  try {
    const stream = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, { encoding: 'utf8' })
    for await (const chunk of stream) {
      const paths = `${rest}${chunk}`.split(separator)
      rest = paths.pop() ?? ''
      yield* paths.filter(Boolean)
    }
  } catch {
    throw noList(file)
  }
  if (rest !== '') yield rest
}

type Skipped = IngestResult['skipped']

/** Counts what is skipped while inputs are found. */
export function countSkipped(): { readonly skipped: Skipped; readonly onSkip: (reason: keyof Skipped) => void } {
  const skipped = { hidden: 0, results: 0, excluded: 0 }
  return { skipped, onSkip: reason => void skipped[reason]++ }
}

/** What was skipped, as a line for people if it was anything. */
export function skippedLines({ hidden, results, excluded }: Skipped): string[] {
  const parts = [
    hidden > 0 && plural(hidden, 'hidden file'),
    results > 0 && `${plural(results, 'folder')} of results`,
    excluded > 0 && `${plural(excluded, 'file')} because of --include or --exclude`,
  ].filter(Boolean)
  return parts.length > 0 ? [`skipped: ${parts.join(', ')}`] : []
}
