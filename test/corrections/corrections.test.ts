import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  applyCorrections,
  type Correction,
  fromLabelStudio,
  goldOf,
  inForce,
  labelStudioTask,
} from '../../corrections/index.ts'
import type { CaseRecord } from '../../document/index.ts'
import { extractRecord, readLetter } from '../../pipeline/index.ts'

const LETTERS = join(import.meta.dirname, '..', '..', 'corpus', 'letters')

async function letter(name: string): Promise<{ record: CaseRecord; text: string }> {
  const source = await readLetter({ name, bytes: new Uint8Array(readFileSync(join(LETTERS, name))) })
  return { record: extractRecord(source), text: source.text }
}

const { record, text } = await letter('CM16-9000003.pdf')

let made = 0
const said = (one: Partial<Correction>): Correction => ({
  id: `said-${++made}`,
  at: '2026-01-02T03:04:05.000Z',
  by: 'A. Reader',
  case: record.id,
  action: 'change',
  pointer: '',
  ...one,
})

describe('corrections', () => {
  it.each([
    ['a number', '/worker/age', 47],
    ['a text', '/diagnoses/1/text', 'radiculopathy'],
    ['what may be absent', '/diagnoses/0/icd10', null],
    ['an object', '/diagnoses/0/icd10', { code: 'M51.9', display: 'Unspecified disc disorder', edition: '2022' }],
  ])('change %s, with a message', (_name, pointer, value) => {
    const places = [{ start: 3, end: 9, page: 1, boxes: [] }]
    const { record: after, applied } = applyCorrections(record, [said({ pointer, value, places })])
    const at = (root: unknown) =>
      pointer
        .split('/')
        .slice(1)
        .reduce((node, step) => (node as Record<string, unknown>)[step], root)
    expect(at(after)).toEqual(value)
    expect(at(record)).not.toEqual(value)
    expect(applied).toHaveLength(1)
    expect(after.evidence[pointer]).toEqual([{ ...places[0], rule: 'correction' }])
    expect(after.messages).toContainEqual(expect.objectContaining({ code: 'value/corrected', pointer }))
  })

  it('change what is derived from a decision', () => {
    const decisions = record.disputedItems.map((_, at) =>
      said({ pointer: `/disputedItems/${at}/decision`, value: 'overturned' }),
    )
    const { record: after } = applyCorrections(record, decisions)
    expect(after.outcome).toBe('overturned')
    expect(after.disputedItems.every(item => item.medicallyNecessary)).toBe(true)
  })

  it('delete entries with everything that points to them, and leave the others in place', () => {
    const gone = [1, 3].map(at => said({ action: 'delete', pointer: `/diagnoses/${at}` }))
    const { record: after } = applyCorrections(record, gone)
    const left = record.diagnoses.filter((_, at) => at !== 1 && at !== 3)
    expect(after.diagnoses).toEqual(left)
    for (const [at, { text: words }] of left.entries()) {
      const [place] = after.evidence[`/diagnoses/${at}/text`]!
      expect(text.slice(place!.start, place!.end).replace(/\s+/g, ' ')).toBe(words)
    }
    expect(after.evidence[`/diagnoses/${left.length}/text`]).toBeUndefined()
  })

  it('append an entry to the others', () => {
    const value = { text: 'anxiety', assertion: 'present', icd10: null, sites: [], confidence: 0.99 }
    const { record: after } = applyCorrections(record, [said({ action: 'add', pointer: '/diagnoses/-', value })])
    expect(after.diagnoses.at(-1)).toEqual(value)
  })

  it('apply the last correction of a value, unless it was revoked', () => {
    const [first, second] = [said({ pointer: '/worker/age', value: 50 }), said({ pointer: '/worker/age', value: 51 })]
    expect(inForce([first, second])).toEqual([second])
    expect(applyCorrections(record, [first, second]).record.worker.age).toBe(51)
    const back = said({ action: 'withdraw', pointer: '/worker/age', of: second.id })
    expect(applyCorrections(record, [first, second, back]).record.worker.age).toBe(50)
  })

  it('find their entry if the list has changed, and are lost if it is gone', () => {
    const { text: entry, assertion: was } = record.diagnoses[2]!
    const one = said({ pointer: '/diagnoses/2/assertion', was, entry, value: 'possible' })
    const fewer = { ...record, diagnoses: record.diagnoses.slice(1), evidence: {}, messages: [] }
    expect(applyCorrections(fewer, [one]).record.diagnoses[1]).toMatchObject({ text: entry, assertion: 'possible' })
    const without = { ...record, diagnoses: record.diagnoses.toSpliced(2, 1), evidence: {}, messages: [] }
    expect(applyCorrections(without, [one])).toMatchObject({ record: { diagnoses: without.diagnoses }, lost: [one] })
    const otherwise = said({ pointer: '/worker/age', was: 12, value: 13 })
    expect(applyCorrections(record, [otherwise]).lost).toEqual([otherwise])
  })

  it('that make no valid record throw', () => {
    expect(() => applyCorrections(record, [said({ pointer: '/worker/age', value: 'old' })])).toThrow(TypeError)
  })
})

