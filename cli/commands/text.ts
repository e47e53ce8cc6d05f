import { basename } from 'node:path'
import type { Command } from 'commander'
import { Rejected } from '../../document/index.ts'
import { readLetter } from '../../pipeline/index.ts'
import { demandInputs, demandRecognizer, readInput, typedPath } from '../../workers/index.ts'

/** `imr text`: prints the canonical text of a letter. */
export const textCommand = (command: Command): Command =>
  command.option('--ocr', 'read scans by OCR; required for the offsets of records made with --ocr').action(text)

async function text(path: string, { ocr }: { ocr?: boolean }): Promise<void> {
  demandInputs([path])
  const recognizer = ocr ? demandRecognizer() : undefined
  try {
    const letter = await readLetter({
      bytes: await readInput({ path: typedPath(path) }),
      name: basename(path),
      recognizer,
    })
    process.stdout.write(letter.text)
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    process.exitCode = 3
    process.stderr.write(`imr: ${error.code}: ${error.message}\n`)
  } finally {
    await recognizer?.close()
  }
}
