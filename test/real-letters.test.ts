import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseRecord, SourceDocument } from '../document/index.ts'
import { type Evaluation, evaluate, f1, loadGold } from '../evaluation/index.ts'
import { extractRecord, readLetter } from '../pipeline/index.ts'
import { evidenceFaults } from './evidence.ts'
import { sourceOf } from './letters.ts'

/** Published letters and their gold exist only next to the project where it is developed. */
const SHARED = join(import.meta.dirname, '..', '..', 'shared')
const SETS = [
  ['corpus', join(import.meta.dirname, '..', 'corpus', 'letters'), join(import.meta.dirname, '..', 'corpus', 'gold')],
  ['posted letters', join(SHARED, 'letters'), join(SHARED, 'gold', 'letters')],
  ['seeds', join(SHARED, 'seeds'), join(SHARED, 'gold', 'seeds')],
].filter(([, folder]) => existsSync(folder!)) as [string, string, string][]

const STRUCTURE =
  /^(?:caseNumber|dates|priority|statesOfLicensure|certifications|clinicalCaseSummary|items\.(?:count|text|decision|rationale(?!Parts)))/

describe.each(SETS)('%s', (_name, letters, gold) => {
  const sources = new Map<string, SourceDocument>()
  const records = new Map<string, CaseRecord>()
  let evaluation: Evaluation

  beforeAll(async () => {
    for (const name of readdirSync(letters)) {
      const source = await readLetter({ bytes: readFileSync(join(letters, name)), name })
      const base = name.replace(/\.\w+$/, '')
      sources.set(base, source)
      records.set(base, extractRecord(source))
    }
    evaluation = evaluate(loadGold(gold), records)
  })

  it('has letters and gold', () => {
    expect(evaluation.letters).toBeGreaterThan(0)
  })

  it('reads every structural field', () => {
    const scores = Array.from(evaluation.fields, ([field, { correct, found, gold }]) => ({
      field,
      score: f1(correct, found, gold),
    }))
    const low = scores.filter(({ field, score }) => STRUCTURE.test(field) && score !== null && score < 0.995)
    expect(low).toEqual([])
  })

  it('reads what both sides cited', () => {
    for (const side of ['claimsAdministrator', 'reviewer']) {
      const citations = evaluation.fields.get(`${side}.citations`)!
      const sections = evaluation.fields.get(`${side}.sections`)!
      expect(f1(citations.correct, citations.found, citations.gold)).toBeGreaterThanOrEqual(0.98)
      expect(f1(sections.correct, sections.found, sections.gold)).toBeGreaterThanOrEqual(0.95)
    }
  })

  it.each([
    ['without the weight of its fonts', (text: string) => text],
    ['and without empty lines', (text: string) => text.replace(/\s*\n\s*/g, '\n').replace(/\n*\f\n*/g, '\n')],
    ['and without lines', (text: string) => text.replace(/\s+/g, ' ')],
  ])('names every item as gold does, %s', (_how, plain) => {
    const names = (items: readonly { text: string }[] = []) => items.map(({ text }) => text)
    for (const [name, expected] of loadGold(gold))
      expect(names(extractRecord(sourceOf(plain(sources.get(name)!.text))).disputedItems), name).toEqual(
        names(expected.disputedItems),
      )
  })

  it('has evidence for every value', () => {
    const faults = Array.from(records, ([name, record]) => ({
      name,
      faults: evidenceFaults(sources.get(name)!, record),
    }))
    expect(faults.filter(one => one.faults.length > 0)).toEqual([])
  })

  it('needs no fonts', () => {
    for (const [name, source] of sources) {
      const plain = extractRecord({ ...source, runs: [] })
      expect({ name, items: plain.disputedItems }).toEqual({ name, items: records.get(name)!.disputedItems })
    }
  })

  it('reads the same from the text alone', async () => {
    for (const [name, source] of sources) {
      const text = await readLetter({ bytes: new TextEncoder().encode(source.text), name: `${name}.txt` })
      const { disputedItems, diagnoses, dates, reviewer } = extractRecord(text)
      expect({ name, disputedItems, diagnoses, dates, reviewer }).toEqual({ name, ...pick(records.get(name)!) })
    }
  })
})

const pick = ({ disputedItems, diagnoses, dates, reviewer }: CaseRecord) => ({
  disputedItems,
  diagnoses,
  dates,
  reviewer,
})
