import { describe, expect, it } from 'vitest'
import { wilson } from '../../../dataset/quality/rate.ts'
import { REST, startTally } from '../../../dataset/quality/tally.ts'
import { binName, binsOf } from '../../../dataset/report/charts/days.ts'
import { guidelineOf } from '../../../dataset/report/guideline.ts'
import { startStatistics } from '../../../dataset/report/statistics.ts'
import type { CaseRecord, Citation, DisputedItem } from '../../../document/index.ts'
import { recordOf } from '../support.ts'

const plain = recordOf('plain')
const itemOf = (change: Partial<DisputedItem>): DisputedItem => ({ ...plain.disputedItems[0]!, ...change })
const cite = (source: Citation['source'], title: string | null): Citation => ({
  source,
  title,
  year: null,
  sections: [],
  pages: null,
})
const side = (...citations: Citation[]): DisputedItem['reviewer'] => ({ basis: null, citations })

function statisticsOf(...records: readonly CaseRecord[]) {
  const sums = startStatistics()
  for (const record of records) sums.addRecord(record)
  return sums.statistics()
}

describe('reasons', () => {
  const of = (...codes: string[]): Pick<DisputedItem, 'reasons'> => ({
    reasons: codes.map(code => ({ code: code as DisputedItem['reasons'][number]['code'], confidence: 0.8 })),
  })
  const upheld = { decision: 'upheld' as const }
  const { reasons } = statisticsOf(
    recordOf('a', {
      disputedItems: [
        itemOf({ ...upheld, ...of('safety', 'request-unclear'), category: 'Surgery' }),
        itemOf({ ...upheld, ...of('request-unclear', 'safety'), category: 'Pharmaceuticals', subcategory: 'Opioids' }),
        itemOf({ ...upheld, ...of('safety'), category: 'Surgery' }),
        itemOf({ ...upheld, ...of() }),
        itemOf({ ...upheld, ...of(), rationale: null }),
        itemOf(of('criteria-met')),
      ],
    }),
  )

  it('are counted by decision, and as the decisive one', () => {
    expect(reasons.upheld).toEqual({
      name: 'upheld',
      items: 3,
      reasons: [
        { code: 'safety', items: 3, first: 2 },
        { code: 'request-unclear', items: 2, first: 1 },
      ],
    })
    expect(reasons.overturned).toMatchObject({ items: 1, reasons: [{ code: 'criteria-met', items: 1, first: 1 }] })
  })

  it('are counted by category and class of drug, for denials only', () => {
    expect(reasons.categories.map(({ name, items }) => [name, items])).toEqual([
      ['Surgery', 2],
      ['Pharmaceuticals', 1],
    ])
    expect(reasons.drugClasses.map(({ name }) => name)).toEqual(['Opioids'])
  })

  it('are counted in pairs, in either order', () => {
    expect(reasons.pairs).toEqual([{ codes: ['request-unclear', 'safety'], items: 2 }])
  })

  it('are reported missing if none was read, with or without a rationale', () => {
    expect(reasons.unread).toEqual({ upheld: 2, overturned: 0 })
  })
})

