import { type LetterInput, readLetter as read } from '../../pipeline/index.ts'
import { demandRecognizer } from './recognizer.ts'

/** The stages of the pipeline for runs that read scans too: a module of its own, so that its address tells all. */
export { EXTRACTOR, extractRecords, PIPELINE_VERSION } from '../../pipeline/index.ts'

const recognizer = demandRecognizer()

export const ENGINE = recognizer.engine

export const readLetter = (input: LetterInput) => read({ ...input, recognizer })

/** The package's engine is a thread, whose memory is reserved as a whole before a bound is put on that of letters. */
export const open = () => recognizer.open()
