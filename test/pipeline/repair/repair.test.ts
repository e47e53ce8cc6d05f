import { describe, expect, it } from 'vitest'
import { found, span, verbatim } from '../../../document/index.ts'
import { draftInOriginal, repair, toRepaired } from '../../../pipeline/repair/index.ts'

const ROWS: readonly [why: string, written: string, repaired: string][] = [
  ['a wrong letter', 'a lumbaf strain', 'a lumbar strain'],
  ['a digit for a letter', 'the cerv1cal spine', 'the cervical spine'],
  ['a lost letter', 'some gabapntin daily', 'some gabapentin daily'],
  ['an added letter', 'the shoullder hurts', 'the shoulder hurts'],
  ['two letters exchanged', 'the shuolder hurts', 'the shoulder hurts'],
  ['a space inside', 'a lumba r strain', 'a lumbar strain'],
  ['a stray capital', 'a DecisiOn on a lumbaf strain', 'a Decision on a lumbar strain'],
  ['letters among digits', 'Zoloft 1O0 mgs quantty', 'Zoloft 100 mgs quantity'],
  ['as the letter writes it elsewhere', 'the MTUS, or MTU5', 'the MTUS, or MTUS'],
  ['small words', 'a stroin wos in the hip ond the knee', 'a strain was in the hip and the knee'],
  ['words grown together', 'of Texas,FloridaCalifornia', 'of Texas,Florida California'],
  ['fixed wordings', 'Sectlon(s1: Summary', 'Section(s): Summary'],
  ['small words in them', 'dld not cite eny medical evidnce', 'did not cite any medical evidence'],
  ['a wording with a wrong character at its edge', 'tate(s) of Licensureq Texas', 'State(s) of Licensure: Texas'],
  ['no year but the one that is written', 'Chronic Paim Medical Treatment 2018', 'Chronic Pain Medical Treatment 2018'],
  ['a chapter and its year', 'Low Bock Complaints 20O4', 'Low Back Complaints 2004'],
]

/** Sound words around it, so that damage is the exception; but not so many that it is ignored. */
const AROUND = 'He was seen again today and said that this is so: '

describe('repair', () => {
  it.each(ROWS)('%s', (_why, written, repaired) => {
    expect(repair(AROUND + written).text).toBe(AROUND + repaired)
  })

  it.each([
    ['sound words', 'Eight visits of therapy for the lumbar spine'],
    ['what two words are equally near to', 'a zond of ice'],
    ['plurals and compounds of known words', 'three concussions, two inlays, one nonfocal exam, a postinjury visit'],
    ['vertebrae and codes', 'fusion at L4-l5, code E0730'],
  ])('leaves %s', (_what, written) => {
    expect(repair(AROUND + written).text).toBe(AROUND + written)
  })

  it('leaves another language', () => {
    const written = 'Der Patient leidet seit langem unter Schmerzen im unteren Bereich'
    expect(repair(written).text).toBe(written)
  })

  it('leaves a letter with many unknown names', () => {
    const names = 'Bexovantil, Quorvasten, Hydrozimanol and Trelliquist of Wexlethorpe'
    const written = `${'The worker has pain in the lower back. '.repeat(30)}A lumbaf strain. ${names}.`
    expect(repair(written).text).toBe(written)
  })

  it('leaves a letter in which few words are unknown', () => {
    const written = `${'The worker has pain in the lower back. '.repeat(20)}A lumbaf strain.`
    expect(repair(written).text).toBe(written)
  })
})

describe('draftInOriginal', () => {
  const repaired = repair(`${AROUND}pain, a lumbaf strain and ther apy`)
  const at = (word: string) => span(repaired.text.indexOf(word), repaired.text.indexOf(word) + word.length)

  it('points at the original text', () => {
    const { spans } = draftInOriginal(repaired, found('M54', at('therapy'), 'a rule'))
    expect(spans.map(({ start, end }) => repaired.original.slice(start, end))).toEqual(['ther apy'])
  })

  it('gives verbatim values as written, and others as read', () => {
    expect(draftInOriginal(repaired, verbatim(repaired.text, at('lumbar strain'), 'a rule')).value).toBe(
      'lumbaf strain',
    )
    expect(draftInOriginal(repaired, found('lumbar strain', at('lumbar strain'), 'a rule')).value).toBe('lumbar strain')
  })

  it('maps there and back', () => {
    for (const word of ['pain', 'strain', 'and']) {
      const start = repaired.original.indexOf(word)
      expect(repaired.text.startsWith(word, toRepaired(repaired, start))).toBe(true)
    }
  })
})
