import { once } from 'node:events'
import type { Command } from 'commander'
import { extractRecords, type Recognizer, readLetter } from '../../pipeline/index.ts'
import {
  demandRecognizer,
  findInputs,
  type InputEntry,
  inspect,
  type Outcome,
  rejectionOf,
} from '../../workers/index.ts'

export const extractCommand = (command: Command): Command => command.option('--ocr', 'read scans too').action(extract)

async function extract(paths: string[], { ocr }: { ocr?: boolean }): Promise<void> {
  const recognizer = ocr ? demandRecognizer() : undefined
  try {
    await extractAll(paths, recognizer)
  } finally {
    await recognizer?.close()
  }
}

async function extractAll(paths: string[], recognizer: Recognizer | undefined): Promise<void> {
  const seen = new Set<string>()
  for await (const entry of findInputs(paths)) {
    const outcome = await outcomeOf(entry, seen, recognizer)
    if (outcome === null) continue
    if ('records' in outcome) for (const record of outcome.records) await writeLine(process.stdout, record)
    else {
      process.exitCode = 3
      await writeLine(process.stderr, outcome.rejection)
    }
  }
}

/** Null for bytes that came before: byte-equal inputs share one outcome. */
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
