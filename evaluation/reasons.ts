import type { CaseRecord, DisputedItem } from '../document/index.ts'
import type { GoldItem } from './gold.ts'
import type { Score } from './tally.ts'

/**
 * Scores the reasons of one item: its codes together and individually, the decisive one, the clauses at which the right
 * ones were found (if `text`, the canonical text, is given), and the item on which this one depends.
 */
export function scoreReasons(
  score: Score,
  gold: GoldItem,
  item: DisputedItem | undefined,
  record: CaseRecord,
  text: string | undefined,
): void {
  if (gold.dependsOn !== undefined) score.pair('items.dependsOn', gold.dependsOn, item?.dependsOn ?? null)
  if (!gold.reasons) return
  const expected = gold.reasons.map(({ code }) => code)
  const got = (item?.reasons ?? []).map(({ code }) => code)
  score.list('items.reasons', expected, got)
  score.pair('items.reasons.first', expected[0] ?? null, got[0] ?? null)
  score.pair('items.reasons.firstFound', expected[0] ?? null, got.find(code => code === expected[0]) ?? null)
  if (item && text !== undefined) scoreClauses(score, gold.reasons, item, record, text)
  const one = (list: readonly string[], code: string) => (list.includes(code) ? code : null)
  for (const code of new Set<string>([...expected, ...got]))
    score.pair(`items.reasons=${code}`, one(expected, code), one(got, code))
}

type GoldReason = NonNullable<GoldItem['reasons']>[number]

/** How many of the right codes have evidence that overlaps the annotator's quotation. */
function scoreClauses(
  score: Score,
  golds: readonly GoldReason[],
  item: DisputedItem,
  record: CaseRecord,
  text: string,
): void {
  const at = `/disputedItems/${item.ordinal - 1}`
  const letters = lettersOf(text, record.evidence[`${at}/rationale`] ?? [])
  for (const { code, quote } of golds) {
    const index = item.reasons.findIndex(reason => reason.code === code)
    if (index < 0 || quote === undefined) continue
    const clause = placeOf(letters, quote)
    const places = record.evidence[`${at}/reasons/${index}/code`] ?? []
    const overlaps = clause !== null && places.some(({ start, end }) => start <= clause.last && clause.first < end)
    score.pair('items.reasons.clause', code, overlaps ? code : null)
  }
}

/** The letters and digits at some places of a text, each with its offset, regardless of breaks and spaces. */
function lettersOf(text: string, places: readonly { start: number; end: number }[]) {
  const offsets: number[] = []
  let flat = ''
  for (const { start, end } of places)
    for (let at = start; at < end; at++) {
      const letter = text[at]!.toLowerCase()
      if (!/[a-z0-9]/.test(letter)) continue
      flat += letter
      offsets.push(at)
    }
  return { flat, offsets }
}

function placeOf({ flat, offsets }: ReturnType<typeof lettersOf>, quote: string) {
  const bare = quote.toLowerCase().replace(/[^a-z0-9]/g, '')
  const at = flat.indexOf(bare)
  return at < 0 ? null : { first: offsets[at]!, last: offsets[at + bare.length - 1]! }
}

/** Scores the parts of a rationale, and what else is read from it. */
export function scoreRationale(score: Score, gold: GoldItem, item: DisputedItem | undefined): void {
  if (gold.rationaleParts)
    score.list('items.rationaleParts', gold.rationaleParts.map(partText), (item?.rationaleParts ?? []).map(partText))
  if (gold.priorSessions !== undefined)
    score.pair('items.priorSessions', gold.priorSessions, item?.priorSessions ?? null)
  if (gold.mtusSilent !== undefined)
    score.pair('items.mtusSilent', word(gold.mtusSilent), word(item?.mtusSilent ?? null))
}

const partText = ({ part, text }: { part: string; text: string }): string => `${part} | ${text}`

const word = (silent: true | null): string | null => (silent ? 'silent' : null)
