import { describe, expect, it } from 'vitest'
import {
  type Diagnosis,
  type Draft,
  found,
  judged,
  mapFound,
  placed,
  settle,
  span,
  verbatim,
} from '../../document/index.ts'

const draft: Draft<Pick<Diagnosis, 'text' | 'sites'>> = {
  text: verbatim('neck strain', span(0, 11), 'cue'),
  sites: [{ part: found('neck', span(0, 4), 'site'), side: null }],
}

describe('settle', () => {
  it('splits a draft into its values and their places, by JSON Pointer', () => {
    const { value, places } = settle<Pick<Diagnosis, 'text' | 'sites'>>(draft)
    expect(value).toEqual({ text: 'neck strain', sites: [{ part: 'neck', side: null }] })
    expect(places.map(place => place.pointer)).toEqual(['/text', '/sites/0/part'])
  })

  it('escapes pointers as RFC 6901 asks', () => {
    const { places } = settle<{ 'a/b~c': string }>({ 'a/b~c': found('x', span(0, 1), 'r') })
    expect(places[0]?.pointer).toBe('/a~1b~0c')
  })
})

describe('judged', () => {
  it('is a value of the record without a place in the letter', () => {
    expect(settle<{ sure: number }>({ sure: judged(0.9, 'r') })).toEqual({ value: { sure: 0.9 }, places: [] })
    expect(placed(judged(0.9, 'r'), 100)).toEqual(judged(0.9, 'r'))
  })
})

describe('placed', () => {
  it('moves every place and leaves the shape alone', () => {
    expect(placed(draft, 100)).toEqual({
      text: { value: 'neck strain', spans: [{ start: 100, end: 111 }], rule: 'cue', verbatim: true },
      sites: [{ part: { value: 'neck', spans: [{ start: 100, end: 104 }], rule: 'site' }, side: null }],
    })
  })

  it('is undone by moving back', () => {
    expect(placed(placed(draft, 7), -7)).toEqual(draft)
  })
})

describe('mapFound', () => {
  it('reaches values in lists', () => {
    expect(mapFound([found(1, span(0, 1), 'r')], ({ value }) => value)).toEqual([1])
  })
})
