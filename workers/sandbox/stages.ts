import type { CaseRecord, SourceDocument } from '../../document/index.ts'
import type { LetterInput } from '../../pipeline/index.ts'
import { fingerprints } from '../store/fingerprint.ts'

/** The two stages of the pipeline, as this room needs them: reading costs some 30 ms a letter, extracting a few. */
export interface Stages {
  readonly PIPELINE_VERSION: string
  readonly EXTRACTOR: CaseRecord['extractor']
  readonly readLetter: (input: LetterInput) => Promise<SourceDocument>
  /** One a letter in the file. */
  readonly extractRecords: (source: SourceDocument) => readonly CaseRecord[]
  /** Name and version of what reads scans, where they are read. */
  readonly ENGINE?: string
  /** Starts it. */
  readonly open?: () => Promise<void>
}

/** `.ts` in a checkout, `.js` in the published package. */
const ENDING = import.meta.url.slice(import.meta.url.lastIndexOf('.'))

/** Address of a module of this room that is started as a process or thread of its own. */
export const moduleAt = (name: string): URL => new URL(`./${name}${ENDING}`, import.meta.url)

/** The module with the stages. Processes are handed its address, and tests give one with stages that misbehave. */
export const PIPELINE = moduleAt('../../pipeline/index').href

/** The same stages, and scans are read: pictures take longer, and more memory. */
export const OCR_PIPELINE = moduleAt('ocr-stages').href

/** What a letter may cost, by the stages that it goes through: seconds since its last sign of life, and mebibytes. */
export const allowance = (address: string): { seconds: number; megabytes: number } =>
  address === OCR_PIPELINE ? { seconds: 75, megabytes: 1000 } : { seconds: 15, megabytes: 700 }

/**
 * Outcomes are kept under the version together with a hash of the rules, texts under that of the reader, which an
 * engine for scans is a part of.
 */
export async function loadStages(address: string): Promise<Stages> {
  const stages = (await import(address)) as Stages
  if (address !== PIPELINE && address !== OCR_PIPELINE) return stages
  const { rules, reader, words } = fingerprints()
  const engine = stages.ENGINE === undefined ? '' : `-${stages.ENGINE}-${words}`
  return { ...stages, PIPELINE_VERSION: `${stages.PIPELINE_VERSION}-${rules}+${reader}${engine}` }
}
