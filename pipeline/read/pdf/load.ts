import { registerHooks } from 'node:module'

const CANVAS = '@napi-rs/canvas'
const STAND_IN = 'imr:stand-in-canvas'
const SOURCE = `
  const load = require('node:module').createRequire(${JSON.stringify(import.meta.url)})
  exports.DOMMatrix = class {}
  exports.Path2D = class {}
  exports.createCanvas = (...size) => load('${CANVAS}').createCanvas(...size)
`

let reader: Promise<typeof import('./read-pdf.ts')> | undefined

/** The reader of PDFs, which is loaded with the first one. */
export function pdfReader(): Promise<typeof import('./read-pdf.ts')> {
  reader ??= withoutCanvas(() => import('./read-pdf.ts'))
  return reader
}

/**
 * pdf.js asks for the package that draws as soon as it is loaded, and complains where that is missing. Text is read
 * without it, and it takes 100 ms and 20 MB: pdf.js gets a stand-in, which loads it for the first canvas. The classes
 * are empty until then: see `drawn`.
 */
async function withoutCanvas<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === CANVAS ? { url: STAND_IN, format: 'commonjs', shortCircuit: true } : next(name, context),
    load: (url, context, next) =>
      url === STAND_IN ? { source: SOURCE, format: 'commonjs', shortCircuit: true } : next(url, context),
  })
  try {
    return await load()
  } finally {
    hooks.deregister()
  }
}
