import { type CaseRecord, Rejected } from '../../document/index.ts'
import { extractRecords, readLetter } from '../../pipeline/index.ts'

/** What reading a letter gives: its records, or the code of its rejection. */
export type LetterRead = readonly CaseRecord[] | string

/** `same`: the damage does no harm; `noticed`: a message or code that the sound letter lacks speaks of it. */
export type Harm = 'same' | 'noticed' | 'silent'

export async function readAll(bytes: Uint8Array, name: string): Promise<LetterRead> {
  try {
    return extractRecords(await readLetter({ bytes, name }))
  } catch (error) {
    if (error instanceof Rejected) return error.code
    return `E_INTERNAL ${error instanceof Error ? error.message : ''}`
  }
}

export function judge(sound: LetterRead, damaged: LetterRead): Harm {
  if (typeof damaged === 'string') return 'noticed'
  if (typeof sound === 'string') return 'same'
  if (factsOf(damaged) === factsOf(sound)) return 'same'
  const known = new Set(sound.flatMap(doubtsOf))
  return damaged.flatMap(doubtsOf).some(doubt => !known.has(doubt)) ? 'noticed' : 'silent'
}

/** What a record says about the case, without the file, the places in it and the doubts. */
const factsOf = (records: LetterRead & readonly CaseRecord[]): string =>
  JSON.stringify(
    records.map(
      ({ id: _id, source: _source, evidence: _evidence, messages: _messages, status: _status, ...facts }) => facts,
    ),
  )

const doubtsOf = ({ messages }: CaseRecord): string[] => messages.map(({ code, pointer }) => `${code} ${pointer}`)
