import { describe, expect, it } from 'vitest'
import { remembered } from '../../document/index.ts'

describe('a remembered answer', () => {
  it('is asked for only once', () => {
    const asked: string[] = []
    const length = remembered(word => asked.push(word) && word.length, 10)
    expect([length('knee'), length('hip'), length('knee')]).toEqual([4, 3, 4])
    expect(asked).toEqual(['knee', 'hip'])
  })

  it('is forgotten when there are too many', () => {
    const asked: string[] = []
    const same = remembered(word => asked.push(word) && word, 2)
    expect(['a', 'b', 'a', 'c', 'a'].map(same)).toEqual(['a', 'b', 'a', 'c', 'a'])
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
})
