import { AsyncLocalStorage } from 'node:async_hooks'
import { inflateSync } from 'node:zlib'
import { FlateStream, NullStream, Parser } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** What is observed of a file's streams while it is read. */
interface Watched {
  broken: boolean
}

const watched = new AsyncLocalStorage<Watched>()

/**
 * pdf.js silently stops where a stream cannot be inflated, and does not verify its checksum: a flipped bit gives
 * different words. So what it has inflated to the end, after any decryption, is inflated again by zlib, which does.
 */
const readBlock = FlateStream.prototype.readBlock
FlateStream.prototype.readBlock = function (this: FlateStream): void {
  readBlock.call(this)
  const seen = watched.getStore()
  if (this.eof && seen && !seen.broken) seen.broken = !isPicture(this) && !isSound(this)
}

/** A stream whose first bytes are damaged counts as empty in pdf.js, which only warns. */
const makeFilter = Parser.prototype.makeFilter
Parser.prototype.makeFilter = function (stream, filter, length, ...rest) {
  const made = makeFilter.call(this, stream, filter, length, ...rest)
  const seen = watched.getStore()
  if (seen && made instanceof NullStream && length !== 0) seen.broken = true
  return made
}

/** The text of a letter does not depend on its pictures. */
const isPicture = ({ dict }: FlateStream): boolean => dict?.get('Subtype')?.name === 'Image'

/** The output is limited to what pdf.js got, so that a bomb does no harm. */
function isSound({ stream, bufferLength }: FlateStream): boolean {
  try {
    stream.reset()
    return inflateSync(stream.getBytes(), { maxOutputLength: bufferLength + 1 }).length === bufferLength
  } catch {
    return false
  }
}

/** The result of `read`, and whether a stream was broken. */
export async function withChecksums<T>(
  read: () => Promise<T>,
): Promise<{ readonly value: T; readonly broken: boolean }> {
  const seen: Watched = { broken: false }
  return { value: await watched.run(seen, read), broken: seen.broken }
}
