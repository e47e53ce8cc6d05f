import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CaseRecord, Rejected } from '../../../document/index.ts'
import { type Evaluation, evaluate, f1, type Gold, loadGold } from '../../../evaluation/index.ts'
import { extractRecord, readLetter } from '../../../pipeline/index.ts'
import { evidenceFaults } from '../../evidence.ts'
import { sourceOf } from '../../letters.ts'
import { damage, restored } from './damage.ts'

const CORPUS = join(import.meta.dirname, '..', '..', '..', 'corpus')
const SEEDS = [1, 2, 3]

/** All letters of the corpus as text, by base name; scans are tested elsewhere. */
async function lettersOf(): Promise<Map<string, string>> {
  const letters = new Map<string, string>()
  for (const name of readdirSync(join(CORPUS, 'letters'))) {
    const read = await readLetter({ bytes: readFileSync(join(CORPUS, 'letters', name)), name }).catch(
      (error: unknown) => {
        if (error instanceof Rejected && error.code === 'E_NO_TEXT') return null
        throw error
      },
    )
    if (read) letters.set(name.replace(/\.\w+$/, ''), read.text)
  }
  return letters
}

const allFields = ({ fields }: Evaluation): number => {
  const [correct, found, gold] = (['correct', 'found', 'gold'] as const).map(count =>
    [...fields.values()].reduce((sum, tally) => sum + tally[count], 0),
  ) as [number, number, number]
  return f1(correct, found, gold)!
}

describe('letters with one character in a hundred damaged', () => {
  const golds = new Map<string, Gold>()
  const clean = new Map<string, CaseRecord>()
  const damaged = new Map<string, CaseRecord>()
  const faults: string[] = []

  beforeAll(async () => {
    const gold = loadGold(join(CORPUS, 'gold'))
    for (const [ordinal, [name, text]] of [...(await lettersOf())].entries())
      for (const seed of SEEDS) {
        const copy = damage(text, 0.01, 1000 * seed + ordinal)
        const source = sourceOf(copy.text)
        const record = extractRecord(source)
        golds.set(`${name} ${seed}`, gold.get(name)!)
        clean.set(`${name} ${seed}`, extractRecord(sourceOf(text)))
        damaged.set(`${name} ${seed}`, restored(record, text, copy))
        faults.push(...evidenceFaults(source, record).filter(fault => !fault.startsWith('/caseNumber')))
      }
  })

  it('lose less than two points over all fields', () => {
    const lost = allFields(evaluate(golds, clean)) - allFields(evaluate(golds, damaged))
    expect(lost).toBeLessThan(0.02)
  })

  it('lose no item and no decision', () => {
    const { fields } = evaluate(golds, damaged)
    for (const field of ['items.count', 'items.decision=upheld', 'items.decision=overturned']) {
      const { correct, found, gold } = fields.get(field)!
      expect(f1(correct, found, gold), field).toBeGreaterThan(0.99)
    }
  })

  it('have a message', () => {
    const silent = [...damaged].filter(([, { messages }]) => !messages.some(({ code }) => code === 'text/damaged'))
    expect(silent.map(([name]) => name)).toEqual([])
  })

  it('are not reported as cut off if the words that decide are unreadable', () => {
    const doubted = [...damaged].filter(([, { messages }]) =>
      messages.some(({ reason }) => /^no sentence at its end/.test(reason)),
    )
    expect(doubted.map(([name]) => name)).toEqual([])
  })

  it('point at the written text', () => {
    expect(faults).toEqual([])
  })
})
