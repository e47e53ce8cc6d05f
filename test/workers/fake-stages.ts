import { createHash } from 'node:crypto'
import { appendFileSync, statSync } from 'node:fs'
import { type CaseRecord, Rejected, type SourceDocument } from '../../document/index.ts'

/**
 * Stages for letters of one line of text, whose first word says what is to happen: `partial`, `hang`, `hoard`, `crash`,
 * `killed`, `refuse`, `throw`, `slow`, `warn`, or, when the record is made, `late`, `stall`, `burst`, `twice`; anything else for a record. `killed 3 FILE` is killed
 * like by the kernel in its first three attempts, which it counts in a file.
 */
export const PIPELINE_VERSION = new URL(import.meta.url).searchParams.get('version') ?? 'fake-1'
export const EXTRACTOR = { name: 'fake', version: PIPELINE_VERSION }

/** A record shows which version read its letter. */
type Read = SourceDocument & { readonly readBy: string }
const readBy = PIPELINE_VERSION.split('+')[1] ?? PIPELINE_VERSION

export async function readLetter({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<SourceDocument> {
  const text = new TextDecoder().decode(bytes)
  await misbehave(text)
  const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  const source: Read = { id, name, mediaType: 'text/plain', bytes: bytes.length, text, pages: [], runs: [], readBy }
  return source
}

export const extractTogether = (sources: readonly SourceDocument[]): PromiseSettledResult<CaseRecord[]>[] =>
  sources.map(source => {
    try {
      return { status: 'fulfilled', value: recordsOf(source) }
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  })

const recordsOf = (source: SourceDocument): CaseRecord[] =>
  source.text.startsWith('twice')
    ? ['#1', '#2'].map(number => recordOf({ ...source, id: `${source.id}${number}` }))
    : [recordOf(source)]

function recordOf(source: SourceDocument): CaseRecord {
  const [word] = source.text.split(' ')
  if (word === 'late') throw new TypeError(source.text)
  if (word === 'stall') for (;;);
  if (word === 'burst') process.exit(7)
  const { id, name, bytes, text } = source
  return {
    id,
    source: { name, bytes, characters: text.length },
    status: text.startsWith('partial') ? 'partial' : 'complete',
    caseNumber: null,
    messages: [],
    disputedItems: [],
    readBy: (source as Read).readBy,
  } as unknown as CaseRecord
}

const hoard: Buffer[] = []

async function misbehave(text: string): Promise<void> {
  const [word, times, file = ''] = text.split(' ')
  if (word === 'hang') for (;;);
  if (word === 'hoard') for (;;) hoard.push(Buffer.alloc(2 ** 24, 1))
  if (word === 'crash') process.exit(7)
  if (word === 'killed') await beKilled(Number(times), file)
  if (word === 'refuse') throw new Rejected('E_NOT_A_LETTER', 'recognize')
  if (word === 'throw') throw new RangeError(text)
  if (word === 'warn') {
    process.emitWarning('something about itself', { code: 'IMR_TEST' })
    process.emitWarning('something of a letter')
  }
  if (word === 'slow') await new Promise(resolve => setTimeout(resolve, 100))
}

async function beKilled(times: number, file: string): Promise<void> {
  appendFileSync(file, '.')
  if (statSync(file).size > times) return
  process.kill(process.pid, 'SIGKILL')
  // The rest must not run before the signal arrives.
  await new Promise(() => {})
}
