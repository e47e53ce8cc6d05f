import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ended, imr, inFolder, print } from './command.ts'

/**
 * What queue, store and isolation cost beside the work itself: CPU of a whole `ingest` with all its processes
 * against that of `extract`, which does the same in one process, by turns on the same letters:
 *
 *     npm run overhead -- --letters FOLDER --copies 240 --rounds 3
 *
 * Copies differ in a comment after the end of the PDF. What a run of a third of them takes is taken off both: it is
 * the start of each process and the compiling of its code, which goes on for some hundred letters in each.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    copies: { type: 'string', default: '240' },
    rounds: { type: 'string', default: '3' },
    queue: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
/** The share of the work that it may cost. */
const MOST = 1.1

await inFolder(async root => {
  const all = join(root, 'all')
  const third = join(root, 'third')
  const copies = Number(values.copies)
  const count = copyLetters(all, copies) - copyLetters(third, Math.floor(copies / 3))
  const ratios: number[] = []
  print(`${count} letters; CPU ms a letter, in all processes`)
  for (let round = 1; round <= Number(values.rounds); round++) {
    const extract = ((await cpuOf(['extract', all], root)) - (await cpuOf(['extract', third], root))) / count
    const ingest = ((await ingestCpu(all, root)) - (await ingestCpu(third, root))) / count
    ratios.push(ingest / extract)
    print(
      `round ${round}: extract ${extract.toFixed(2)}, ingest ${ingest.toFixed(2)}, ratio ${ratios.at(-1)!.toFixed(3)}`,
    )
  }
  const median = ratios.sort((a, b) => a - b)[ratios.length >> 1]!
  print(`median ratio ${median.toFixed(3)}`)
  if (median > MOST) process.exitCode = 1
})

async function ingestCpu(folder: string, root: string): Promise<number> {
  const out = join(root, 'out')
  rmSync(out, { recursive: true, force: true })
  return cpuOf(['ingest', folder, '--out', out, ...(values.queue ? [] : ['--no-queue'])], root)
}

function copyLetters(target: string, copies: number): number {
  mkdirSync(target)
  const pdfs = readdirSync(values.letters).filter(name => name.endsWith('.pdf'))
  for (const name of pdfs) {
    const bytes = readFileSync(join(values.letters, name))
    for (let copy = 0; copy < copies; copy++)
      writeFileSync(join(target, `${copy}-${name}`), Buffer.concat([bytes, Buffer.from(`\n%${copy}\n`)]))
  }
  return pdfs.length * copies
}

/** CPU milliseconds of a command and of all the processes that it waited for, which the kernel adds up for us. */
async function cpuOf(args: readonly string[], root: string): Promise<number> {
  const before = childTicks()
  const { code, said } = await ended(imr(args, { output: openSync(join(root, 'stdout'), 'w') }))
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${said}`)
  return (childTicks() - before) * 10
}

/** Fields 16 and 17 of `/proc/self/stat`: hundredths of a second in children that ended. */
function childTicks(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[13]) + Number(fields[14])
}
