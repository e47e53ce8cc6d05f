import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { extractRecords } from '../../pipeline/index.ts'
import { letterPage } from '../../viewer/index.ts'
import { firstOf, letterAt } from '../letter.ts'

interface Options {
  output: string
  ocr?: boolean
}

/** `imr page`: writes one letter as a self-contained page. */
export const pageCommand = (command: Command): Command =>
  command.requiredOption('-o, --output <file>', 'the HTML file to write').option('--ocr', 'also read scans').action(run)

async function run(path: string, { output, ...options }: Options): Promise<void> {
  const { source, bytes } = await letterAt(path, options)
  const page = letterPage(firstOf(extractRecords(source), path), source, bytes)
  writeFileSync(output, page)
  process.stderr.write(`${output}: ${(page.length / 1e6).toFixed(1)} MB\n`)
}
