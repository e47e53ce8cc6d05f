import { once } from 'node:events'
import type { Command } from 'commander'
import type { SourceDocument } from '../../document/index.ts'
import { extractTogether, type Recognizer, readLetter } from '../../pipeline/index.ts'
import {
  demandRecognizer,
  type InputEntry,
  inputsAt,
  inspect,
  type Origin,
  type Outcome,
  rejectionOf,
} from '../../workers/index.ts'
import { countSkipped, type PathOptions, pathsOf, skippedLines, withPathOptions } from '../paths.ts'

interface Options extends PathOptions {
  ocr?: boolean
}

/** `imr extract`: prints the record or rejection of each input as a line of JSON. */
export const extractCommand = (command: Command): Command =>
  withPathOptions(command).option('--ocr', 'also read scans').action(extract)

async function extract(paths: string[], options: Options): Promise<void> {
  const recognizer = options.ocr ? await demandRecognizer() : undefined
  try {
    await extractAll(paths, options, recognizer)
  } finally {
    await recognizer?.close()
  }
}

async function extractAll(paths: string[], options: Options, recognizer: Recognizer | undefined): Promise<void> {
  const seen = new Set<string>()
  const { skipped, onSkip } = countSkipped()
  let found = 0
  let group: ReadEntry[] = []
  let began = performance.now()
  const printGroup = async () => {
    for (const outcome of outcomesOf(group)) await print(outcome)
    group = []
    began = performance.now()
  }
  for await (const path of pathsOf(paths, options))
    for await (const entry of inputsAt(path, { ...options, onSkip })) {
      found++
      const read = await readEntry(entry, seen, recognizer)
      if (read !== null) group.push(read)
      if (group.length === MOST_TOGETHER || performance.now() - began > PATIENCE_MS) await printGroup()
    }
  await printGroup()
  const messages = [...skippedLines(skipped), ...(found === 0 ? ['no letter was found: check the paths'] : [])]
  for (const message of messages) process.stderr.write(`imr: ${message}\n`)
}

/** Letters are extracted together, but who reads the output need not wait long. */
const [MOST_TOGETHER, PATIENCE_MS] = [50, 500]

async function print(outcome: Outcome): Promise<void> {
  if ('records' in outcome) for (const record of outcome.records) await writeLine(process.stdout, record)
  else {
    process.exitCode = 3
    await writeLine(process.stderr, outcome.rejection)
  }
}

/** An input whose text was read, or why not. */
type ReadEntry = { readonly origin: Origin; readonly source: SourceDocument } | Extract<Outcome, { rejection: unknown }>

/** Null for bytes that were seen before: byte-equal inputs share one outcome. */
async function readEntry(entry: InputEntry, seen: Set<string>, recognizer?: Recognizer): Promise<ReadEntry | null> {
  const { hash, content, problem } = await inspect(entry)
  if (hash !== null && seen.has(hash)) return null
  if (hash !== null) seen.add(hash)
  const origin = { ...entry, hash }
  try {
    if (content === null) throw problem
    return { origin, source: await readLetter({ bytes: content, name: entry.name, recognizer }) }
  } catch (error) {
    return { rejection: rejectionOf(error, origin, 'extract') }
  }
}

/** In the order of the inputs. */
function outcomesOf(group: readonly ReadEntry[]): Outcome[] {
  const ends = extractTogether(group.flatMap(read => ('source' in read ? [read.source] : []))).values()
  return group.map(read => {
    if ('rejection' in read) return read
    const end = ends.next().value!
    return end.status === 'fulfilled'
      ? { records: end.value }
      : { rejection: rejectionOf(end.reason, read.origin, 'extract') }
  })
}

async function writeLine(stream: NodeJS.WriteStream, value: unknown): Promise<void> {
  if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain')
}