describe('statistics', () => {
  it('counts decisions by name, the most frequent first', () => {
    const items = [
      itemOf({ category: 'Surgery', decision: 'upheld' }),
      itemOf({ category: null }),
      itemOf({ category: 'Pharmaceuticals', subcategory: 'Opioids' }),
      itemOf({ category: 'Pharmaceuticals', subcategory: 'NSAID', decision: 'upheld' }),
      // An injection has sub-categories too, but is no class of drug.
      itemOf({ category: 'Injection', subcategory: 'Injection' }),
    ]
    const { categories, drugClasses, items: all } = statisticsOf(recordOf('a', { disputedItems: items }))
    expect(all).toEqual({ items: 5, overturned: 3 })
    expect(categories).toEqual([
      { name: 'Pharmaceuticals', items: 2, overturned: 1 },
      { name: 'Injection', items: 1, overturned: 1 },
      { name: 'Surgery', items: 1, overturned: 0 },
      { name: 'unknown', items: 1, overturned: 1 },
    ])
    expect(drugClasses.map(({ name }) => name)).toEqual(['NSAID', 'Opioids'])
  })

  it('counts drugs by ingredient, so that brands count with their generics', () => {
    const drug = (name: string, ...ingredients: string[]): Pick<DisputedItem, 'drug'> => ({
      drug: { name, strength: null, quantity: null, refills: null, ingredients },
    })
    const items = [drug('norco', 'hydrocodone', 'acetaminophen'), drug('tylenol', 'acetaminophen'), { drug: null }]
    const { ingredients } = statisticsOf(recordOf('a', { disputedItems: items.map(itemOf) }))
    expect(ingredients.map(({ name, items }) => [name, items])).toEqual([
      ['acetaminophen', 2],
      ['hydrocodone', 1],
    ])
  })

  it('counts a reviewer under each specialty, and once for all that the index does not have', () => {
    const certifications = [
      { text: 'Neurology', specialty: 'Neurology' },
      { text: 'Tree Surgery', specialty: null },
      { text: 'Rope Work', specialty: null },
    ]
    const { reviewers, specialties } = statisticsOf(
      recordOf('a', { reviewer: { statesOfLicensure: [], certifications } }),
      recordOf('b', { reviewer: { statesOfLicensure: [], certifications: [] } }),
    )
    expect(reviewers).toEqual([
      { name: 'Neurology', letters: 1 },
      { name: 'not in the index', letters: 1 },
      { name: 'unknown', letters: 1 },
    ])
    expect(specialties.map(({ items }) => items)).toEqual([1, 1, 1])
  })

  it('counts an item once for a guideline that is cited twice, and compares the sides', () => {
    const [knee, pain, odg] = [
      cite('MTUS', 'Knee Complaints'),
      cite('MTUS', 'Opioid Treatment'),
      cite('ODG', 'Knee, MRI'),
    ]
    const items = [
      itemOf({ claimsAdministrator: side(knee, knee), reviewer: side(pain, knee) }),
      itemOf({ claimsAdministrator: side(odg), reviewer: side(knee), decision: 'upheld' }),
      itemOf({ claimsAdministrator: side(), reviewer: side(knee) }),
      itemOf({ claimsAdministrator: side(knee), reviewer: side() }),
      itemOf({ claimsAdministrator: side(), reviewer: side() }),
    ]
    const { administratorCited, reviewerCited, agreement } = statisticsOf(recordOf('a', { disputedItems: items }))
    expect(administratorCited).toEqual([
      { name: 'MTUS: Knee Complaints', items: 2, overturned: 2 },
      { name: 'ODG: Knee & Leg', items: 1, overturned: 0 },
    ])
    expect(reviewerCited).toEqual([
      { name: 'MTUS: Knee Complaints', items: 3, overturned: 2 },
      { name: 'MTUS: Opioid Treatment', items: 1, overturned: 1 },
    ])
    expect(agreement.map(({ name }) => name)).toEqual([
      'both cite the same guideline',
      'neither cites one',
      'only the claims administrator cites one',
      'only the reviewer cites one',
      'they cite different guidelines',
    ])
  })

  it('measures days, and leaves out impossible dates', () => {
    const days = [10, 20, 20, 30, 400, -1, 4000]
    const records = days.map((days, at) => {
      const decision = new Date(Date.UTC(2016, 1, 1 + days)).toISOString().slice(0, 10)
      return recordOf(String(at), { dates: { ...plain.dates, urDenial: '2016-02-01', decision } })
    })
    const { denialToDecision, period } = statisticsOf(
      ...records,
      recordOf('x', { dates: { ...plain.dates, urDenial: null } }),
    )
    expect(denialToDecision).toMatchObject({ letters: 5, implausible: 2 })
    expect(denialToDecision.quantiles).toEqual({
      tenth: 10,
      quarter: 20,
      median: 20,
      threeQuarters: 30,
      nineTenths: 400,
    })
    expect(denialToDecision.days).toEqual([
      [10, 1],
      [20, 2],
      [30, 1],
      [400, 1],
    ])
    expect(period).toEqual({ first: '2016-01-31', last: '2027-01-14' })
  })

  it('counts rejections by code and reason', () => {
    const sums = startStatistics()
    const refuse = (code: 'E_EMPTY' | 'E_TYPE', reason: string) =>
      sums.addRejection({ id: plain.id, source: { name: 'a', bytes: 1 }, code, stage: 'read', reason })
    refuse('E_EMPTY', 'nothing but white space')
    refuse('E_TYPE', 'a PDF by name')
    refuse('E_TYPE', 'a PDF by name')
    expect(sums.statistics().refused).toEqual([
      { code: 'E_TYPE', reason: 'a PDF by name', inputs: 2 },
      { code: 'E_EMPTY', reason: 'nothing but white space', inputs: 1 },
    ])
  })
})

