import { describe, expect, it } from 'vitest'
import type { ItemSurroundings } from '../../../extractors/extractor.ts'
import { mtusSilent, priorSessions, reasons } from '../../../extractors/reasons/index.ts'
import { inventedClauses } from '../../../training/examples.ts'
import { plain } from '../items/plain.ts'

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

describe('reasons of a reviewer, after what a guideline says', () => {
  it.each(inventedClauses().fitted.map(({ decision, codes: [code], words }) => [decision, code!, words] as const))(
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
      'a conclusion that speaks of support',
      'There is no weakness. Therefore, the brace would not be supported at this time.',
      ['case: There is no weakness.', 'conclusion: Therefore, the brace would not be supported at this time.'],
    ],
    [
      'a premise before a conclusion that no article opens',
      'Consequently, absent any sign of weakness, MRI of the wrist is not medically necessary.',
      [
        'summing-up: Consequently, absent any sign of weakness,',
        'conclusion: MRI of the wrist is not medically necessary.',
      ],
    ],
    [
      'what somebody else denied it for',
      'The UR report of March denied the scan because no deficit was recorded. The worker is strong.',
      [
        'recital: The UR report of March denied the scan because no deficit was recorded.',
        'case: The worker is strong.',
      ],
    ],
    [
      'literature that is not named',
      'According to a recent review, the gel helped in sprains. In this case the knee is arthritic.',
      [
        'recital: According to a recent review, the gel helped in sprains.',
        'case: In this case the knee is arthritic.',
      ],
    ],
    [
      'points that are numbered',
      '1) Six visits were had. 2) According to the ODG, ten are allowed. 3) The request is not medically necessary.',
      [
        'recital: 1) Six visits were had. 2) According to the ODG, ten are allowed.',
        'conclusion: 3) The request is not medically necessary.',
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
      'of several in one clause the one said first',
      'Neither neurologic deficits nor functional improvement are documented.',
      ['findings-do-not-support', 'no-functional-improvement'],
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
      'According to the ODG, magnets are not recommended. The worker has neck pain.',
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
    expect(codes('The worker was seen in May. The request is not medically necessary.')).toEqual([])
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
    ['Physical therapy, 6 visits', 'The request for an initial 12 sessions is within the guideline.', null],
    ['Physical therapy, 6 visits', 'Nothing exceptional was told to warrant 12 initial sessions.', null],
    ['Physical therapy, 6 visits', 'The administrator authorized a trial of an initial 6 sessions.', null],
    ['Physical therapy, 6 visits', 'The worker was previously authorized 6 sessions of physical therapy.', null],
    ['Physical therapy, 6 visits', 'Relief should be recorded after six sessions.', null],
    ['Physical therapy, 6 visits', 'She was found better with the initial 6 visits.', 6],
    ['Physical therapy, 6 visits', 'He gained motion from the first eight sessions of therapy.', 8],
    ['Physical therapy, 6 visits', 'He was approved for 6 prior sessions and did not gain by them.', 6],
    ['Physical therapy, 6 visits', 'He was approved for and completed at least 9 therapy visits.', 9],
    ['Physical therapy, 6 visits', 'The worker has attended 8 of 12 visits.', 8],
    ['Physical therapy, 6 visits', 'There have been fourteen sessions to date.', 14],
    ['Physical therapy, 6 visits', 'Ten sessions of hand therapy were completed in May.', 10],
    ['Physical therapy, 6 visits', 'She has had physical therapy x 12 and still limps.', 12],
    ['Physical therapy, 6 visits', 'He completed physical therapy (16 sessions) after the fall.', 16],
    ['Physical therapy, 6 visits', 'He completed physical therapy x 6 weeks.', null],
    ['Physical therapy, 6 visits', 'He has 6 visits left.', null],
    ['Physical therapy, 6 visits', 'Nine visits are behind him, and he still limps.', 9],
    ['Physical therapy, 6 visits', 'He had 8 visits authorized in June.', null],
    ['Acupuncture, 6 visits', 'Despite 12 acupuncture sessions he takes as many tablets as before.', 12],
    ['Chiropractic treatment, 8 sessions', 'She has already had 24 chiropractic treatments.', 24],
    ['Cognitive behavioral therapy, 6 sessions', 'Following ten psychotherapy sessions she still fears the road.', 10],
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
