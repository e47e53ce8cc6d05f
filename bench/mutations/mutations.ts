import type { CaseRecord } from '../../document/index.ts'
import { readLetter } from '../../pipeline/index.ts'
import { chances } from './chance.ts'
import { type Harm, judge, type LetterRead, readAll } from './judge.ts'
import { BYTE_MUTATIONS } from './pdf.ts'
import { TEXT_MUTATIONS } from './text.ts'
import type { TextLetter } from './text-letter.ts'

export interface LetterFile {
  readonly name: string
  readonly bytes: Buffer
}

export interface MutationOptions {
  /** So many samples of each kind are drawn of each letter. */
  readonly each: number
  readonly seed: number
  /** Only kinds whose name has these words. */
  readonly kind?: string
}

/** How many samples of each kind did no harm, were noticed, and were silently wrong. */
export type Counts = Map<string, Record<Harm, number>>

/** Files are damaged as files, and what was read of them as text. */
export async function mutations(files: readonly LetterFile[], options: MutationOptions): Promise<Counts> {
  const counts: Counts = new Map()
  const pdfs = files.filter(({ name }) => name.endsWith('.pdf'))
  await mutateFiles(pdfs, options, counts)
  await mutateTexts(await textsOf(files), options, counts)
  return counts
}

async function mutateFiles(pdfs: readonly LetterFile[], options: MutationOptions, counts: Counts): Promise<void> {
  const chance = chances(options.seed)
  for (const { name, bytes } of pdfs) {
    const sound = await readAll(bytes, name)
    for (const { name: kind, mutate } of chosen(BYTE_MUTATIONS, options))
      await repeat(options.each, async () => {
        const damaged = mutate(bytes, chance)
        if (damaged) count(counts, kind, judge(sound, await readAll(damaged, name)))
      })
  }
}

async function mutateTexts(letters: readonly TextLetter[], options: MutationOptions, counts: Counts): Promise<void> {
  const chance = chances(options.seed)
  for (const letter of letters) {
    const others = letters.filter(other => other !== letter)
    for (const { name: kind, mutate } of chosen(TEXT_MUTATIONS, options))
      await repeat(options.each, async () => {
        const changed = mutate(letter, chance, others)
        if (changed === null || changed === letter.text) return
        count(counts, kind, judge([letter.record], await readAll(Buffer.from(changed), 'letter.txt')))
      })
  }
}

const chosen = <M extends { readonly name: string }>(all: readonly M[], { kind = '' }: MutationOptions): M[] =>
  all.filter(({ name }) => name.includes(kind))

async function repeat(times: number, act: () => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time++) await act()
}

function count(counts: Counts, kind: string, harm: Harm): void {
  const row = counts.get(kind) ?? { same: 0, noticed: 0, silent: 0 }
  counts.set(kind, { ...row, [harm]: row[harm] + 1 })
}

/** The letters as texts; one that is not read as text to one record is left out. */
async function textsOf(files: readonly LetterFile[]): Promise<TextLetter[]> {
  const letters: TextLetter[] = []
  for (const { name, bytes } of files) {
    const text = await readLetter({ bytes, name }).then(
      source => source.text,
      () => '',
    )
    const read: LetterRead = await readAll(Buffer.from(text), 'letter.txt')
    const [record]: readonly CaseRecord[] = typeof read === 'string' ? [] : read
    if (record && read.length === 1) letters.push({ text, record })
  }
  return letters
}
