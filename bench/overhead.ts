import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cpuOf, imrCommand, inFolder, median, print } from './command.ts'
import { copyLetters } from './letters.ts'

/**
 * The cost of queue, store and isolation compared with the work itself: CPU of a whole `ingest` with all its processes
 * against that of `extract`, both at the same time on the same letters, one at a time in each, so that whatever else
 * the machine does slows both:
 *
 *     npm run overhead -- --letters FOLDER --copies 240 --rounds 5
 *
 * Copies differ in a comment after the end of the PDF. The cost of a run over a third of them is subtracted from both:
 * it covers the start of each process and the compilation of its code, which goes on for some hundred letters.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') },
    copies: { type: 'string', default: '240' },
    rounds: { type: 'string', default: '5' },
    queue: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
/** The maximum ratio to the work itself. */
const MOST = 1.1

await inFolder(async root => {
  const copies = Number(values.copies)
  const all = join(root, 'all')
  const third = join(root, 'third')
  const count = copyLetters(values.letters, all, copies) - copyLetters(values.letters, third, Math.floor(copies / 3))
  const ratios: number[] = []
  print(`${count} letters; CPU ms a letter, in all processes`)
  for (let round = 1; round <= Number(values.rounds); round++) {
    const short = await sideBySide(third, root)
    const long = await sideBySide(all, root)
    const [extract, ingest] = [(long.extract - short.extract) / count, (long.ingest - short.ingest) / count]
    ratios.push(ingest / extract)
    print(
      `round ${round}: extract ${extract.toFixed(2)}, ingest ${ingest.toFixed(2)}, ratio ${ratios.at(-1)!.toFixed(3)}`,
    )
  }
  print(`median ratio ${median(ratios).toFixed(3)}`)
  if (median(ratios) > MOST) process.exitCode = 1
})

/** CPU milliseconds of both. No folder is removed between runs, since ext4 is slow to reallocate freed inodes. */
async function sideBySide(letters: string, root: string): Promise<{ extract: number; ingest: number }> {
  const out = mkdtempSync(join(root, 'out-'))
  const flags = ['--workers', '1', ...(values.queue ? [] : ['--no-queue'])]
  const [extract, ingest] = await Promise.all([
    cpuOf(imrCommand(['extract', letters]), join(root, 'records')),
    cpuOf(imrCommand(['ingest', letters, '--out', out, ...flags]), join(root, 'nothing')),
  ])
  return { extract, ingest }
}
