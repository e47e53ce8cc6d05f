import { statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { describeDiskError } from '../../disk/index.ts'
import { extractRecords } from '../../pipeline/index.ts'
import { letterPage } from '../../viewer/index.ts'
import { UsageError } from '../../workers/index.ts'
import { firstOf, letterAt } from '../letter.ts'

interface Options {
  output: string
  ocr?: boolean
}

/** `imr page`: writes one letter as a self-contained page. */
export const pageCommand = (command: Command): Command =>
  command.requiredOption('-o, --output <file>', 'the HTML file to write').option('--ocr', 'also read scans').action(run)

async function run(path: string, { output, ...options }: Options): Promise<void> {
  demandFile(output)
  const { source, bytes } = await letterAt(path, options)
  const page = letterPage(firstOf(extractRecords(source), path), source, bytes)
  try {
    writeFileSync(output, page)
  } catch (error) {
    throw describeDiskError(error, output)
  }
  process.stderr.write(`${output}: ${(page.length / 1e6).toFixed(1)} MB\n`)
}

/** Before the letter is read, which may take a while. */
function demandFile(path: string): void {
  const isFolder = (name: string) => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isFolder(path)) throw new UsageError(`${path} is a folder; give the name of a file`)
  if (!isFolder(dirname(path))) throw new UsageError(`no such folder: ${dirname(path)}`)
}
