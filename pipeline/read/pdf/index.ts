import type { LetterInput, ReadingLimits } from '../input.ts'
import type { ReadText } from '../read-text.ts'
import { structureOf } from './bytes.ts'
import { joined } from './join.ts'
import { libraryReader } from './load.ts'
import { readPlain } from './read-plain.ts'
import { checkedReader, READERS_DIFFER } from './self-check.ts'

/**
 * Reads the text layer of a PDF and, with a recognizer, the pages that are pictures. If several PDFs were concatenated,
 * or are attached to a mere cover, the pages of all are read. Throws `Rejected` with E_PDF_CORRUPT, E_ENCRYPTED, E_PAGES,
 * E_TEXT_TOO_LARGE, E_OCR or E_MEMORY.
 */
export async function readPdf(input: LetterInput, limits: ReadingLimits): Promise<ReadText> {
  const structure = structureOf(input.bytes)
  if (structure.files.length > 1) return readFiles(input, limits, structure.files)
  const read = await readFile(input, limits, structure.pages)
  if (!isCover(read, input.bytes)) return read
  const attached = await (await libraryReader()).attachedTo(input.bytes)
  return attached.length > 0 ? readFiles(input, limits, attached).catch(() => read) : read
}

/** Whether a file is a sheet that other files are attached to, as those of a portfolio are. */
const isCover = ({ text, pages }: ReadText, bytes: Uint8Array): boolean =>
  pages.length <= COVER_PAGES && text.length < COVER_LENGTH && bytesOf(bytes).includes('/EmbeddedFile')

/** A letter is longer. */
const [COVER_PAGES, COVER_LENGTH] = [2, 1500]

const bytesOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

async function readFiles(input: LetterInput, limits: ReadingLimits, files: readonly Uint8Array[]): Promise<ReadText> {
  const reads: ReadText[] = []
  let refused: unknown = null
  for (const bytes of files.slice(0, limits.pages))
    await readFile({ ...input, bytes }, limits, structureOf(bytes).pages).then(
      read => reads.push(read),
      error => {
        refused ??= error
      },
    )
  if (reads.length === 0) throw refused
  const all = reads.reduce(joined)
  return refused ? { ...all, damaged: true } : all
}

const read = checkedReader(() =>
  process.emitWarning('the two readers of PDFs differ on a file; pdf.js reads from now on', { code: READERS_DIFFER }),
)

/** One of the files; `pages` is the apparent size of its page tree. Who looks for pictures needs pdf.js. */
function readFile(input: LetterInput, limits: ReadingLimits, pages: number): Promise<ReadText> {
  const library = async () => (await libraryReader()).readFile(input, limits, pages)
  return input.recognizer ? library() : read(input.bytes, { plain: () => readPlain(input, limits, pages), library })
}
