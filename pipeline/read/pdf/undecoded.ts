import { AsyncLocalStorage } from 'node:async_hooks'
import { ImageKind } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PDFImage } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

const undecoded = new AsyncLocalStorage<true>()

/** Dots above which a picture with a mask is left as it is: logos and signatures have fewer, a scanned page a million. */
const LARGE = 250_000

/**
 * pdf.js decodes every picture of a page (100 ms a page of a scan, and a sixth of the time of a letter with a logo),
 * though who looks for text wants to know only where a picture lies and whether anything shows through it. Through one
 * without a mask nothing does.
 */
const { createImageData } = PDFImage.prototype
PDFImage.prototype.createImageData = function (this: PDFImage, ...options: readonly unknown[]): Promise<unknown> {
  const { width, height, smask, mask } = this
  const isMasked = Boolean(smask || mask)
  if (!undecoded.getStore() || (isMasked && width * height < LARGE)) return createImageData.apply(this, options as [])
  const kind = isMasked ? ImageKind.RGBA_32BPP : ImageKind.RGB_24BPP
  return Promise.resolve({ width, height, kind, interpolate: false, data: new Uint8ClampedArray(0) })
}

/** What `read` gives, with pictures left as they are. */
export const withoutPictures = <T>(read: () => Promise<T>): Promise<T> => undecoded.run(true, read)
