import { join } from 'node:path'
import { type LineWriter, lineWriter, publish, readLines, syncFolder } from '../../disk/index.ts'
import type { ListedInput } from '../inputs/listing.ts'
import { renamed } from '../store/outcome.ts'
import { outcomeOf, type Store } from '../store/store.ts'
import { type Summary, startSums } from './summary.ts'

/**
 * Writes `records.ndjson`, `rejections.ndjson` and last `summary.json` from the outcomes in the store, one at a time
 * and in input order: so their bytes depend on the inputs and the version only.
 */
export async function assemble(
  listing: string,
  out: string,
  store: Store,
  extractor: Summary['extractor'],
): Promise<Summary> {
  const sums = startSums(extractor)
  await publish(store.temporary, join(out, 'records.ndjson'), records =>
    publish(store.temporary, join(out, 'rejections.ndjson'), async rejections => {
      const lines = { records: lineWriter(records), rejections: lineWriter(rejections) }
      for await (const listed of readLines<ListedInput>(listing)) await add(listed, store, sums, lines)
      await lines.records.flush()
      await lines.rejections.flush()
    }),
  )
  const summary = sums.summary()
  await publish(store.temporary, join(out, 'summary.json'), file =>
    file.writeFile(`${JSON.stringify(summary, null, 2)}\n`),
  )
  await syncFolder(out)
  return summary
}

async function add(
  listed: ListedInput,
  store: Store,
  sums: ReturnType<typeof startSums>,
  lines: { readonly records: LineWriter; readonly rejections: LineWriter },
): Promise<void> {
  if (listed.state === 'duplicate') return sums.addDuplicate()
  if (listed.state !== 'rejected') return addStored(listed, store, sums, lines)
  sums.addRejection(listed.rejection)
  return lines.rejections.write(listed.rejection)
}

/** A name is no part of the key of an outcome: byte-equal inputs share it, and the first of them gives the name. */
async function addStored(
  { hash, name }: { readonly hash: string; readonly name: string },
  store: Store,
  sums: ReturnType<typeof startSums>,
  lines: { readonly records: LineWriter; readonly rejections: LineWriter },
): Promise<void> {
  const line = store.line(hash)
  if (!line) throw new Error(`the outcome of ${hash} was lost from the store; run the same command again`)
  const outcome = outcomeOf(line)
  if ('records' in outcome) sums.addRecords(outcome.records)
  else sums.addRejection(outcome.rejection)
  const writer = 'records' in outcome ? lines.records : lines.rejections
  if (line.head.name === name) return writer.writeText(line.text)
  const other = renamed(outcome, name)
  for (const end of 'records' in other ? other.records : [other.rejection]) await writer.write(end)
}
