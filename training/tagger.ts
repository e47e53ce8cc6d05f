import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CaseRecord } from '../document/index.ts'
import { type Gold, loadGold, matchNamed } from '../evaluation/index.ts'
import { extractRecord, readLetter } from '../pipeline/index.ts'
import { perceptron, type Sequence, type Tagger, type TokenFeatures } from './perceptron.ts'

/**
 * Compares rules with a learned tagger of diagnoses and treatments, by cross-validation over letters with gold:
 *
 *     npm run train:tagger -- --gold FOLDER --letters FOLDER
 *
 * The rules were written on these letters, so that their own figures are too high. Decision 19 says what came of it.
 */
const ROOT = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [join(ROOT, '..', 'shared', 'gold', 'letters')] },
    letters: { type: 'string', multiple: true, default: [join(ROOT, '..', 'shared', 'letters')] },
  },
})
const FOLDS = 8
const ROUNDS = 10
/** Entries of the rules below this confidence are left to the tagger. */
const UNSURE = 0.85
const KINDS = ['diagnoses', 'treatments'] as const
type NamedKind = (typeof KINDS)[number]

interface GoldLetter {
  readonly text: string
  readonly record: CaseRecord
  readonly gold: Gold
}
interface TaggedEntry {
  readonly text: string
}
/** An entry as gold names it. */
interface Named extends TaggedEntry {
  readonly also: readonly string[]
}

const letters = await lettersWithGold()
print(`${letters.length} letters, ${FOLDS} folds, ${ROUNDS} rounds; strict F1`)
for (const kind of KINDS) {
  const taggers = (withRules: boolean) =>
    Array.from({ length: FOLDS }, (_, fold) =>
      perceptron(
        letters.filter((_, at) => at % FOLDS !== fold).map(letter => sequenceOf(letter, kind, withRules)),
        ROUNDS,
      ),
    )
  const [alone, informed] = [taggers(false), taggers(true)]
  const ways: Readonly<Record<string, (letter: GoldLetter, fold: number) => readonly TaggedEntry[]>> = {
    'rules alone': ({ record }) => record[kind],
    'tagger alone': (letter, fold) => entriesOf(letter, alone[fold]!, kind, false),
    'tagger, told what the rules found': (letter, fold) => entriesOf(letter, informed[fold]!, kind, true),
    'tagger where rules are unsure': (letter, fold) =>
      decided(letter.record[kind], entriesOf(letter, informed[fold]!, kind, true)),
  }
  for (const [name, entries] of Object.entries(ways)) print(`${kind.padEnd(12)}${name.padEnd(36)}${f1(kind, entries)}`)
}

async function lettersWithGold(): Promise<GoldLetter[]> {
  const found: GoldLetter[] = []
  for (const [at, folder] of values.gold.entries())
    for (const [name, gold] of loadGold(folder)) {
      const path = ['pdf', 'txt'].map(ending => join(values.letters[at]!, `${name}.${ending}`)).find(existsSync)!
      const record = extractRecord(await readLetter({ bytes: readFileSync(path), name }))
      found.push({ text: record.clinicalCaseSummary ?? '', record, gold })
    }
  return found
}

function f1(kind: NamedKind, entries: (letter: GoldLetter, fold: number) => readonly TaggedEntry[]): string {
  let [right, all] = [0, 0]
  for (const [at, letter] of letters.entries()) {
    const expected: readonly Named[] = letter.gold[kind] ?? []
    const found = entries(letter, at % FOLDS)
    right += matchNamed(expected, found).filter(({ strict }) => strict).length
    all += expected.length + found.length
  }
  return ((2 * right) / all).toFixed(3)
}

/** An entry that is sure stays; an unsure one stays, or changes its words, if the tagger agrees that something is there. */
function decided(
  rules: readonly (TaggedEntry & { confidence: number })[],
  tagged: readonly TaggedEntry[],
): TaggedEntry[] {
  const kept = rules.flatMap(entry => {
    if (entry.confidence >= UNSURE) return [entry]
    return tagged.find(other => other.text.includes(entry.text) || entry.text.includes(other.text)) ?? []
  })
  return [...new Map(kept.map(entry => [entry.text.toLowerCase(), entry])).values()]
}

interface WordToken {
  readonly text: string
  readonly start: number
  readonly end: number
}

function tokensOf(text: string): WordToken[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[-'’./][\p{L}\p{N}]+)*|[^\s]/gu), ({ 0: word, index }) => ({
    ...{ text: word, start: index, end: index + word.length },
  }))
}

/** B, I and O of the first place of each name. */
function tagsOf(text: string, tokens: readonly WordToken[], names: readonly string[]): string[] {
  const tags = tokens.map(() => 'O')
  for (const name of names.toSorted((one, other) => other.length - one.length)) {
    const start = text.indexOf(name)
    if (start < 0) continue
    const inside = [...tokens.keys()].filter(at => tokens[at]!.start >= start && tokens[at]!.end <= start + name.length)
    if (inside.some(at => tags[at] !== 'O')) continue
    for (const [place, at] of inside.entries()) tags[at] = place === 0 ? 'B' : 'I'
  }
  return tags
}

function sequenceOf({ text, record, gold }: GoldLetter, kind: NamedKind, withRules: boolean): Sequence {
  const tokens = tokensOf(text)
  const names = (gold[kind] ?? []).flatMap(({ text, also }) => [text, ...also])
  return { tokens: featuresOf(text, tokens, record, kind, withRules), tags: tagsOf(text, tokens, names) }
}

function featuresOf(
  text: string,
  tokens: readonly WordToken[],
  record: CaseRecord,
  kind: NamedKind,
  withRules: boolean,
): TokenFeatures[] {
  const words = tokens.map(token => token.text.toLowerCase())
  const names = (of: NamedKind): string[] => record[of].map(entry => entry.text)
  const rules = withRules ? tagsOf(text, tokens, names(kind)) : []
  return tokens.map((token, at) => {
    const word = words[at]!
    const around = [-3, -2, -1, 1, 2, 3].map(step => `${step} ${words[at + step] ?? ''}`)
    const own = [word, `end ${word.slice(-4)}`, `shape ${shapeOf(token.text)}`, `pair ${words[at - 1] ?? ''} ${word}`]
    const next = `pair ${word} ${words[at + 1] ?? ''}`
    const told = withRules
      ? [`rule ${rules[at]}`, `rule ${rules[at - 1]} ${rules[at]} ${rules[at + 1]}`, `rule ${rules[at]} ${word}`]
      : []
    return [...own, next, ...around, ...told]
  })
}

function shapeOf(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/g, '0')
}

function entriesOf({ text, record }: GoldLetter, tagger: Tagger, kind: NamedKind, withRules: boolean): TaggedEntry[] {
  const tokens = tokensOf(text)
  const tags = tagger(featuresOf(text, tokens, record, kind, withRules))
  const spans: { start: number; end: number }[] = []
  for (const [at, tag] of tags.entries()) {
    if (tag === 'O') continue
    const last = spans.at(-1)
    if (tag === 'I' && last && tags[at - 1] !== 'O') last.end = tokens[at]!.end
    else spans.push({ start: tokens[at]!.start, end: tokens[at]!.end })
  }
  const texts = spans.map(({ start, end }) => text.slice(start, end))
  return [...new Map(texts.map(text => [text.toLowerCase(), { text }])).values()]
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
