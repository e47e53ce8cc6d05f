import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Rejected } from '../../../document/index.ts'
import { DOTS_AN_INCH, ONE_COLUMN } from './lines.ts'
import type { Recognizer } from './recognizer.ts'

const PACKAGE = 'tesseract.js'
const DATA = '@tesseract.js-data/eng'
/** Data for LSTM-only engines with integer weights: a third of the memory, the same words. */
const EDITION = '4.0.0_best_int'

const require = createRequire(import.meta.url)

/** The npm package of tesseract, on a thread of its own; null if the package or its English data is not installed. */
export function bundledEngine(): Recognizer | null {
  try {
    const { version } = require(`${PACKAGE}/package.json`) as { version: string }
    return engineWith(version, join(dirname(require.resolve(`${DATA}/package.json`)), EDITION))
  } catch {
    return null
  }
}

function engineWith(version: string, langPath: string): Recognizer {
  let started: ReturnType<typeof start> | undefined
  const worker = () => {
    started ??= start(langPath)
    return started
  }
  return {
    engine: `${PACKAGE}-${version}`,
    recognize: async picture => {
      try {
        const { data } = await (await worker()).recognize(Buffer.from(picture), {}, { text: false, tsv: true })
        return data.tsv ?? ''
      } catch {
        throw new Rejected('E_OCR', 'read')
      }
    },
    open: async () => {
      await worker()
    },
    close: async () => {
      await (await started)?.terminate()
      started = undefined
    },
  }
}

/**
 * Nothing is downloaded or cached: the data is in its package. Without an error handler the library throws outside its
 * caller.
 */
async function start(langPath: string) {
  const { createWorker, OEM } = await import('tesseract.js')
  const options = { langPath, cacheMethod: 'none', gzip: true, errorHandler: () => {} }
  const worker = await createWorker('eng', OEM.LSTM_ONLY, options)
  await worker.setParameters({ tessedit_pageseg_mode: ONE_COLUMN as never, user_defined_dpi: String(DOTS_AN_INCH) })
  return worker
}
