import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  caseFacts,
  type Diagnosis,
  type Draft,
  emptyOf,
  found,
  judged,
  mapFound,
  settle,
  shiftedDraft,
  span,
  verbatim,
} from '../../document/index.ts'

const schema = caseFacts.shape.diagnoses.element.pick({ text: true, sites: true })
const draft: Draft<Pick<Diagnosis, 'text' | 'sites'>> = {
  text: verbatim('neck strain', span(0, 11), 'cue'),
  sites: [{ part: found('neck', span(0, 4), 'site'), side: null }],
}

describe('settle', () => {
  it('splits a draft into its values and their places, by JSON Pointer', () => {
    const { value, places } = settle(schema, draft)
    expect(value).toEqual({ text: 'neck strain', sites: [{ part: 'neck', side: null }] })
    expect(places.map(place => place.pointer)).toEqual(['/text', '/sites/0/part'])
  })

  it('adds what the draft leaves out, in the order of the schema', () => {
    const { value, places } = settle(caseFacts, {
      worker: { sex: found('male', span(5, 9), 'b') },
      dates: { decision: found<string>('2016-06-02', span(0, 4), 'a') },
    })
    expect(Object.keys(value)).toEqual(Object.keys(caseFacts.shape))
    expect(value).toEqual({
      ...emptyOf(caseFacts),
      dates: { ...emptyOf(caseFacts.shape.dates), decision: '2016-06-02' },
      worker: { ...emptyOf(caseFacts.shape.worker), sex: 'male' },
    })
    expect(places.map(place => place.pointer)).toEqual(['/dates/decision', '/worker/sex'])
  })

  it('invents no required value', () => {
    expect(schema.safeParse(settle(schema, {}).value).success).toBe(false)
  })

  it('escapes pointers as RFC 6901 requires', () => {
    const { places } = settle(z.object({ 'a/b~c': z.string() }), { 'a/b~c': found('x', span(0, 1), 'r') })
    expect(places[0]?.pointer).toBe('/a~1b~0c')
  })
})

describe('emptyOf', () => {
  it('is null and empty lists, all the way down', () => {
    expect(emptyOf(caseFacts)).toMatchObject({
      caseNumber: null,
      reviewer: { statesOfLicensure: [], certifications: [] },
      disputedItems: [],
      outcome: null,
    })
  })
})

describe('judged', () => {
  it('is a value of the record without a place in the letter', () => {
    const sure = z.object({ sure: z.number() })
    expect(settle(sure, { sure: judged<number>(0.9, 'r') })).toEqual({ value: { sure: 0.9 }, places: [] })
    expect(shiftedDraft(judged(0.9, 'r'), 100)).toEqual(judged(0.9, 'r'))
  })
})

describe('shiftedDraft', () => {
  it('moves every place and keeps the shape', () => {
    expect(shiftedDraft(draft, 100)).toEqual({
      text: { value: 'neck strain', spans: [{ start: 100, end: 111 }], rule: 'cue', verbatim: true },
      sites: [{ part: { value: 'neck', spans: [{ start: 100, end: 104 }], rule: 'site' }, side: null }],
    })
  })

  it('is undone by moving back', () => {
    expect(shiftedDraft(shiftedDraft(draft, 7), -7)).toEqual(draft)
  })
})

describe('mapFound', () => {
  it('reaches values in lists', () => {
    expect(mapFound([found(1, span(0, 1), 'r')], ({ value }) => value)).toEqual([1])
  })
})
