import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ended, imr, inFolder, print } from './command.ts'

/**
 * What queue, store and isolation cost beside the work itself: CPU of a whole `ingest` with all its processes against
 * that of `extract`, by turns on the same letters. Each half of them has an `extract` of its own, both at once, for
 * two letters at a time are what `ingest` reads too, and a core beside a busy one is slower than one by itself:
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
const AT_A_TIME = 2

await inFolder(async root => {
  const copies = Number(values.copies)
  const all = copyLetters(join(root, 'all'), copies)
  const third = copyLetters(join(root, 'third'), Math.floor(copies / 3))
  const count = all.letters - third.letters
  const ratios: number[] = []
  print(`${count} letters; CPU ms a letter, in all processes`)
  for (let round = 1; round <= Number(values.rounds); round++) {
    const extract = ((await extractCpu(all, root)) - (await extractCpu(third, root))) / count
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

interface Letters {
  readonly letters: number
  /** One for each letter that is read at a time. */
  readonly folders: readonly string[]
}

async function extractCpu({ folders }: Letters, root: string): Promise<number> {
  const commands = folders.map(folder => ['extract', folder])
  return cpuOf(commands, root)
}

/** A folder of its own for each run, and none is removed between: ext4 is slow to give places of removed files anew. */
async function ingestCpu({ folders }: Letters, root: string): Promise<number> {
  const out = mkdtempSync(join(root, 'out-'))
  return cpuOf([['ingest', ...folders, '--out', out, ...(values.queue ? [] : ['--no-queue'])]], root)
}

function copyLetters(target: string, copies: number): Letters {
  const folders = Array.from({ length: AT_A_TIME }, (_, at) => join(target, String(at)))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const pdfs = readdirSync(values.letters).filter(name => name.endsWith('.pdf'))
  for (const name of pdfs) {
    const bytes = readFileSync(join(values.letters, name))
    for (let copy = 0; copy < copies; copy++)
      writeFileSync(
        join(folders[copy % AT_A_TIME]!, `${copy}-${name}`),
        Buffer.concat([bytes, Buffer.from(`\n%${copy}\n`)]),
      )
  }
  return { letters: pdfs.length * copies, folders }
}

/** CPU milliseconds of commands at once and of all processes that they waited for, which the kernel adds up for us. */
async function cpuOf(commands: readonly (readonly string[])[], root: string): Promise<number> {
  const before = childTicks()
  await Promise.all(commands.map(args => succeed(args, root)))
  return (childTicks() - before) * 10
}

async function succeed(args: readonly string[], root: string): Promise<void> {
  const output = openSync(join(root, `stdout-${basename(args[1]!)}`), 'w')
  const { code, said } = await ended(imr(args, { output }))
  closeSync(output)
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${said}`)
}

/** Fields 16 and 17 of `/proc/self/stat`: hundredths of a second in children that ended. */
function childTicks(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[13]) + Number(fields[14])
}
