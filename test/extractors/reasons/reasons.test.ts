import { describe, expect, it } from 'vitest'
import type { ItemSurroundings } from '../../../extractors/extractor.ts'
import { mtusSilent, priorSessions, reasons } from '../../../extractors/reasons/index.ts'
import { plain } from '../items/plain.ts'
import { OVERTURNED_PHRASES, UPHELD_PHRASES } from './phrases.ts'

type Decision = ItemSurroundings['decision']

const item = (decision: Decision, heading = 'MRI of the knee'): ItemSurroundings => ({
  ordinal: 1,
  decision,
  heading,
  items: [],
})

interface Read {
  readonly reasons: readonly { readonly code: string; readonly confidence: number }[]
  readonly rationaleParts: readonly { readonly part: string; readonly text: string }[]
  readonly dependsOn: number | null
}

const read = (text: string, about: ItemSurroundings = item('upheld')): Read =>
  plain(reasons.extract(text, about)) as unknown as Read

const codes = (text: string, about?: ItemSurroundings): string[] => read(text, about).reasons.map(({ code }) => code)

const phrases = (decision: Decision, list: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(list).flatMap(([code, all]) => all.map(phrase => [decision, code, phrase] as const))

describe('reasons of a reviewer, after what a guideline says', () => {
  it.each([...phrases('upheld', UPHELD_PHRASES), ...phrases('overturned', OVERTURNED_PHRASES)])(
    '%s, %s: %s',
    (decision, code, phrase) => {
      const conclusion = `The request is ${decision === 'upheld' ? 'not ' : ''}medically necessary.`
      const rationale = `The MTUS recommends this for some conditions. ${phrase} ${conclusion}`
      expect(codes(rationale, item(decision))).toContain(code)
    },
  )
})

describe('the parts of a rationale', () => {
  const cut = (text: string, decision: Decision = 'upheld') =>
    read(text, item(decision)).rationaleParts.map(({ part, text }) => `${part}: ${text}`)

  it.each([
    [
      'a guideline, the case and the conclusion',
      'The MTUS recommends six visits. The worker has had eight. The request is not medically necessary.',
      [
        'recital: The MTUS recommends six visits.',
        'case: The worker has had eight.',
        'conclusion: The request is not medically necessary.',
      ],
    ],
    [
      'what goes on in the words of the guideline is of the guideline',
      'According to the ODG, imaging follows a month of care. Red flags are exceptions. No red flag was noted.',
      [
        'recital: According to the ODG, imaging follows a month of care. Red flags are exceptions.',
        'case: No red flag was noted.',
      ],
    ],
    [
      'a summing up before the conclusion',
      'He has had ten visits. Given the lack of any gain, the request is not medically necessary.',
      [
        'case: He has had ten visits.',
        'summing-up: Given the lack of any gain,',
        'conclusion: the request is not medically necessary.',
      ],
    ],
    [
      'a quotation over several sentences',
      'The MTUS states, "Begin low. The patient is seen each month. Taper at once." In this case no visit is recorded.',
      [
        'recital: The MTUS states, "Begin low. The patient is seen each month. Taper at once."',
        'case: In this case no visit is recorded.',
      ],
    ],
    [
      'a quotation that nobody closes',
      'The ODG states, "Tests come after a month of care. The submitted records do not show a month of care.',
      [
        'recital: The ODG states, "Tests come after a month of care.',
        'case: The submitted records do not show a month of care.',
      ],
    ],
    [
      'a turn within a sentence',
      'While the chapter recommends a study for weakness, however, the worker was found to be strong.',
      [
        'recital: While the chapter recommends a study for weakness',
        'case: however, the worker was found to be strong.',
      ],
    ],
    [
      'nothing but the conclusion',
      'The request is not medically necessary.',
      ['conclusion: The request is not medically necessary.'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(cut(text)).toEqual(expected)
  })
})

describe('which reasons are given, and in what order', () => {
  const GUIDELINE = 'The MTUS recommends a trial of six visits.'

  it.each([
    [
      'as they are stated',
      'There is no weakness. No operation is planned.',
      ['findings-do-not-support', 'criteria-not-met'],
    ],
    [
      'what the summing up rests on comes first',
      'There is no weakness. Given that the twelve visits exceed the guideline, the request is not medically necessary.',
      ['exceeds-guideline-amount', 'findings-do-not-support'],
    ],
    [
      'of several in one clause the one higher in the table',
      'There is no record of relief or of a sensory deficit.',
      ['no-functional-improvement', 'findings-do-not-support'],
    ],
    [
      'what is left open comes behind what is concrete',
      'The dose is not given. There is no weakness.',
      ['findings-do-not-support', 'request-unclear'],
    ],
    [
      'a stock sentence comes last',
      'The provider gives no rationale. There is no weakness.',
      ['findings-do-not-support', 'no-rationale-given'],
    ],
    [
      'three at most',
      'There is no weakness. No operation is planned. The worker was not given a course of therapy. The dose is not given.',
      3,
    ],
    [
      'what a guideline says of others is no reason',
      'Patients who have no red flags are not imaged. There is no record of relief.',
      ['no-functional-improvement'],
    ],
    [
      'a guideline against the service itself is applied',
      'The MTUS does not recommend imaging of the knee. The worker had pain.',
      ['not-recommended'],
    ],
  ])('%s', (_name, text, expected) => {
    const found = codes(`${GUIDELINE} ${text}`)
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected)
  })

  it('a rationale that is only its conclusion is unexplained', () => {
    expect(codes('The request is not medically necessary.')).toEqual(['unexplained'])
  })

  it('a discussion of the case without a readable reason yields none', () => {
    expect(codes('The worker lives in a house. The request is not medically necessary.')).toEqual([])
  })

  it('each reason has a confidence', () => {
    for (const { confidence } of read('There is no weakness. The dose is not given.').reasons) {
      expect(confidence).toBeGreaterThan(0.5)
      expect(confidence).toBeLessThan(1)
    }
  })

  it('takes time in proportion to its length', () => {
    const long = 'There is no weakness of the hand, and no record of relief, '.repeat(600)
    expect(() => codes(long)).not.toThrow()
  })
})

describe('the item on which an item depends', () => {
  const headings: readonly (readonly [string, Decision])[] = [
    ['MRI of the knee', 'upheld'],
    ['Left knee arthroscopy with meniscectomy', 'upheld'],
    ['Crutches for purchase', 'upheld'],
    ['Epidural steroid injection at L5-S1', 'upheld'],
    ['Right shoulder arthroscopy with rotator cuff repair', 'overturned'],
    ['Associated surgical service: sling', 'overturned'],
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
})

describe('how many visits the worker has had', () => {
  const had = (heading: string, text: string) =>
    (plain(priorSessions.extract(text, item('upheld', heading))) as { priorSessions?: number | null }).priorSessions ??
    null

  it.each([
    ['Physical therapy, 6 visits', 'The worker has had twelve visits of physical therapy.', 12],
    ['Physical therapy, 6 visits', 'He completed at least 8 sessions without gain.', 8],
    ['Physical therapy, 6 visits', 'There were six previous sessions of therapy.', 6],
    ['Acupuncture, 6 visits', 'There was relief after 4/6 acupuncture treatments.', 4],
    ['Chiropractic treatment, 8 sessions', 'She has had ten chiropractic visits.', 10],
    ['Acupuncture, 6 visits', 'The worker has had twelve visits of physical therapy.', null],
    ['Physical therapy, 6 visits', 'The MTUS recommends up to 10 visits after 6 prior visits.', null],
    ['Physical therapy, 6 visits', 'The request is for 6 additional sessions.', null],
    ['MRI of the knee', 'The worker has had twelve visits of physical therapy.', null],
  ])('%s: %s', (heading, text, expected) => {
    expect(had(heading, text)).toBe(expected)
  })
})

describe('the MTUS is silent', () => {
  const silent = (text: string) => (plain(mtusSilent.extract(text)) as { mtusSilent: true | null }).mtusSilent

  it.each([
    ['The MTUS is silent on yoga.', true],
    ['The MTUS and the ODG do not address this device.', true],
    ['The California MTUS/ACOEM Guidelines do not specifically address the request.', true],
    ['According to the ODG (CA MTUS is silent), films follow a fall.', true],
    ['This is not addressed by the MTUS.', true],
    ['The MTUS has no recommendation for it.', true],
    ['The MTUS recommends six visits.', null],
    ['The MTUS does not recommend this.', null],
    ['The note does not address the need.', null],
    ['The ODG does not mention it.', null],
  ])('%s', (text, expected) => {
    expect(silent(text)).toBe(expected)
  })
})
