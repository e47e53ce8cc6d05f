import { type LetterInput, readLetter as read } from '../../pipeline/index.ts'
import { demandRecognizer } from './recognizer.ts'

/** The pipeline stages for runs that also read scans: a separate module, so that its URL is the only setting. */
export { EXTRACTOR, extractTogether, PIPELINE_VERSION } from '../../pipeline/index.ts'

const recognizer = demandRecognizer()

export const ENGINE = recognizer.engine

/** Reads a letter, including pages that are pictures. */
export const readLetter = (input: LetterInput) => read({ ...input, recognizer })

/** The bundled engine is a thread; its memory is reserved before the limit for letters is set. */
export const open = () => recognizer.open()
