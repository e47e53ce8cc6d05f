import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { extractRecords, readLetter } from '../../pipeline/index.ts'
import { letterPage } from '../../viewer/index.ts'
import { readInput } from '../../workers/index.ts'

/** `imr page`: writes one letter as a self-contained page. */
export const pageCommand = (command: Command): Command =>
  command.requiredOption('-o, --output <file>', 'the HTML file to write').action(run)

async function run(path: string, { output }: { output: string }): Promise<void> {
  const bytes = await readInput({ path })
  // Reading takes ownership of the bytes.
  const source = await readLetter({ bytes: bytes.slice(), name: basename(path) })
  const page = letterPage(extractRecords(source)[0]!, source, bytes)
  writeFileSync(output, page)
  process.stderr.write(`${output}: ${(page.length / 1e6).toFixed(1)} MB\n`)
}
