import { createRequire, registerHooks } from 'node:module'

const LIBRARY = ['pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/legacy/build/pdf.worker.mjs']
const CANVAS = '@napi-rs/canvas'
const STAND_IN = 'imr:stand-in-canvas'

let reader: Promise<typeof import('./read-pdf.ts')> | undefined

/** The reader of PDFs, which is loaded with the first one. */
export function pdfReader(): Promise<typeof import('./read-pdf.ts')> {
  reader ??= loaded()
  return reader
}

function loaded(): Promise<typeof import('./read-pdf.ts')> {
  loadLibrary()
  return import('./read-pdf.ts')
}

/**
 * Loads pdf.js without what it does not need for text. As soon as it is loaded it asks for the package that draws
 * (100 ms, 20 MB), and complains where that is missing; it gets a stand-in, which loads it for the first canvas. And it
 * asks what the class `Response` can do, for which Node loads all of its web client (50 ms, 15 MB); `Blob` answers.
 */
function loadLibrary(): void {
  const require = createRequire(import.meta.url)
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === CANVAS ? { url: STAND_IN, format: 'commonjs', shortCircuit: true } : next(name, context),
    load: (url, context, next) => {
      if (url === STAND_IN) return { source: STAND_IN_SOURCE, format: 'commonjs', shortCircuit: true }
      const module = next(url, context)
      return LIBRARY.some(name => url.endsWith(name)) ? { ...module, source: withoutWeb(module.source) } : module
    },
  })
  try {
    for (const name of LIBRARY) require(name)
  } finally {
    hooks.deregister()
  }
}

const withoutWeb = (source: unknown): string => `const Response = Blob; ${source}`

/** The classes are empty until a page is drawn: see `drawn` in `picture.ts`. */
const STAND_IN_SOURCE = `
  const load = require('node:module').createRequire(${JSON.stringify(import.meta.url)})
  exports.DOMMatrix = class {}
  exports.Path2D = class {}
  exports.createCanvas = (...size) => load('${CANVAS}').createCanvas(...size)
`
