import { createRequire, registerHooks } from 'node:module'
import { checkOps } from './drawing/ops.ts'

const PARSER = 'pdfjs-dist/legacy/build/pdf.worker.mjs'
const LIBRARY = ['pdfjs-dist/legacy/build/pdf.mjs', PARSER]
const CANVAS = '@napi-rs/canvas'
const STAND_IN = 'imr:stand-in-canvas'

let reader: Promise<typeof import('./read-library.ts')> | undefined

/** The reader that uses pdf.js, which is loaded with the first file that needs it. */
export function libraryReader(): Promise<typeof import('./read-library.ts')> {
  reader ??= loaded()
  return reader
}

function loaded(): Promise<typeof import('./read-library.ts')> {
  loadLibrary()
  return import('./read-library.ts')
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
      if (!LIBRARY.some(name => url.endsWith(name))) return module
      const source = withoutWeb(module.source)
      return { ...module, source: url.endsWith(PARSER) ? withActualText(source) + EXPORTED : source }
    },
  })
  try {
    const [library] = LIBRARY.map(name => require(name))
    checkOps(library)
  } finally {
    hooks.deregister()
  }
}

const withoutWeb = (source: unknown): string => `const Response = Blob; ${source}`

/** How pdf.js hands out a mark: with its number alone, and with nothing where its properties stand under a name. */
const MARK = 'args = [args[0].name, args[1] instanceof Dict ? args[1].get("MCID") : null];'

const MARK_WITH_TEXT = `{
  const properties = args[1] instanceof Name ? resources.get("Properties")?.get(args[1].name) : args[1];
  const [number, text] = ["MCID", "ActualText"].map(key => properties instanceof Dict ? properties.get(key) : null);
  args = [args[0].name, number ?? null, typeof text === "string" ? stringToPDFString(text) : null];
}`

/** How it hands out an element of the structure: with what describes a picture, or else with the text that stands for it. */
const ELEMENT = 'let alt = node.dict.get("Alt");'

const ELEMENT_WITH_TEXT = `
const text = node.dict.get("ActualText");
if (typeof text === "string") obj.actualText = stringToPDFString(text);
${ELEMENT}`

/**
 * Has pdf.js hand out the text that stands for what a mark or an element holds, as `/Span << /ActualText (5 mg) >> BDC` has
 * one. The file itself would have to be decrypted and parsed again for it.
 */
function withActualText(source: string): string {
  if (!source.includes(MARK) || !source.includes(ELEMENT))
    throw new Error('another version of pdf.js: see withActualText')
  return source.replace(MARK, () => MARK_WITH_TEXT).replace(ELEMENT, () => ELEMENT_WITH_TEXT)
}

/** `checksums.ts` and `undecoded.ts` look over the shoulders of these classes. */
const EXPORTED = '\nexport { FlateStream, NullStream, Parser, PartialEvaluator, PDFImage };'

/** The classes are empty until a page is drawn: see `drawn` in `picture.ts`. */
const STAND_IN_SOURCE = `
  const load = require('node:module').createRequire(${JSON.stringify(import.meta.url)})
  exports.DOMMatrix = class {}
  exports.Path2D = class {}
  exports.createCanvas = (...size) => load('${CANVAS}').createCanvas(...size)
`
