import { basename } from 'node:path'
import type { SourceDocument } from '../document/index.ts'
import { readLetter } from '../pipeline/index.ts'
import {
  demandLetter,
  demandRecognizer,
  type InputEntry,
  inputsAt,
  readInput,
  STDIN,
  typedPath,
  UsageError,
} from '../workers/index.ts'

/** One letter, and the bytes from which it was read. */
interface ReadLetter {
  readonly source: SourceDocument
  readonly bytes: Uint8Array
}

/** Reads the letter at a path, with OCR if wanted. Throws `UsageError` if there is none, `Rejected` if it is no letter. */
export async function letterAt(path: string, { ocr = false }: { ocr?: boolean }): Promise<ReadLetter> {
  demandLetter(path)
  const recognizer = ocr ? await demandRecognizer() : undefined
  try {
    const entry = path === STDIN ? await standardInput() : { path: typedPath(path), name: basename(path) }
    const bytes = await readInput(entry)
    // Reading takes ownership of the bytes.
    return { source: await readLetter({ bytes: bytes.slice(), name: entry.name, recognizer }), bytes }
  } finally {
    await recognizer?.close()
  }
}

async function standardInput(): Promise<InputEntry> {
  for await (const entry of inputsAt(STDIN)) return entry
  throw new UsageError('no letter on standard input')
}

/** The first of several records, with a word about the others. */
export function firstOf<T>(records: readonly T[], path: string): T {
  if (records.length > 1) process.stderr.write(`imr: ${path} has ${records.length} letters; this is the first\n`)
  return records[0]!
}