describe('guideline', () => {
  it.each([
    ['MTUS', 'Chronic Pain Medical Treatment', 'MTUS: Chronic Pain Medical Treatment'],
    ['MTUS', 'Chronic Pain Medical Treatment Guidelines', 'MTUS: Chronic Pain Medical Treatment'],
    ['MTUS', 'Chronic Pain Treatment Guidelines', 'MTUS: Chronic Pain Medical Treatment'],
    ['MTUS', 'Chronic Pain', 'MTUS: Chronic Pain'],
    ['MTUS', 'Forearm, Wrist & Hand Complaints', 'MTUS: Forearm, Wrist, and Hand Complaints'],
    ['MTUS', 'Acupuncture Treatment Guidelines', 'MTUS: Acupuncture Medical Treatment'],
    ['MTUS', 'Gardening', 'MTUS: Gardening'],
    ['MTUS', null, 'MTUS: no chapter named'],
    ['ODG', 'Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs', 'ODG: Low Back'],
    ['ODG', '14th Edition, 2016, Knee Chapter', 'ODG: Knee & Leg'],
    ['ODG', 'Forearm, Wrist and Hand (updated 12/20/16), Splints', 'ODG: Forearm, Wrist & Hand'],
    ['ODG', 'Shoulder, Surgery for pain', 'ODG: Shoulder'],
    ['ODG', 'Headlights', 'ODG: no chapter named'],
    ['ODG', null, 'ODG: no chapter named'],
    ['ACOEM', 'Initial care', 'ACOEM, outside the MTUS'],
    ['other', 'A paper nobody read', 'other sources'],
  ] as const)('%s %s is counted as %s', (source, title, name) => {
    expect(guidelineOf(cite(source, title))).toBe(name)
  })
})

describe('figures', () => {
  // Worked examples of the score interval, to four places.
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [49, 439, 0.0855, 0.1445],
  ])('the interval of %i in %i', (part, whole, low, high) => {
    const interval = wilson(part, whole)!
    expect(interval[0]).toBeCloseTo(low, 4)
    expect(interval[1]).toBeCloseTo(high, 4)
  })

  it('has no interval of nothing', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('bins days without losing a letter', () => {
    const days = [[3, 1], [31, 8], [44, 1], [900, 1]] as const // biome-ignore format: pairs
    const letters = 11
    const quantiles = { tenth: 31, quarter: 31, median: 31, threeQuarters: 31, nineTenths: 44 }
    const bins = binsOf({ from: 'urDenial', to: 'decision', letters, implausible: 0, quantiles, days })
    expect(bins.reduce((sum, bin) => sum + bin.letters, 0)).toBe(letters)
    expect(bins.at(-1)).toEqual({ from: 90, to: null, letters: 1 })
    expect(bins.slice(0, 2).map(binName)).toEqual(['0–9', '10–19'])
  })

  it('bounds what free text can fill', () => {
    const tally = startTally(() => ({ letters: 0 }), 2)
    for (const name of ['b', 'a', 'c', 'd', 'a']) tally.of(name).letters++
    expect(tally.entries()).toEqual([
      ['a', { letters: 2 }],
      [REST, { letters: 2 }],
      ['b', { letters: 1 }],
    ])
  })
})
