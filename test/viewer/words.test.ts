import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseNumbersIn, matchOf } from '../../viewer/search/words.ts'

describe('what a person types', () => {
  it.each([
    ['lumbar epidural', '("lumbar") AND ("epidural")', null],
    ['"epidural steroid" injection', '("epidural steroid") AND ("injection")', null],
    ['epid*', '("epid" *)', null],
    ['massage OR acupuncture', '("massage" OR "acupuncture")', null],
    ['therapy -aquatic -"pool time"', '("therapy")', '"aquatic" OR "pool time"'],
    ['', null, null],
    [' *** -- "" ', null, null],
    ['OR', null, null],
    ['L4-5', '("L4-5")', null],
    ['say "unclosed', '("say") AND ("unclosed")', null],
    ['CM16-9000003 therapy', '("therapy")', null],
    ['-CM16-9000003', null, '"CM16-9000003"'],
    ['NEAR(a b) AND NOT', '("NEAR(a") AND ("b)")', null],
    ['mri AND knee', '("mri") AND ("knee")', null],
    ['mri NOT "lumbar spine" knee', '("mri") AND ("knee")', '"lumbar spine"'],
    ['mri AND NOT lumbar', '("mri")', '"lumbar"'],
    ['"AND" not -NOT', '("AND") AND ("not")', '"NOT"'],
  ])('%s', (typed, wanted, unwanted) => {
    expect(matchOf(typed, 'all')).toEqual({ wanted, unwanted })
  })

  it.each([
    ['CM16-9000003', ['CM16-9000003']],
    ['therapy cm16-9000003 "CM169000011"', ['CM16-9000003', 'CM16-9000011']],
    ['13-9000001', ['CM13-9000001', '13-9000001']],
    ['-CM16-9000003 CM16-90000 1-9000003', []],
  ])('names cases: %s', (typed, numbers) => {
    expect(caseNumbersIn(typed)).toEqual(numbers)
  })

  it('names the cases of every year by the digits alone', () => {
    const numbers = caseNumbersIn('therapy 9000003')
    expect(numbers).toEqual(expect.arrayContaining(['13-9000003', 'CM13-9000003', 'CM16-9000003', 'CM30-9000003']))
    expect(numbers.every(number => /^(?:CM)?[1-9]\d-9000003$/.test(number))).toBe(true)
    expect(matchOf('therapy 9000003', 'all').wanted).toBe('("therapy")')
    expect(caseNumbersIn('-9000003 900003 90000033')).toEqual([])
  })

  it('may be limited to one field', () => {
    expect(matchOf('knee -brace', 'item')).toEqual({ wanted: '{item} : (("knee"))', unwanted: '{item} : ("brace")' })
  })

  it('is always accepted by FTS5', () => {
    const database = new DatabaseSync(':memory:')
    database.exec(`create virtual table search using fts5(item, rationale, tokenize = 'porter unicode61')`)
    const ask = database.prepare('select count(*) as n from search where search match ?')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('all', 'item'), (typed, field) => {
        const { wanted, unwanted } = matchOf(typed, field as 'all')
        for (const query of [wanted, unwanted]) if (query !== null) expect(ask.get(query)).toEqual({ n: 0 })
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
