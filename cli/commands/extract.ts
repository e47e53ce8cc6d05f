import { once } from 'node:events'
import type { Command } from 'commander'
import { extractRecords, type Recognizer, readLetter } from '../../pipeline/index.ts'
import { demandRecognizer, type InputEntry, inputsAt, inspect, type Outcome, rejectionOf } from '../../workers/index.ts'
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
  for await (const path of pathsOf(paths, options))
    for await (const entry of inputsAt(path, { ...options, onSkip })) {
      found++
      const outcome = await outcomeOf(entry, seen, recognizer)
      if (outcome !== null) await print(outcome)
    }
  const messages = [...skippedLines(skipped), ...(found === 0 ? ['no letter was found: check the paths'] : [])]
  for (const message of messages) process.stderr.write(`imr: ${message}\n`)
}

async function print(outcome: Outcome): Promise<void> {
  if ('records' in outcome) for (const record of outcome.records) await writeLine(process.stdout, record)
  else {
    process.exitCode = 3
    await writeLine(process.stderr, outcome.rejection)
  }
}

/** Null for bytes that were seen before: byte-equal inputs share one outcome. */
async function outcomeOf(entry: InputEntry, seen: Set<string>, recognizer?: Recognizer): Promise<Outcome | null> {
  const { hash, content, problem } = await inspect(entry)
  if (hash !== null && seen.has(hash)) return null
  if (hash !== null) seen.add(hash)
  try {
    if (content === null) throw problem
    return { records: extractRecords(await readLetter({ bytes: content, name: entry.name, recognizer })) }
  } catch (error) {
    return { rejection: rejectionOf(error, { ...entry, hash }, 'extract') }
  }
}

async function writeLine(stream: NodeJS.WriteStream, value: unknown): Promise<void> {
  if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain')
}
