import { AsyncLocalStorage } from 'node:async_hooks'
import { inflateSync } from 'node:zlib'
import { FlateStream, NullStream, Parser, PartialEvaluator } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** What is observed of a file's streams while it is read. */
interface Watched {
  broken: boolean
}

const watched = new AsyncLocalStorage<Watched>()

/**
 * pdf.js silently stops where a stream cannot be inflated, and does not verify its checksum: a flipped bit gives
 * different words. zlib does, so it inflates each stream, after any decryption, as soon as pdf.js wants its first block.
 * What zlib refuses is left to pdf.js, which makes of it what it can.
 */
const { readBlock, asyncGetBytes } = FlateStream.prototype
FlateStream.prototype.readBlock = function (this: FlateStream): void {
  if (!isInflated(this)) readBlock.call(this)
}
FlateStream.prototype.asyncGetBytes = async function (this: FlateStream, length?: number): Promise<Uint8Array | null> {
  return isInflated(this) ? this.buffer.subarray(0, this.bufferLength) : asyncGetBytes.call(this, length)
}

/** Whether a stream is inflated to its end, now or already. The text of a letter does not depend on its pictures. */
function isInflated(stream: FlateStream): boolean {
  if (stream.bufferLength > 0) return stream.eof
  const seen = watched.getStore()
  if (!seen || seen.broken || isPicture(stream)) return false
  const bytes = inflated(stream)
  if (bytes) Object.assign(stream, { buffer: bytes, bufferLength: bytes.length, eof: true })
  else seen.broken = true
  return bytes !== null
}

/** A stream whose first bytes are damaged counts as empty in pdf.js, which only warns. */
const makeFilter = Parser.prototype.makeFilter
Parser.prototype.makeFilter = function (stream, filter, length, ...rest) {
  const made = makeFilter.call(this, stream, filter, length, ...rest)
  const seen = watched.getStore()
  if (seen && made instanceof NullStream && length !== 0) seen.broken = true
  return made
}

/** A list of widths that is shorter than the font says has lost some, and all behind them are at the wrong letters. */
const { extractWidths } = PartialEvaluator.prototype
PartialEvaluator.prototype.extractWidths = function (font, ...rest) {
  const [widths, first, last] = ['Widths', 'FirstChar', 'LastChar'].map(key => font.get(key))
  const seen = watched.getStore()
  if (seen && Array.isArray(widths) && widths.length < Number(last) - Number(first) + 1) seen.broken = true
  extractWidths.call(this, font, ...rest)
}

const isPicture = ({ dict }: FlateStream): boolean => dict?.get('Subtype')?.name === 'Image'

/** A page has a tenth of it; the rest of a bomb does no harm here. */
const MOST_BYTES = 64_000_000

/** The content of a stream; null if it is broken, and then its input stands where it stood. */
function inflated({ stream }: FlateStream): Uint8Array | null {
  const { pos } = stream
  try {
    stream.reset()
    const { buffer, byteOffset, length } = inflateSync(stream.getBytes(), { maxOutputLength: MOST_BYTES })
    return new Uint8Array(buffer, byteOffset, length)
  } catch {
    stream.pos = pos
    return null
  }
}

/** The result of `read`, and whether a stream was broken. */
export async function withChecksums<T>(
  read: () => Promise<T>,
): Promise<{ readonly value: T; readonly broken: boolean }> {
  const seen: Watched = { broken: false }
  return { value: await watched.run(seen, read), broken: seen.broken }
}
