import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSource } from '../../../document/index.ts'
import { fold } from '../../../pipeline/fold/index.ts'
import { sourceOf } from '../../letters.ts'
import { samples } from '../../samples.ts'

const folded = (text: string): string => fold(sourceOf(text)).text

/** How text reads after folding, and why. */
const ROWS: readonly [why: string, text: string, expected: string][] = [
  ['line ends become spaces', 'pain of the\nlower back', 'pain of the lower back'],
  ['empty lines and runs of spaces are one space', 'one \n\n\n  two\t three', 'one two three'],
  ['pages join', 'left\fknee', 'left knee'],
  ['a hyphen at a line end stays where the word needs it', 'Non-\nMTUS', 'Non-MTUS'],
  ['and goes where the letter writes the word whole', 'lum-\nbar strain, lumbar pain', 'lumbar strain, lumbar pain'],
  ['or where the language does', 'a per-\nsistent pain', 'a persistent pain'],
  ['or where a half is no word', 'lumbar radicu-\nlopathies', 'lumbar radiculopathies'],
  ['also in capitals', 'DECI-\nSIONS', 'DECISIONS'],
  ['but stays where both are words', 'a work-\nrelated injury', 'a work-related injury'],
  ['and behind what often takes one', 'anti-\ndepressants', 'anti-depressants'],
  ['and where the letter writes it so', 'post-op care, post-\nop pain', 'post-op care, post-op pain'],
  ['joined lines leave a space', 'since 11-4- 16 a per- sistent pain', 'since 11-4-16 a persistent pain'],
  ['but a writer may set one', 'Low Back- Lumbar, Knee/ Leg', 'Low Back- Lumbar, Knee/ Leg'],
  ['a soft hyphen is nothing, and so is the line end behind it', 'radicu\u00ad\nlopathy', 'radiculopathy'],
  ['a suspended hyphen keeps its space', 'pre-\nand post-operative', 'pre- and post-operative'],
  ['a date wraps after its slash', 'on 10/10/\n2016', 'on 10/10/2016'],
  ['and when the next line is indented', 'on 10/10/\n    2016', 'on 10/10/2016'],
  ['"and/or" is one word', 'left and/\nor right', 'left and/or right'],
  ['an address wraps behind its scheme', 'see http://\nwww.example.org', 'see http://www.example.org'],
  [
    'what a browser prints below every page is a running head',
    'one\nfile:///letters/knee.html 1/2\ftwo\nfile:///letters/knee.html 2/2',
    'one two',
  ],
  ['page numbers are running heads', 'first page\n1\fsecond page\n2', 'first page second page'],
  ['"Page n of m" is a running head also without page breaks', 'one\nPage 1 of 2\ntwo\nPage 2 of 2', 'one two'],
  [
    'a line that every page has at the top is a running head',
    'Final letter 12\none\fFinal letter 13\ntwo\fFinal letter 14\nthree',
    'one two three',
  ],
  [
    'a heading that stands again above a later page is a running head',
    'CLINICAL CASE SUMMARY\nHe fell.\fCLINICAL CASE SUMMARY (CONTINUED)\nHe was hurt.',
    'CLINICAL CASE SUMMARY He fell. He was hurt.',
  ],
  ...['', ' (continued)', " (cont'd)", ' - cont.', ' CONTINUED'].map((suffix): [string, string, string] => [
    `also as "…${suffix}"`,
    `DOCUMENTS REVIEWED\nA letter.\fDOCUMENTS REVIEWED${suffix}\nA report.`,
    'DOCUMENTS REVIEWED A letter. A report.',
  ]),
  [
    'but not where it opens another letter',
    'CLINICAL CASE SUMMARY\nHe says\nno\fCLINICAL CASE SUMMARY\nHe says\nyes\fThe end',
    'CLINICAL CASE SUMMARY He says no CLINICAL CASE SUMMARY He says yes The end',
  ],
  [
    'the rest of a sentence below every page is not',
    'This is\nnecessary.\fThat is\nnecessary.',
    'This is necessary. That is necessary.',
  ],
  [
    'a label that stands on top of every page is not',
    'Decision rationale: as above\none\fDecision rationale: as above\ntwo',
    'Decision rationale: as above one Decision rationale: as above two',
  ],
]

describe('fold', () => {
  it.each(ROWS)('%s', (_why, text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it('maps every unit back to its character', () => {
    const source = sourceOf('The first\n\nof two-\nfold things\fon two pages')
    const { text, origins } = fold(source)
    expect(origins).toHaveLength(text.length)
    for (const [at, origin] of origins.entries())
      if (/[a-z]/.test(text[at]!)) expect(source.text[origin]).toBe(text[at])
  })

  it('leaves it out even at a page end', () => {
    const source = sourceOf('seen for radicu-\flopathies today')
    const view = fold(source)
    const start = view.text.indexOf('radiculopathies')
    const places = toSource(view, { start, end: start + 'radiculopathies'.length })
    expect(places.map(place => source.text.slice(place.start, place.end))).toEqual(['radicu', 'lopathies'])
  })

  it('leaves the hyphen of a broken word out of evidence', () => {
    const source = sourceOf('a per-\nsistent pain')
    const pieces = toSource(fold(source), { start: 2, end: 12 })
    expect(pieces.map(piece => source.text.slice(piece.start, piece.end))).toEqual(['per', 'sistent'])
  })

  it('cuts evidence at pages and around what it left out', () => {
    const source = sourceOf('a long\n1\fstory\n2')
    const view = fold(source)
    const pieces = toSource(view, { start: 0, end: view.text.length })
    expect(pieces.map(piece => source.text.slice(piece.start, piece.end))).toEqual(['a long', 'story'])
  })

  it('reads the same however lines are wrapped', () => {
    const word = fc.constantFrom('pain', 'of', 'the', 'left', 'knee', 'L4-L5', '(chronic)', '10/10/2016')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', ' \n')), { minLength: 1 }), parts => {
        const wrapped = parts.map(([one, gap]) => one + gap).join('')
        expect(folded(wrapped)).toBe(parts.map(([one]) => one).join(' '))
      }),
      samples(100),
    )
  })

  it('has single spaces, and origins in ascending order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const { origins, text: view } = fold(sourceOf(text))
        expect(view).not.toContain('  ')
        expect(origins.every((origin, at) => at === 0 || origin >= origins[at - 1]!)).toBe(true)
      }),
      samples(100),
    )
  })
})
