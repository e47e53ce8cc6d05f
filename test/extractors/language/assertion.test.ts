import { describe, expect, it } from 'vitest'
import { assertionOf, withoutModifiers } from '../../../extractors/language/assertion.ts'

const all = (text: string) => ({ start: 0, end: text.length })
const words = (text: string): string => {
  const { start, end } = withoutModifiers(text, all(text))
  return text.slice(start, end).trim()
}

describe('assertion', () => {
  it.each([
    ['wrist sprain', 'present', 'wrist sprain'],
    ['possible wrist sprain', 'possible', 'wrist sprain'],
    ['probable left wrist fracture', 'possible', 'left wrist fracture'],
    ['rule out fracture', 'possible', 'fracture'],
    ['strain versus radiculopathy', 'possible', 'strain versus radiculopathy'],
    ['history of asthma', 'historical', 'asthma'],
    ['status post knee arthroscopy', 'historical', 'knee arthroscopy'],
    ['concussion, resolved', 'historical', 'concussion,'],
    ['no history of asthma', 'absent', 'asthma'],
    ['pneumonia, ruled out', 'absent', 'pneumonia,'],
    ['neck pain with possible radiculopathy', 'present', 'neck pain with possible radiculopathy'],
    ['post-concussion syndrome', 'present', 'post-concussion syndrome'],
  ])('%s: %s', (text, value, rest) => {
    expect(assertionOf(text, all(text)).value).toBe(value)
    expect(words(text)).toBe(rest)
  })

  it('says where the modifier stands', () => {
    const text = 'strain, possible tear'
    const { at } = assertionOf(text, { start: 8, end: text.length })
    expect(text.slice(at!.start, at!.end)).toBe('possible')
  })

  it('leaves a phrase of modifiers alone', () => {
    expect(words('history of')).toBe('history of')
  })
})
