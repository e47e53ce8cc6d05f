import type { CaseRecord, SourceDocument } from '../../document/index.ts'
import type { LetterInput } from '../../pipeline/index.ts'
import { fingerprints } from '../store/fingerprint.ts'

/** The two stages of the pipeline as this room needs them: reading costs some 30 ms per letter, extracting a few. */
export interface Stages {
  readonly PIPELINE_VERSION: string
  readonly EXTRACTOR: CaseRecord['extractor']
  readonly readLetter: (input: LetterInput) => Promise<SourceDocument>
  /** The records of each file, one per letter in it, or why it has none. `onStep` is called every few milliseconds. */
  readonly extractTogether: (
    sources: readonly SourceDocument[],
    onStep: () => void,
  ) => readonly PromiseSettledResult<readonly CaseRecord[]>[]
  /** Name and version of the OCR engine, if scans are read. */
  readonly ENGINE?: string
  /** Starts it. */
  readonly open?: () => Promise<void>
}

/** `.ts` in a checkout, `.js` in the published package. */
const ENDING = import.meta.url.slice(import.meta.url.lastIndexOf('.'))

/** URL of a module of this room that runs as a process or thread of its own. */
export const moduleAt = (name: string): URL => new URL(`./${name}${ENDING}`, import.meta.url)

/** The module with the stages. Processes are given its URL, and tests give one with stages that misbehave. */
export const PIPELINE = moduleAt('../../pipeline/index').href

/** Says which program they are, and nothing else: to load the stages themselves takes half a second. */
const PIPELINE_NAME = moduleAt('../../pipeline/version').href

/** The same stages with OCR, which takes more time and memory. */
export const OCR_PIPELINE = moduleAt('ocr-stages').href

/** Limits on a letter, by its stages: seconds since the last heartbeat, and mebibytes. */
export const allowance = (address: string): { seconds: number; megabytes: number } =>
  address === OCR_PIPELINE ? { seconds: 75, megabytes: 1000 } : { seconds: 15, megabytes: 700 }

/** The stages, for the process that runs them. */
export const loadStages = async (address: string): Promise<Stages> => named(address, (await import(address)) as Stages)

/** Which stages they are, for those that only schedule. */
export const identify = async (address: string): Promise<Named> =>
  named(address, (await import(address === PIPELINE ? PIPELINE_NAME : address)) as Named)

type Named = Pick<Stages, 'PIPELINE_VERSION' | 'EXTRACTOR' | 'ENGINE'>

/**
 * Outcomes are kept under the version plus a hash of the rules, texts under a hash of the reader, which includes the
 * OCR engine.
 */
function named<S extends Named>(address: string, stages: S): S {
  if (address !== PIPELINE && address !== OCR_PIPELINE) return stages
  const { rules, reader, words } = fingerprints()
  const engine = stages.ENGINE === undefined ? '' : `-${stages.ENGINE}-${words}`
  return { ...stages, PIPELINE_VERSION: `${stages.PIPELINE_VERSION}-${rules}+${reader}${engine}` }
}
