import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readLines } from '../../disk/index.ts'
import type { RejectionCode } from '../../document/index.ts'
import type { CataloguedInput } from '../inputs/catalogue.ts'
import type { Outcome } from '../store/outcome.ts'

/** A line of `inputs.ndjson`: what became of an input, by the path that its owner knows. */
export interface InputLine {
  /** Absolute; for a member of an archive its path inside follows `!/`. */
  readonly path: string
  /** `id` of its rejection or, without the number after it, of its records. Version 0.2 wrote null for an input without bytes. */
  readonly id: string | null
  readonly state: 'record' | 'partial' | 'rejected' | 'duplicate'
  readonly code: RejectionCode | null
  /** Path of the first input with the same bytes, whose outcome it shares. */
  readonly duplicateOf: string | null
  /** One per record; the same number on two lines is one case in different files. */
  readonly caseNumbers: readonly (string | null)[]
}

/** `outcome` is null for a duplicate. */
export function inputLine(
  { path, hash, duplicateOf }: CataloguedInput & { readonly duplicateOf: string | null },
  outcome: Outcome | null,
): InputLine {
  const records = outcome && 'records' in outcome ? outcome.records : []
  const rejection = outcome && 'rejection' in outcome ? outcome.rejection : null
  return {
    path,
    id: rejection?.id ?? `sha256:${hash}`,
    state: stateOf(outcome),
    code: rejection?.code ?? null,
    duplicateOf,
    caseNumbers: records.map(({ caseNumber }) => caseNumber),
  }
}

function stateOf(outcome: Outcome | null): InputLine['state'] {
  if (outcome === null) return 'duplicate'
  if ('rejection' in outcome) return 'rejected'
  return outcome.records.some(({ status }) => status === 'partial') ? 'partial' : 'record'
}

/** Name of the file, next to the records. */
const FILE = 'inputs.ndjson'

/** The inputs that have outcomes of their own, with the hash of their bytes, in order; none if no run has ended. */
export async function* listedLetters(out: string): AsyncGenerator<{ readonly hash: string; readonly path: string }> {
  const file = join(out, FILE)
  if (!existsSync(file)) return
  for await (const { id, state, path } of readLines<InputLine>(file))
    if (id?.startsWith('sha256:') && state !== 'duplicate') yield { hash: id.replace('sha256:', ''), path }
}
