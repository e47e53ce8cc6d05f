import { printPdf, printText, sources } from '../../corpus/index.ts'
import type { LetterFile } from './mutations.ts'

/** The letters of the corpus as files. Their PDFs are compressed: in plain ones nothing tells a flipped bit from a typo. */
export async function corpusFiles(): Promise<LetterFile[]> {
  const files: LetterFile[] = []
  for (const letter of await sources())
    files.push(
      letter.medium === 'pdf'
        ? { name: `${letter.name}.pdf`, bytes: await printPdf(letter, true) }
        : { name: `${letter.name}.txt`, bytes: Buffer.from(printText(letter)) },
    )
  return files
}
