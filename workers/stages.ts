import type { CaseRecord, SourceDocument } from '../document/index.ts'
import { fingerprints } from './fingerprint.ts'

/** The two stages of the pipeline, as this room needs them: reading costs some 30 ms a letter, extracting a few. */
export interface Stages {
  readonly PIPELINE_VERSION: string
  readonly EXTRACTOR: CaseRecord['extractor']
  readonly readLetter: (input: { bytes: Uint8Array; name: string }) => Promise<SourceDocument>
  readonly extractRecord: (source: SourceDocument) => CaseRecord
}

/** `.ts` in a checkout, `.js` in the published package. */
const ENDING = import.meta.url.slice(import.meta.url.lastIndexOf('.'))

/** Address of a module of this room that is started as a process or thread of its own. */
export const moduleAt = (name: string): URL => new URL(`./${name}${ENDING}`, import.meta.url)

/** The module with the stages. Processes are handed its address, and tests give one with stages that misbehave. */
export const PIPELINE = moduleAt('../pipeline/index').href

/** Outcomes are kept under the version together with a hash of the rules, texts under that of the reader. */
export async function loadStages(address: string): Promise<Stages> {
  const stages = (await import(address)) as Stages
  if (address !== PIPELINE) return stages
  const { rules, reader } = fingerprints()
  return { ...stages, PIPELINE_VERSION: `${stages.PIPELINE_VERSION}-${rules}+${reader}` }
}
