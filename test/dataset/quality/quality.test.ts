import { describe, expect, it } from 'vitest'
import { ALL } from '../../../dataset/quality/coverage.ts'
import { percent } from '../../../dataset/quality/format.ts'
import { type Ingested, startQuality } from '../../../dataset/quality/quality.ts'
import { share } from '../../../dataset/quality/rate.ts'
import { renderQuality } from '../../../dataset/quality/render.ts'
import type { CaseRecord, Rejection } from '../../../document/index.ts'
import { recordOf } from '../support.ts'

const plain = recordOf('plain')
const [item] = plain.disputedItems
const records: readonly CaseRecord[] = [
  plain,
  recordOf('drug', {
    source: { ...plain.source, form: 'D1' },
    dates: { ...plain.dates, decision: '2014-12-31' },
    disputedItems: [
      { ...item!, drug: { name: 'norco', strength: null, quantity: 60, refills: null, ingredients: [] } },
      { ...item!, ordinal: 2, decision: 'upheld', confidence: 0.29 },
    ],
  }),
  recordOf('doubtful', {
    status: 'partial',
    dates: { ...plain.dates, decision: null },
    disputedItems: [],
    diagnoses: [],
    messages: [
      { code: 'item/none', severity: 'error', pointer: null, reason: 'no item' },
      { code: 'citation/unparsed', severity: 'warning', pointer: null, reason: 'one' },
      { code: 'citation/unparsed', severity: 'warning', pointer: null, reason: 'two' },
    ],
  }),
]
const rejection: Rejection = {
  id: plain.id,
  source: { name: 'a.txt', bytes: 1 },
  code: 'E_EMPTY',
  stage: 'read',
  reason: 'nothing but white space',
}
/** Two of the three records come from one file. */
const ingested: Ingested = {
  inputs: 5,
  records: 3,
  further: 1,
  rejections: 2,
  duplicates: 1,
  partial: 1,
  items: 3,
  repeated: 0,
}

function qualityOf(letters: readonly CaseRecord[], summary = ingested) {
  const sums = startQuality()
  for (const record of letters) sums.addRecord(record)
  for (const one of [rejection, rejection]) sums.addRejection(one)
  return sums.quality(summary, { masked: true, found: { phone: 2 } })
}

const quality = qualityOf(records)
const coverageIn = (year: string, form: string) =>
  quality.coverage.find(group => group.year === year && group.form === form)!

describe('quality', () => {
  it('reconciles its counts with those of the ingest', () => {
    expect(quality.reconciliation.map(({ agrees }) => agrees)).not.toContain(false)
    expect(quality.reconciliation[0]).toMatchObject({ counted: 5, expected: 5 })
    const lost = qualityOf(records.slice(1)).reconciliation.filter(({ agrees }) => !agrees)
    expect(lost.map(({ check }) => check)).toEqual([
      'inputs: records (one per file), rejections and duplicates',
      'records',
      'disputed items',
    ])
  })

  it('counts a field against the entries that could hold it', () => {
    const { fields, letters } = coverageIn(ALL, ALL)
    expect(letters).toBe(3)
    expect(fields['dates.decision']).toEqual({ entries: 3, filled: 2, share: 2 / 3 })
    expect(fields.diagnoses).toEqual({ entries: 3, filled: 2, share: 2 / 3 })
    expect(fields['disputedItems[].drug']).toEqual({ entries: 3, filled: 1, share: 1 / 3 })
    expect(fields['disputedItems[].drug.quantity']).toEqual({ entries: 1, filled: 1, share: 1 })
    expect(fields['disputedItems[].drug.refills']).toEqual({ entries: 1, filled: 0, share: 0 })
    expect(fields['disputedItems[].reviewer.citations[].pages']).toEqual({ entries: 3, filled: 0, share: 0 })
  })

  it('divides letters by year and form', () => {
    const groups = quality.coverage.map(({ year, form, letters }) => `${year} ${form} ${letters}`)
    expect(groups).toEqual([
      '(all) (all) 3',
      '(all) D1 1',
      '(all) D3 2',
      '2014 (all) 1',
      '2014 D1 1',
      '2016 (all) 1',
      '2016 D3 1',
      'unknown (all) 1',
      'unknown D3 1',
    ])
    expect(coverageIn('2014', 'D1').fields['disputedItems[].drug']).toMatchObject({ entries: 2, filled: 1 })
    expect(coverageIn('unknown', ALL).fields['disputedItems[].drug']?.share).toBeNull()
  })

  it('bins confidence by tenths, exactly at their edges', () => {
    const items = quality.confidence.find(({ of }) => of === 'disputedItems')
    expect(items).toEqual({ of: 'disputedItems', entries: 3, mean: 217 / 300, tenths: [0, 0, 1, 0, 0, 0, 0, 0, 0, 2] })
  })

  it('counts messages, and letters once per message', () => {
    expect(quality.messages).toEqual([
      { code: 'citation/unparsed', severity: 'warning', messages: 2, letters: 1 },
      { code: 'item/none', severity: 'error', messages: 1, letters: 1 },
    ])
  })

  it('compares the share upheld with the published one', () => {
    const published = { letters: 143983, upheldShare: 0.91, by: 'CWCI' }
    expect(quality.years).toEqual([
      { year: '2014', letters: 1, items: 2, upheld: 1, upheldShare: 0.5, published },
      { year: '2016', letters: 1, items: 1, upheld: 0, upheldShare: 0, published: expect.anything() },
      { year: 'unknown', letters: 1, items: 0, upheld: 0, upheldShare: null, published: null },
    ])
  })

  it('does not depend on the order of letters', () => {
    expect(renderQuality(qualityOf(records.toReversed()))).toEqual(renderQuality(quality))
  })
})

it.each([
  [1, 29, '3.4%'],
  [4, 21, '19.0%'],
  [38, 184, '20.7%'],
  [23, 2000, '1.2%'],
  [0, 0, '–'],
])('%i of %i is rounded once: %s', (part, whole, text) => {
  expect(percent(share(part, whole))).toBe(text)
})

describe('quality sheet', () => {
  const { json, markdown } = renderQuality(quality)

  it('is the same for programs', () => {
    const toFourPlaces = (_key: string, value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(4)) : value
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(quality, toFourPlaces)))
    expect(json).toContain('"share": 0.6667')
  })

  it('shows each topic in a table that Markdown can read', () => {
    expect(markdown.match(/^## .+$/gm)).toEqual([
      '## Counts that reconcile',
      '## Scores on 32 held-out letters',
      expect.stringMatching(/^## Scores on \d+ invented letters$/),
      '## Coverage by form of the letter',
      '## Coverage by year of the decision',
      '## Confidence',
      '## Doubts and contradictions',
      '## Denials upheld, compared with published figures',
      '## Personal identifiers',
    ])
    for (const table of markdown.matchAll(/(?:^\|.*\|\n?)+/gm)) {
      const widths = table[0]
        .trim()
        .split('\n')
        .map(line => line.split(/(?<!\\)\|/).length)
      expect(new Set(widths).size).toBe(1)
    }
    expect(markdown).toContain('| disputedItems[].drug | 3 | 33.3% | 50.0% | 0.0% |')
    expect(markdown).toContain('| phone | 2 |')
  })

  it('reports counts that do not agree', () => {
    expect(renderQuality(qualityOf([])).markdown).toContain('| records | 0 | 3 | NO |')
  })

  it('cannot be broken by the name of a version', () => {
    const odd = recordOf('odd', { extractor: { name: 'imr', version: '<b>|' } })
    expect(renderQuality(qualityOf([odd])).markdown).not.toContain('<b>')
  })
})
