import { describe, expect, it } from 'vitest'
import { findSites } from '../../terminology/sites/sites.ts'

const read = (text: string): string =>
  findSites(text)
    .map(({ part, side }) => (side ? `${side.value} ${part.value}` : part.value))
    .join(', ')

describe('sites', () => {
  it.each([
    ['a part alone', 'cervical spine sprain', 'neck'],
    ['back without more', 'MRI of the back', 'low-back'],
    ['side before its part', 'contusion of the right anterior knee', 'right knee'],
    ['side after its part', 'ankle sprain, left', 'left ankle'],
    ['side in parentheses', 'X-ray shoulder (R)', 'right shoulder'],
    ['side shared over and', 'strain of the left hip and knee', 'left hip, left knee'],
    ['side shared over a slash', 'right wrist/hand pain', 'right wrist, right hand'],
    [
      'side shared in a list',
      'bilateral shoulder, elbow, and wrist',
      'bilateral shoulder, bilateral elbow, bilateral wrist',
    ],
    ['not shared with the middle', 'left shoulder and neck pain', 'left shoulder, neck'],
    ['not shared over words', 'left knee sprain with ankle pain', 'left knee, ankle'],
    ['plural means both', 'pain in the shoulders', 'bilateral shoulder'],
    ['plural with a side', 'numbness of bilateral feet', 'bilateral foot'],
    ['fingers may be of one hand', 'X-ray of the fingers of the right hand', 'right finger'],
    ['two sides in one breath', 'left and right sided sciatica', 'bilateral low-back'],
    ...['R/L', 'L & R', 'R>L', 'B/L', 'b/l', 'BL', 'bilat', 'bilat.', 'Bil', '(B)', 'Lt. and rt.'].map(side => [
      `both sides: ${side}`,
      `${side} knee sprain`,
      'bilateral knee',
    ]),
    ['the letter of a level beside a side', 'MRI of the L-spine and R hip', 'low-back, right hip'],
    ['greater than', 'knee pain, right greater than left', 'bilateral knee'],
    ['abbreviations', 'NCV of the RUE and BLE', 'right upper-extremity, bilateral lower-extremity'],
    ['levels', 'left L4-5 injection', 'left low-back'],
    ['a levels letter is no side', 'TFESI at L 4-5, C5', 'neck'],
    ['implied', 'De Quervain tenosynovitis', 'wrist'],
    ['implied, limb gives the side', 'carpal tunnel syndrome, left upper limb', 'left wrist'],
    ['implied with its own part', 'rotator cuff tear of the right shoulder', 'right shoulder'],
    ['weakly implied', 'impingement syndrome of the left ankle', 'left ankle'],
    ['toe by its foot', 'left foot 3rd digit fracture', 'left toe'],
    ['unqualified leg', 'right leg weakness', 'right lower-extremity'],
    ['two regions in a word', 'thoracolumbar sprain', 'upper-back, low-back'],
    ['only looks like a part', 'face-to-face visit', ''],
    ['misspelt parts', 'right sholder pain and cervial sprain', 'right shoulder, neck'],
    ['misspelt sides', 'bilatral knee pain and rigth hip pain', 'bilateral knee, right hip'],
    ['nothing', 'hypertension', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('has the places of part and side', () => {
    const text = 'strain of the left hip and knee'
    const knee = findSites(text)[1]!
    expect(text.slice(knee.part.spans[0]!.start, knee.part.spans[0]!.end)).toBe('knee')
    expect(text.slice(knee.side!.spans[0]!.start, knee.side!.spans[0]!.end)).toBe('left')
    expect(knee.side!.rule).toBe('sites/side-shared')
  })

  it('finishes on a hostile phrase', () => {
    expect(findSites('left knee - '.repeat(40_000)).length).toBeGreaterThan(0)
    expect(findSites(`left${' -'.repeat(50_000)} knee`)).toEqual([])
  })
})
