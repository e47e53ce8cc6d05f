import { describe, expect, it } from 'vitest'
import { mtusSilent, priorSessions } from '../../../extractors/reasons/index.ts'
import { inventedClauses } from '../../../training/examples.ts'
import { plain } from '../items/plain.ts'
import { codes, type Decision, item, read } from './read.ts'

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
