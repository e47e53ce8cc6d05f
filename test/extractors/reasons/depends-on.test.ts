import { describe, expect, it } from 'vitest'
import type { ItemSurroundings } from '../../../extractors/extractor.ts'
import { type Decision, read } from './read.ts'

describe('the item on which an item depends', () => {
  const headings: readonly (readonly [string, Decision])[] = [
    ['MRI of the knee', 'upheld'],
    ['Left knee arthroscopy with meniscectomy', 'upheld'],
    ['Crutches for purchase', 'upheld'],
    ['Epidural steroid injection at L5-S1', 'upheld'],
    ['Right shoulder arthroscopy with rotator cuff repair', 'overturned'],
    ['Associated surgical service: sling', 'overturned'],
  ]
  const injected: readonly (readonly [string, Decision])[] = [
    ['Lumbar epidural steroid injection at L4-5', 'upheld'],
    ['Fluoroscopic guidance', 'upheld'],
    ['Norco 10/325mg #60', 'upheld'],
    ['Colace 100mg #60', 'upheld'],
    ['Left total knee arthroplasty', 'upheld'],
    ['Lumbar fusion L4-L5', 'upheld'],
    ['Front wheeled walker', 'upheld'],
  ]
  const items = headings.map(([heading, decision], at) => ({ ordinal: at + 1, heading, decision }))
  const of = (ordinal: number, text: string) => read(text, { ...items[ordinal - 1]!, items }).dependsOn

  it.each([
    [3, 'As the requested surgery is not medically necessary, neither are the crutches.', 2],
    [3, 'Since the operation has not been approved, no crutches are needed.', 2],
    [1, 'As the injection is not supported, imaging for it is not indicated.', 4],
    [6, 'The concurrent request for surgery is supported, and a sling belongs to it.', 5],
    [3, 'There is no weakness. The request is not medically necessary.', null],
    [2, 'There was no weakness. The requested surgery is not medically necessary.', null],
    [3, 'As the bone scan is not approved, this request is not supported.', null],
  ])('of item %i: %s', (ordinal, text, expected) => {
    expect(of(ordinal, text)).toBe(expected)
  })

  const more = injected.map(([heading, decision], at) => ({ ordinal: at + 1, heading, decision }))

  it.each([
    [2, 'As the injection is not medically necessary, neither is the guidance.', 1],
    [4, 'Because the opioid is not certified, a stool softener is no longer needed.', 3],
    [7, 'Since the knee arthroplasty is not approved, a walker is not needed.', 5],
    [7, 'As the fusion is not medically necessary, the walker is not medically necessary.', 6],
    [7, 'Since the primary procedure is not medically necessary, this associated request is not either.', 5],
    [4, 'The opioid has not been found medically necessary. A stool softener is thus moot.', 3],
    [7, 'The need for a walker depends on the fusion, and the latter is not supported.', 6],
    [2, 'There is no use for guidance in the absence of the injection.', 1],
  ])('of item %i of another letter: %s', (ordinal, text, expected) => {
    expect(read(text, { ...more[ordinal - 1]!, items: more }).dependsOn).toBe(expected)
  })

  it('is an injection where a letter has no operation', () => {
    const few = more.slice(0, 2)
    const text = 'As the primary procedure is not supported, the guidance is not supported.'
    expect(read(text, { ...few[1]!, items: few }).dependsOn).toBe(1)
  })
})

describe('ways to say that a service goes with an operation', () => {
  const about = (heading: string, decision: ItemSurroundings['decision']): ItemSurroundings => {
    const headings = ['Left knee arthroscopy with meniscectomy', heading, 'Norco 5/325mg #60']
    const items = headings.map((heading, at) => ({ ordinal: at + 1, heading, decision }))
    return { ...items[1]!, items }
  }

  it.each([
    ['Crutches', 'In light of the non-certification of the surgery, crutches are not needed.'],
    ['Crutches', 'Given that item 1 is not certified, this is not supported.'],
    ['Crutches', 'As request number one is not medically necessary, the crutches are not medically necessary.'],
    ['Crutches', 'With the operation denied, there is no use for them.'],
    ['Crutches', 'Without approval of the arthroscopy, crutches are not indicated.'],
    ['Crutches', 'Because an adverse decision was rendered on the surgery, they are not needed.'],
    ['Crutches', 'Since the primary request is not certified, this request is not medically necessary.'],
    ['Pre-operative EKG', 'There is no approved surgery to which a tracing would belong.'],
    ['Pre-operative EKG', 'Surgery is not recommended at this time; therefore testing is not medically necessary.'],
    ['Pre-operative EKG', 'The decision for surgery is upheld; the tracing is thus not medically necessary.'],
    [
      'Post-operative physical therapy x 8',
      'As the patient does not meet the criteria for the surgery, it is not needed.',
    ],
    ['Post-operative physical therapy x 8', 'The surgery has not been established as medically necessary.'],
    [
      'Associated surgical service: cold pack',
      'None of the associated services is necessary when the operation is not.',
    ],
    ['Associated surgical service: cold pack', 'The primary procedure is not medically necessary.'],
  ])('%s: %s', (heading, text) => {
    const { reasons, dependsOn } = read(`${text} The request is not medically necessary.`, about(heading, 'upheld'))
    expect(reasons.map(({ code }) => code)).toContain('depends-on-denied-item')
    expect(dependsOn).toBe(1)
  })

  it.each([
    ['Crutches', 'The surgery has been found to be medically necessary. Crutches are customary after it.'],
    ['Crutches', 'This follows from the approval of item 1.'],
    ['Assistant surgeon', 'As the associated procedure is supported, the assistant is supported too.'],
  ])('granted with it, %s: %s', (heading, text) => {
    const { reasons, dependsOn } = read(`${text} The request is medically necessary.`, about(heading, 'overturned'))
    expect(reasons.map(({ code }) => code)).toContain('supports-necessary-item')
    expect(dependsOn).toBe(1)
  })

  it.each([
    ['Crutches', 'The criteria for the surgery were met. Crutches are not part of the request that was sent.'],
    ['Crutches', 'The claims administrator gave no reason for the denial of the crutches. They are on loan already.'],
    ['Physical therapy x 8', 'He has had 12 visits, which exceeds the guideline.'],
  ])('not of %s: %s', (heading, text) => {
    expect(read(`${text} The request is not medically necessary.`, about(heading, 'upheld')).dependsOn).toBe(null)
  })
})
