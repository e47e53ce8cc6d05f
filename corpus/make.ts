import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { annotate } from './annotate.ts'
import { faultsOf } from './check.ts'
import type { LetterSource } from './letter.ts'
import { printPdf } from './print-pdf.ts'
import { printText } from './print-text.ts'

/** A file of the corpus, by its path relative to `corpus/`. */
interface Made {
  readonly path: string
  readonly bytes: Buffer
}

/** All handwritten letters, ordered by file name. */
export async function sources(): Promise<readonly LetterSource[]> {
  const files = readdirSync(new URL('source/', import.meta.url)).filter(file => file.endsWith('.ts'))
  return await Promise.all(files.sort().map(readSource))
}

async function readSource(file: string): Promise<LetterSource> {
  const { letter } = (await import(new URL(`source/${file}`, import.meta.url).href)) as { letter: LetterSource }
  if (file !== `${letter.name.toLowerCase()}.ts`) throw new Error(`corpus/source/${file} holds ${letter.name}`)
  return letter
}

/** The letter and its gold file, made from the source alone: no clock, no randomness. */
export async function make(letter: LetterSource): Promise<readonly Made[]> {
  const faults = faultsOf(letter)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const printed =
    letter.medium === 'pdf'
      ? { path: `letters/${letter.name}.pdf`, bytes: await printPdf(letter) }
      : { path: `letters/${letter.name}.txt`, bytes: Buffer.from(printText(letter)) }
  return [
    printed,
    { path: `gold/${letter.name}.json`, bytes: Buffer.from(`${JSON.stringify(annotate(letter), null, 1)}\n`) },
  ]
}

async function writeAll(): Promise<void> {
  for (const folder of ['letters/', 'gold/']) {
    rmSync(new URL(folder, import.meta.url), { recursive: true, force: true })
    mkdirSync(new URL(folder, import.meta.url))
  }
  for (const letter of await sources()) {
    for (const { path, bytes } of await make(letter)) writeFileSync(new URL(path, import.meta.url), bytes)
  }
}

if (import.meta.main) await writeAll()
