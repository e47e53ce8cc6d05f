import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Found } from '../document/index.ts'
import { type Gold, judgementsOf, loadGold } from '../evaluation/index.ts'
import { annotate, normalize, readLetter, segment } from '../pipeline/index.ts'

/**
 * Counts how often each way of finding an entry is right, on the letters of the corpus and on others with gold, and
 * writes counts and values into `vocabulary/confidence.json`:
 *
 *     npm run calibrate -- --gold FOLDER --letters FOLDER --gold FOLDER --letters FOLDER
 *
 * The file says how a value follows from its counts. Rows of which few entries are met keep what they have.
 */
const ROOT = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [join(ROOT, '..', 'shared', 'gold', 'letters')] },
    letters: { type: 'string', multiple: true, default: [join(ROOT, '..', 'shared', 'letters')] },
  },
})
const FILE = join(ROOT, 'vocabulary', 'confidence.json')
const FEWEST = 5
/** What the table is for; the confidence of reasons is learned with them (`train.ts`). */
const KINDS = ['diagnoses', 'treatments', 'disputedItems'] as const

interface Row {
  readonly of: string
  readonly features: readonly string[]
  readonly right?: number
  readonly entries?: number
  readonly value: number
}
interface CountedTable {
  readonly caution: Readonly<Record<string, number>>
  readonly rows: readonly Row[]
}
interface Count {
  entries: number
  right: number
}

const counts = new Map<string, Count>()
await countIn(join(ROOT, 'corpus', 'gold'), join(ROOT, 'corpus', 'letters'))
for (const [at, gold] of values.gold.entries()) await countIn(gold, values.letters[at]!)
const table: CountedTable = JSON.parse(readFileSync(FILE, 'utf8'))
writeFileSync(FILE, JSON.stringify({ ...table, rows: table.rows.map(row => counted(row, table)) }))

async function countIn(goldFolder: string, letters: string): Promise<void> {
  const files = new Map(readdirSync(letters).map(name => [name.replace(/\.\w+$/, ''), name]))
  for (const [letter, gold] of loadGold(goldFolder)) {
    const name = files.get(letter)
    if (name === undefined || !existsSync(join(letters, name))) throw new Error(`no letter ${letter} in ${letters}`)
    await countOne(readFileSync(join(letters, name)), name, gold)
  }
}

async function countOne(bytes: Uint8Array, name: string, gold: Gold): Promise<void> {
  const annotated = annotate(segment(await readLetter({ bytes, name }))[0]!)
  const judged = judgementsOf(normalize(annotated), gold)
  const rules = {
    diagnoses: annotated.caseDrafts.flatMap(({ diagnoses = [] }) => diagnoses.map(ruleOf)),
    treatments: annotated.caseDrafts.flatMap(({ treatments = [] }) => treatments.map(ruleOf)),
    disputedItems: annotated.itemDrafts.map(drafts => ruleOf(drafts.find(({ confidence }) => confidence)!)),
  }
  for (const kind of KINDS) for (const [at, { right }] of judged[kind].entries()) add(rules[kind][at]!, right)
}

function ruleOf({ confidence }: { readonly confidence?: Found<number> }): string {
  return confidence!.rule
}

function add(rule: string, right: boolean): void {
  const count = counts.get(rule) ?? { entries: 0, right: 0 }
  count.entries++
  if (right) count.right++
  counts.set(rule, count)
}

/** What was seen rarely is near 0.9; caution multiplies the error, since what is often wrong is still more so elsewhere. */
function counted(row: Row, { caution }: CountedTable): Row {
  const count = counts.get(['confidence', row.of, ...row.features].join('/'))
  const { right, entries } = count && count.entries >= FEWEST ? count : row
  if (right === undefined || entries === undefined) return row
  const value = Math.round(100 * (1 - caution[row.of]! * (1 - (right + 9) / (entries + 10)))) / 100
  return { ...row, right, entries, value }
}
