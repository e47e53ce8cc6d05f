import type { Command } from 'commander'
import { letterAt } from '../letter.ts'

/** `imr text`: prints the canonical text of a letter. */
export const textCommand = (command: Command): Command =>
  command.option('--ocr', 'read scans by OCR; required for the offsets of records made with --ocr').action(text)

async function text(path: string, options: { ocr?: boolean }): Promise<void> {
  const { source } = await letterAt(path, options)
  process.stdout.write(source.text)
}
