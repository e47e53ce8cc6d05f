import { basename } from 'node:path'
import type { Rejection } from '../../document/index.ts'
import type { InputEntry } from '../inputs/entry.ts'
import { foundAt } from '../inputs/find.ts'
import { inspect } from '../inputs/read.ts'
import { type Outcome, type Ref, rejectionOf } from '../store/outcome.ts'
import { prepareStore } from '../store/store.ts'
import type { Sandbox } from './sandbox.ts'
import { identify, PIPELINE } from './stages.ts'

/**
 * Brings what was found at a path to its outcome in the caller's sandbox, with the steps of an ingest but without a
 * run.
 */
export async function processOne(path: string, out: string, sandbox: Sandbox): Promise<Outcome | undefined> {
  const store = await prepareStore(out, (await identify(PIPELINE)).PIPELINE_VERSION)
  for await (const entry of foundAt(path, basename(path))) {
    const ref = await refOf(entry)
    if ('rejection' in ref) return ref
    for (const stage of ['parse', 'extract'] as const) await sandbox.run({ stage, out, refs: [ref] })
    return store.outcome(ref.hash)
  }
  return undefined
}

async function refOf(entry: InputEntry): Promise<Ref | { readonly rejection: Rejection }> {
  const { path, name, relative, bytes } = entry
  const { hash, content, problem } = await inspect(entry)
  if (hash !== null && content !== null) return { hash, path, name, bytes: content.length }
  return { rejection: rejectionOf(problem, { hash, name, relative, bytes }, 'list') }
}
