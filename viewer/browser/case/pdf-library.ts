import type { PDFDocumentProxy } from 'pdfjs-dist'

type Library = typeof import('pdfjs-dist')

/** URLs of the library on the server, and its names in a standalone page. */
const SERVED = '/pdfjs/build/pdf.min.mjs'
const [ENCLOSED, ENCLOSED_WORKER] = ['imr/pdfjs', 'imr/pdf-worker']

/**
 * Opens a file from the server, or one that the page contains; the library comes from the same place and nowhere else.
 */
export async function openPdf(file: string | Uint8Array): Promise<PDFDocumentProxy> {
  return typeof file === 'string' ? openServed(file) : openEnclosed(file)
}

async function openServed(url: string): Promise<PDFDocumentProxy> {
  const library = (await import(SERVED)) as Library
  library.GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.min.mjs'
  return library.getDocument({
    url,
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    enableXfa: false,
  }).promise
}

/**
 * Without a server there can be no worker thread: its code is put where the library looks for it on the main thread.
 */
async function openEnclosed(data: Uint8Array): Promise<PDFDocumentProxy> {
  const library = (await import(ENCLOSED)) as Library
  Object.assign(globalThis, { pdfjsWorker: await import(ENCLOSED_WORKER) })
  return library.getDocument({ data, useSystemFonts: true, enableXfa: false }).promise
}
