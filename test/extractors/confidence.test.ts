import { describe, expect, it } from 'vitest'
import { confidenceOf, type FEATURES } from '../../extractors/confidence.ts'
import { diagnoses } from '../../extractors/diagnoses/index.ts'
import { classify } from '../../extractors/items/index.ts'
import { treatments } from '../../extractors/treatments/index.ts'
import vocabulary from '../../vocabulary/confidence.json' with { type: 'json' }

type Kind = keyof typeof FEATURES

/** What the table gives for just these features. */
const tabled = (of: Kind, ...features: string[]): number => {
  const row = vocabulary.rows.find(row => row.of === of && row.features.join() === features.join())
  return row!.value
}

describe('confidenceOf', () => {
  const none = { planned: false, uncued: false, general: false, broad: false, visit: false, drug: false }
  const plain = { ...none, unlisted: false, preceded: false, long: false }

  it.each([
    ['no feature: the last row', {}, []],
    ['one feature', { drug: true }, ['drug']],
    ['all features of a row must hold', { planned: true, broad: true }, ['planned', 'broad']],
    ['the first row that fits', { planned: true, visit: true }, ['visit']],
  ])('%s', (_, features, row) => {
    expect(confidenceOf('treatments', { ...plain, ...features })).toEqual({
      value: tabled('treatments', ...row),
      spans: [],
      rule: ['confidence', 'treatments', ...row].join('/'),
    })
  })
})

describe('diagnoses', () => {
  it.each<[string, string[]]>([
    ['The diagnoses have included lumbar strain.', []],
    ['The diagnoses have included neck and back pain.', ['joined']],
    ['The diagnoses have included tenosynovits of the wrist.', ['misspelt']],
    ['The diagnoses have included Zyxomol syndrome.', ['unknown']],
    ['Diagnoses: strain of muscle, fascia and tendon at neck level.', ['long']],
    ['An MRI was requested to rule out meniscal tear.', ['aside']],
  ])('%s', (text, features) => {
    const [first] = diagnoses.extract(text).diagnoses!
    expect(first!.confidence.value).toBe(tabled('diagnoses', ...features))
  })
})

describe('treatments', () => {
  it.each<[string, string[]]>([
    ['She has had physical therapy.', []],
    ['An MRI of the knee was requested.', ['planned']],
    ['A lumbar fusion was recommended.', ['planned', 'broad']],
    ['He was referred to a neurologist.', ['visit']],
    ['Treatment has included medications.', ['general']],
    ['He had a fluoroscopic cervical injection.', ['preceded']],
    ['Current medications include Naproxen.', ['drug']],
    ['Current medications include Zyxomol 5mg.', ['unlisted']],
    ['Current medications include Ketaprofen.', ['unlisted']],
  ])('%s', (text, features) => {
    const [first] = treatments.extract(text).treatments!
    expect(first!.confidence.value).toBe(tabled('treatments', ...features))
  })
})

describe('items', () => {
  it.each<[string, string[]]>([
    ['Physical therapy, 6 visits', []],
    ['Norco 10/325mg #60', ['drug']],
    ['Ketaprofen', ['misspelt']],
    ['Zyxomol 5mg #30', ['unclassed']],
    ['Zyxomol 10% cream', ['formed']],
    ['Evaluation', ['weak']],
    ['Zyxomol', ['unnamed']],
    ['Associated surgical service: cold therapy unit', ['associated']],
    [`Physical therapy ${'for the left knee and the right knee '.repeat(4)}`, ['long']],
  ])('%s', (text, features) => {
    expect(classify.extract(text).confidence!.value).toBe(tabled('disputedItems', ...features))
  })
})
