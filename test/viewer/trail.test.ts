import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ResultTrail, rememberTrail, waysFrom } from '../../viewer/browser/search/trail.ts'

const RUN = { before: 'CM16-9000001', after: null }

const trail = (changes: Partial<ResultTrail> = {}): ResultTrail => ({
  back: '#/search?q=knee',
  cases: ['CM16-9000003', 'CM16-9000004', 'CM16-9000005'].map(ref => ({ ref, pointer: '/disputedItems/0' })),
  total: 3,
  isFirstPage: true,
  further: null,
  ...changes,
})

const placeOf = (found: ResultTrail, ref: string): string => {
  rememberTrail(found)
  return waysFrom(ref, RUN).place
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})

describe('the place of a case among the results', () => {
  it('is that among all cases found, however many pages of results there are', () => {
    expect(placeOf(trail(), 'CM16-9000004')).toBe('2 of 3 cases found')
    // Several decisions of a case may be on the next page, so that it adds no case.
    expect(placeOf(trail({ further: '#/search?q=knee&after=9' }), 'CM16-9000004')).toBe('2 of 3 cases found')
    expect(placeOf(trail({ total: 1200, further: '#/search?after=9' }), 'CM16-9000003')).toBe('1 of 1,200 cases found')
    const one = trail({ cases: trail().cases.slice(0, 1), total: 1 })
    expect(placeOf(one, 'CM16-9000003')).toBe('1 of 1 case found')
  })

  it('is that on the page for later pages', () => {
    const later = trail({ total: 31, isFirstPage: false })
    expect(placeOf(later, 'CM16-9000005')).toBe('3 of 3 on this page, 31 cases found')
  })

  it('is not named for a case that was not found', () => {
    rememberTrail(trail())
    expect(waysFrom('CM16-9000009', RUN)).toMatchObject({ place: '', back: '#/search?q=knee', after: null })
  })
})
