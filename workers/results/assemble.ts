import { join } from 'node:path'
import { type LineWriter, lineWriter, publish, syncFolder } from '../../disk/index.ts'
import { caseRankOf } from '../../document/index.ts'
import { type CataloguedInput, refTo } from '../inputs/catalogue.ts'
import { type Outcome, renamed } from '../store/outcome.ts'
import { outcomeOf, type Store } from '../store/store.ts'
import { startCaseRanks } from './case-ranks.ts'
import { inputLine } from './input-line.ts'
import { type RunOrigin, type Summary, startSums } from './summary.ts'

type ListedInput = CataloguedInput & { readonly duplicateOf: string | null }

interface Results {
  readonly store: Store
  readonly sums: ReturnType<typeof startSums>
  readonly ranked: ReturnType<typeof startCaseRanks>
  readonly records: LineWriter
  readonly rejections: LineWriter
  readonly inputs: LineWriter
}

/**
 * Writes `records.ndjson`, `rejections.ndjson`, `inputs.ndjson` and finally `summary.json` from the outcomes in the
 * store, one at a time and in input order, so that their bytes depend only on the inputs and the version.
 */
export async function assemble(
  inputs: Iterable<ListedInput>,
  out: string,
  store: Store,
  origin: RunOrigin,
): Promise<Summary> {
  const [sums, ranked] = [startSums(origin), startCaseRanks()]
  await publishLines(store.temporary, out, ['records', 'rejections', 'inputs'], async writers => {
    for (const input of inputs) await add(input, { store, sums, ranked, ...writers })
  })
  const summary = sums.summary()
  await publish(store.temporary, join(out, 'summary.json'), file =>
    file.writeFile(`${JSON.stringify(summary, null, 2)}\n`),
  )
  await syncFolder(out)
  return summary
}

/** Writes several files with one JSON value per line at once; they all appear, complete, at the end. */
async function publishLines<Name extends string>(
  temporary: string,
  out: string,
  names: readonly Name[],
  write: (writers: Record<Name, LineWriter>) => Promise<void>,
  open: Partial<Record<Name, LineWriter>> = {},
): Promise<void> {
  const [name, ...rest] = names
  if (name === undefined) return write(open as Record<Name, LineWriter>)
  await publish(temporary, join(out, `${name}.ndjson`), async file => {
    const writer = lineWriter(file)
    await publishLines(temporary, out, rest, write, { ...open, [name]: writer })
    await writer.flush()
  })
}

async function add(input: ListedInput, results: Results): Promise<void> {
  const { sums } = results
  if (input.duplicateOf !== null) {
    sums.addDuplicate()
    return results.inputs.write(inputLine(input, null))
  }
  const outcome: Outcome = input.rejection ? { rejection: input.rejection } : await addStored(input, results)
  if ('records' in outcome) sums.addRecords(outcome.records)
  else sums.addRejection(outcome.rejection)
  if (input.rejection) await results.rejections.write(input.rejection)
  await results.inputs.write(inputLine(input, outcome))
}

/** Outcomes are not keyed by name: byte-equal inputs share one, and the first of them provides the name. */
async function addStored(input: CataloguedInput, results: Results): Promise<Outcome> {
  const { store, ranked, records, rejections } = results
  const { hash, name } = refTo(input)
  const line = store.line(hash)
  if (!line) throw new Error(`the outcome of ${hash} was lost from the store; run the same command again`)
  const stored = outcomeOf(line)
  const outcome = 'records' in stored ? { records: stored.records.map(ranked) } : stored
  const isFirst = !('records' in outcome) || outcome.records.every(record => caseRankOf(record) === 1)
  const writer = 'records' in outcome ? records : rejections
  if (isFirst && line.head.name === name) await writer.writeText(line.text)
  else {
    const other = renamed(outcome, name)
    for (const end of 'records' in other ? other.records : [other.rejection]) await writer.write(end)
  }
  return outcome
}
