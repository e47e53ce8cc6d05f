import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractRecord } from '../../../pipeline/index.ts'
import { item, letterText, sourceOf } from '../../letters.ts'
import { samples } from '../../samples.ts'

/** Names of items with the full stops, commas, colons and abbreviations that writers use. */
const BASES = [
  'Gym membership w/ pool access',
  'Tramadol ER 150mg, 1 tab p.o. q.d. p.r.n.',
  'Back brace, rigid, for the low back',
  'EMG/NCV of the left upper ext.',
  'Lidocaine 5% patch (box of 30)',
  'Associated surgical service: Cold therapy unit',
  'Labs to include: CBC, CMP',
  'Norco 10/325 mg.',
  'Follow-up visit w/ Dr. Hale',
  'Physical therapy 2x/wk. for 6 wks.',
  'Retrospective: Ketoprofen 20% cream, 167 gm.',
  'HOME EXERCISE KIT, PURCHASE',
  'Trial of a T.E.N.S. unit, 30 days',
  'Caregiver to help when the spouse is at work',
  'Psych. eval. (initial). Testing: MMPI-2, B.D.I.',
  'Assistant surgeon (P.A.)',
  'Consult w/ pain mgmt., Dr. A. B. Reyes, M.D.',
]
const PARTS = [
  'Duration: 6 months',
  'QTY: 30.00',
  'Qty. 60',
  'Refills: 1',
  'DOS: 3/4/2016',
  'CPT codes: 97110, 97140',
  'Left knee and low back',
  '12 visits (3 x 4)',
  'Rental, then purchase',
]

const name = fc
  .tuple(
    fc.constantFrom(...BASES),
    fc.uniqueArray(fc.constantFrom(...PARTS), { maxLength: 3 }),
    fc.constantFrom(', ', '. ', '; '),
  )
  .map(([base, parts, between]) =>
    // An existing full stop is not doubled.
    [base, ...parts].reduce((all, part) => `${all}${all.endsWith('.') && between === '. ' ? ' ' : between}${part}`),
  )

/** How rationales end: with their conclusion, or with advice after it. */
const rationale = fc.constantFrom(
  'Nothing shows why exercise on land would fail. The request is not medically necessary.',
  'She saw Dr. Hale on 3-4-16 (Reed, 2011). As such, this request is medically necessary.',
  'The dose is 10 mg. per day. Therefore, the request for Norco 10/325 mg. #60 is not medically necessary and appropriate.',
  'He has been without it for a year. Medical necessity has not been established.',
  'Not medically necessary.',
  'No benefit was shown (Reed, 2011). Recommend non-certification.',
  'The drug does not help. The request is not medically necessary. The drug should be tapered, and the prescriber may ' +
    'consult the guidelines on how this is done.',
  'No reason is given',
)

const outcome = fc.constantFrom(': Upheld', ' is: Overturned', ':\nUpheld', ' are: Upheld')

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd()
}

const nameIn = (text: string): string | undefined => extractRecord(sourceOf(text)).disputedItems[1]?.text

/** The second of two items, after the rationale of the first. */
function letterOf(title: string, result: string, reason: string, width: number): string {
  const [first, second] = [
    item({ rationale: wrapped(reason, 90) }),
    item({ heading: wrapped(title, width), outcome: result }),
  ]
  return letterText({ items: [`${first}\n\n${second}`] })
}

describe('the name of an item in plain text', () => {
  it.each([
    ['its parts behind full stops', 'Gym membership w/ pool access. Duration: 6 months', ': Upheld'],
    ['abbreviations', 'Tramadol ER 150mg, 1 tab p.o. q.d. p.r.n., QTY: 30.00, Refills: 1', ':\nUpheld'],
    ['a short line inside', 'Back brace, rigid,\nfor the low back', ': Upheld'],
    ['a verb', 'Caregiver to help when the spouse is at work', ' is: Upheld'],
    ['small letters', 'physical therapy, lumbar spine. 12 visits', ': Upheld'],
  ])('is whole with %s', (_name, heading, result) => {
    const letter = letterText({ items: [item(), item({ heading, outcome: result })] })
    for (const text of [letter, letter.replace(/\n+/g, '\n'), letter.replace(/\s+/g, ' ')])
      expect(nameIn(text)).toBe(heading.replace('\n', ' '))
  })

  it('is whole without empty lines, in lines of any width', () => {
    fc.assert(
      fc.property(name, outcome, rationale, fc.integer({ min: 24, max: 90 }), (title, result, reason, width) => {
        expect(nameIn(letterOf(title, result, reason, width).replace(/\n+/g, '\n'))).toBe(title)
      }),
      samples(150),
    )
  })

  it('is whole in one flow of words', () => {
    fc.assert(
      fc.property(name, outcome, rationale, (title, result, reason) => {
        fc.pre(reason.endsWith('.'))
        expect(nameIn(letterOf(title, result, reason, 90).replace(/\s+/g, ' '))).toBe(title)
      }),
      samples(100),
    )
  })
})
