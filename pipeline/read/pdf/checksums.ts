import { AsyncLocalStorage } from 'node:async_hooks'
import { inflateSync } from 'node:zlib'
import { FlateStream } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** What was seen of the streams of a file while it was read. */
interface Watched {
  broken: boolean
}

const watched = new AsyncLocalStorage<Watched>()

/**
 * pdf.js stops without a word where a stream cannot be inflated, and does not look at its checksum: a flipped bit makes
 * other words. So what it has inflated to the end, behind any encryption, is inflated once more by zlib, which does look.
 */
const readBlock = FlateStream.prototype.readBlock
FlateStream.prototype.readBlock = function (this: FlateStream): void {
  readBlock.call(this)
  const seen = watched.getStore()
  if (this.eof && seen && !seen.broken) seen.broken = !isPicture(this) && !isSound(this)
}

/** Whether a letter says what it says does not hang on its pictures. */
const isPicture = ({ dict }: FlateStream): boolean => dict?.get('Subtype')?.name === 'Image'

/** It came to no more than pdf.js made of it, which bounds what a bomb can ask for. */
function isSound({ stream, bufferLength }: FlateStream): boolean {
  try {
    stream.reset()
    return inflateSync(stream.getBytes(), { maxOutputLength: bufferLength + 1 }).length === bufferLength
  } catch {
    return false
  }
}

/** What `read` gives, and whether a stream of it was broken. */
export async function withChecksums<T>(
  read: () => Promise<T>,
): Promise<{ readonly value: T; readonly broken: boolean }> {
  const seen: Watched = { broken: false }
  return { value: await watched.run(seen, read), broken: seen.broken }
}
