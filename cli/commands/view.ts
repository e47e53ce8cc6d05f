import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { indexRun } from '../../dataset/index.ts'
import { hasResults, type IndexFolder, indexFolder, isFresh, startView } from '../../viewer/index.ts'
import { isRunning, readStatus, UsageError } from '../../workers/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { letterBar } from '../letter-bar.ts'
import { port } from '../option-values.ts'

const PORT = 4600

/** `imr view`: serves the pages for looking at a run. */
export const viewCommand = (command: Command): Command =>
  command.option('--port <n>', 'local port; 0 for any free port', port, PORT).action(run)

async function run(folder: string, { port }: { port: number }): Promise<void> {
  demandIngest(folder)
  const print = (text: string) => void process.stderr.write(`${text}\n`)
  const interrupt = onInterrupt(() => undefined)
  const index = indexFolder(folder)
  try {
    await prepare(folder, index, interrupt.signal, print)
    if (interrupt.signal.aborted) {
      process.exitCode = interrupt.exitCode()
      return
    }
    const server = await startView({ folder, indexIn: index.path, port })
    print(`${folder} is at ${server.url}   (Ctrl-C ends it)`)
    await once(interrupt.signal, 'abort')
    await server.close()
  } finally {
    index.remove()
  }
}

/** Results may have been copied without the state of their run, and a run may not have results yet. */
function demandIngest(folder: string): void {
  if (!existsSync(folder)) throw new UsageError(`no such folder: ${folder}`)
  if (!hasResults(folder) && !isRunning(folder)) readStatus(folder)
}

/** Builds the search index if results are complete and have none; a run in progress is watched until it is done. */
async function prepare(
  folder: string,
  index: IndexFolder,
  signal: AbortSignal,
  print: (text: string) => void,
): Promise<void> {
  if (isFresh(folder, index.path) || isRunning(folder) || !existsSync(join(folder, 'summary.json'))) return
  print(
    index.temporary
      ? `${folder} may not be changed: creating a search index that is removed afterwards`
      : 'creating the search index',
  )
  const bar = letterBar(process.stderr)
  try {
    await indexRun({ from: folder, to: index.path, signal, onProgress: bar.show })
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    bar.end()
  }
}