describe('gold from corrections', () => {
  it('contains only what was completely reviewed', () => {
    expect(goldOf(record, [])).toBeNull()
    const one = said({ action: 'accept', pointer: '/diagnoses/0/text' })
    expect(goldOf(record, [one])).toBeNull()
    expect(Object.keys(goldOf(record, [one, said({ action: 'accept', pointer: '/diagnoses' })])!)).toEqual([
      'diagnoses',
    ])
    const worker = Object.keys(record.worker).map(name => said({ action: 'accept', pointer: `/worker/${name}` }))
    expect(goldOf(record, worker)).toEqual({ worker: record.worker })
    expect(Object.keys(goldOf(record, [said({ action: 'accept', pointer: '' })])!).length).toBeGreaterThan(8)
  })

  it('has the shape that the guide describes', () => {
    const gold = goldOf(record, [said({ action: 'accept', pointer: '' })])!
    expect(gold.diagnoses![0]).toEqual({
      text: 'lumbar disc displacement',
      also: [],
      assertion: 'present',
      icd10: 'M51',
      sites: [{ part: 'low-back', side: null }],
    })
    expect(gold.disputedItems![0]!.rationale).toEqual({
      flatSha256: expect.stringMatching(/^[0-9a-f]{16}$/),
      flatLength: expect.any(Number),
    })
  })
})

describe('Label Studio', () => {
  type Task = {
    predictions: { result: { id: string; value: { start: number; end: number; text: string; labels: string[] } }[] }[]
  }
  const { predictions } = labelStudioTask(record, text) as Task
  const result = predictions[0]!.result.map(one => ({ ...one, type: 'labels' }))
  const annotated = (regions: readonly unknown[]) =>
    fromLabelStudio(record, text, {
      id: 7,
      created_at: '2026-01-02T03:04:05.123456Z',
      completed_by: { email: 'reader@example.org' },
      result: [...regions],
    })

  it('gets every entry with its text', () => {
    for (const { value } of result) expect(value.text).toBe(text.slice(value.start, value.end))
    expect(new Set(result.map(({ value }) => value.labels[0]))).toEqual(new Set(['diagnosis', 'treatment', 'item']))
  })

  it('takes unchanged regions for confirmations', () => {
    const { corrections } = annotated(result)
    expect(new Set(corrections.map(({ action }) => action))).toEqual(new Set(['accept']))
    expect(applyCorrections(record, corrections)).toMatchObject({ record, lost: [] })
  })

  it('returns what was moved, removed and added, with the same ids each time', () => {
    const at = text.indexOf('low back pain')
    const [first, second, ...rest] = result
    const moved = { ...first!, value: { ...first!.value, start: first!.value.start + 'lumbar '.length } }
    const fresh = {
      id: 'new',
      type: 'labels',
      value: { start: at, end: at + 'low back pain'.length, labels: ['diagnosis'] },
    }
    const item = { id: 'item', type: 'labels', value: { start: 0, end: 4, labels: ['item'] } }
    const { corrections, skipped } = annotated([moved, ...rest, fresh, item])
    const after = applyCorrections(record, corrections).record
    const texts = after.diagnoses.map(one => one.text)
    expect(texts).toContain('disc displacement')
    expect(texts).not.toContain(second!.value.text)
    expect(texts.at(-1)).toBe('low back pain')
    expect(skipped).toBe(1)
    expect(annotated([moved, ...rest, fresh, item]).corrections).toEqual(corrections)
  })
})
