import { statSync } from 'node:fs'
import type { Command } from 'commander'
import { indexRun } from '../../dataset/index.ts'
import { onInterrupt } from '../interrupt.ts'
import { letterBar } from '../letter-bar.ts'
import { shellWord } from '../shell-word.ts'

/** `imr index`: builds the search index of a run. */
export const indexCommand = (command: Command): Command => command.action(run)

async function run(from: string): Promise<void> {
  const print = (text: string) => process.stderr.write(text)
  const interrupt = onInterrupt(line => print(`${line}\n`))
  const bar = letterBar(process.stderr)
  try {
    const { path } = await indexRun({ from, signal: interrupt.signal, onProgress: bar.show })
    bar.end()
    print(`${path}: ${(statSync(path).size / 1e6).toFixed(1)} MB\nnext: imr view ${shellWord(from)}\n`)
  } catch (error) {
    bar.end()
    if (!interrupt.signal.aborted) throw error
    print('interrupted; nothing was changed\n')
    process.exitCode = interrupt.exitCode()
  }
}
