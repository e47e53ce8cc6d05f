import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DisputedItem } from '../document/index.ts'
import { loadGold } from '../evaluation/index.ts'
import { type ItemSurroundings, reasonReading } from '../extractors/index.ts'
import { extractRecord, readLetter } from '../pipeline/index.ts'

type Clause = reasonReading.RationaleClause

/** A clause with the reasons that it states; `weight`: how far it is believed. */
export interface Example {
  readonly decision: DisputedItem['decision']
  readonly words: string
  readonly codes: readonly string[]
  readonly weight: number
}

/** A disputed item of a letter with gold. */
export interface ItemWithGold {
  /** The folder of the letter, or the file of the rationale. */
  readonly source: string
  readonly letter: string
  readonly rationale: string
  readonly about: ItemSurroundings
  readonly clauses: readonly Clause[]
  readonly gold: readonly string[]
  /** The reasons for which annotators quote each clause. */
  readonly stated: readonly (readonly string[])[]
  readonly examples: readonly Example[]
}

/** An annotator quotes one clause for a reason, though another may say it too: what is not quoted may still state one. */
const UNQUOTED = 0.4

/** The items of letters with gold, as the program finds them. */
export async function itemsOf(letters: string, gold: string): Promise<ItemWithGold[]> {
  const items: ItemWithGold[] = []
  for (const [letter, { disputedItems }] of loadGold(gold)) {
    const path = ['pdf', 'txt'].map(ending => join(letters, `${letter}.${ending}`)).find(existsSync)!
    const { disputedItems: found } = extractRecord(await readLetter({ bytes: readFileSync(path), name: letter }))
    const surroundings = found.map(({ ordinal, decision, text }) => ({ ordinal, decision, heading: text }))
    for (const [at, item] of found.entries()) {
      const reasons = disputedItems?.[at]?.reasons ?? []
      if (reasons.length === 0) continue
      const about = { ...surroundings[at]!, items: surroundings }
      items.push(itemWithGold({ source: letters, letter, rationale: item.rationale ?? '', about, reasons }))
    }
  }
  return items
}

interface GoldReason {
  readonly code: string
  readonly quote?: string | undefined
}

/** A rationale with the reasons that annotators give. */
export function itemWithGold({
  reasons,
  ...item
}: Pick<ItemWithGold, 'source' | 'letter' | 'rationale' | 'about'> & {
  readonly reasons: readonly GoldReason[]
}): ItemWithGold {
  const clauses = reasonReading.clausesOf(item.rationale)
  const stated = statedIn(item.rationale, clauses, reasons)
  const examples = examplesOf(item.rationale, item.about.decision, clauses, stated)
  return { ...item, clauses, gold: reasons.map(({ code }) => code), stated, examples }
}

const ofCase = ({ part }: Clause): boolean => part === 'case' || part === 'summing-up'

function statedIn(text: string, clauses: readonly Clause[], reasons: readonly GoldReason[]): string[][] {
  const quoted = reasons.map(({ code, quote }) => ({ code, clause: clauseOf(text, clauses, quote ?? '') }))
  return clauses.map(clause => quoted.filter(one => one.clause === clause).map(({ code }) => code))
}

const examplesOf = (
  text: string,
  decision: DisputedItem['decision'],
  clauses: readonly Clause[],
  stated: readonly (readonly string[])[],
): Example[] =>
  clauses.flatMap((clause, at) => {
    const codes = stated[at]!
    if (codes.length === 0 && !ofCase(clause)) return []
    const words = text.slice(clause.start, clause.end)
    return [{ decision, words, codes, weight: codes.length > 0 ? 1 : UNQUOTED }]
  })

/** The clause that holds most of the words which an annotator quotes. */
function clauseOf(text: string, clauses: readonly Clause[], quote: string): Clause | undefined {
  const offsets = Array.from(text.matchAll(/[a-z0-9]/gi), ({ index }) => index)
  const flat = offsets.map(at => text[at]!.toLowerCase()).join('')
  const bare = quote.toLowerCase().replace(/[^a-z0-9]/g, '')
  const at = bare === '' ? -1 : flat.indexOf(bare)
  if (at < 0) return undefined
  const start = offsets[at]!
  const end = offsets[at + bare.length - 1]!
  const shared = (clause: Clause) => Math.min(end, clause.end) - Math.max(start, clause.start)
  return clauses.filter(clause => shared(clause) > 0).sort((a, b) => shared(b) - shared(a))[0]
}

const FOLDER = join(import.meta.dirname, 'clauses')

/** One in so many of the invented clauses is kept from training, so that a test can ask for it. */
const KEPT_FROM_TRAINING = 5

/** The clauses of `training/clauses/`. */
export interface InventedClauses {
  /** Those that rules were written on. */
  readonly fitted: readonly Example[]
  /** Those that were written before anybody looked at the rules, from which the classifier learns. */
  readonly learned: readonly Example[]
  /** The rest of these, from which nothing is learned. */
  readonly kept: readonly Example[]
}

/** Clauses of our own: files of lines, under the code that each states. */
export function inventedClauses(): InventedClauses {
  const files = readdirSync(FOLDER).sort()
  const fitted = files.filter(name => name.startsWith('fitted'))
  const free = files.filter(name => !name.startsWith('fitted')).flatMap(clausesIn)
  return {
    fitted: fitted.flatMap(clausesIn),
    learned: free.filter((_, at) => at % KEPT_FROM_TRAINING !== 0),
    kept: free.filter((_, at) => at % KEPT_FROM_TRAINING === 0),
  }
}

function clausesIn(name: string): Example[] {
  return readFileSync(join(FOLDER, name), 'utf8')
    .split(/^## /m)
    .flatMap(group => {
      const [code = '', ...lines] = group.split('\n').filter(line => line !== '')
      const codes = code === NO_CODE ? [] : [code]
      return lines.flatMap(words => decisionsOf(name).map(decision => ({ decision, words, codes, weight: 1 })))
    })
}

/** The heading of clauses that state no reason, whatever was decided. */
const NO_CODE = 'none'

function decisionsOf(name: string): Example['decision'][] {
  if (name.startsWith('neutral')) return ['upheld', 'overturned']
  return [name.includes('overturned') ? 'overturned' : 'upheld']
}
