import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../../document/index.ts'
import { extractRecord, extractRecords } from '../../../pipeline/index.ts'
import { evidenceFaults } from '../../evidence.ts'
import { item, letterText, sourceOf } from '../../letters.ts'

const FIRST = letterText()
const SECOND = letterText({ items: [item({ heading: 'A cane' }), item({ heading: 'A brace' })] })
const EMPTY = item({ heading: '[item]', claims: '', reviewer: '', rationale: '' })
const recordsIn = (text: string): CaseRecord[] => extractRecords(sourceOf(text))

/** What a record says about the case. */
const factsOf = ({ id: _id, source: { form }, evidence, messages, ...facts }: CaseRecord) => ({
  ...facts,
  form,
  pointers: Object.keys(evidence),
  codes: messages.map(({ code }) => code),
})

describe('several letters in a file', () => {
  it.each([
    ['one after the other', `${FIRST}\n\n${SECOND}`],
    ['from a new page on', `${FIRST}\f${SECOND}`],
    ['where the first ends on top of a page', `${FIRST.replace(/ necessary\.$/, '\fnecessary.')}\n\n${SECOND}`],
    ['below a stamp of the second', `${FIRST}\fRECEIVED 5/5/2016\n${SECOND}`],
  ])('%s', (_name, text) => {
    expect(recordsIn(text).map(factsOf)).toEqual(
      [FIRST, SECOND].map(letter => factsOf(extractRecord(sourceOf(letter)))),
    )
  })

  it('are numbered under the hash of the file', () => {
    const source = sourceOf(`${FIRST}\f${SECOND}`)
    expect(extractRecords(source).map(({ id }) => id)).toEqual([`${source.id}#1`, `${source.id}#2`])
    expect(recordsIn(FIRST).map(({ id }) => id)).toEqual([sourceOf(FIRST).id])
  })

  it('count offsets and pages in the whole file', () => {
    const source = sourceOf(`${FIRST}\f${SECOND}`)
    const records = extractRecords(source)
    expect(records.flatMap(record => evidenceFaults(source, record))).toEqual([])
    expect(records.map(record => record.evidence['/disputedItems/0/text']![0]!.page)).toEqual([1, 2])
    expect(records.map(record => record.source.pages)).toEqual([2, 2])
  })

  it('ignore empty pages of the other letter', () => {
    const [first, second] = recordsIn(`${FIRST}\f\f${SECOND}`)
    const codes = [...first!.messages, ...second!.messages].map(({ code }) => code)
    expect(codes.filter(code => code === 'page/empty')).toHaveLength(1)
  })

  it('may be of any two forms', () => {
    const folder = new URL('../../../corpus/letters/', import.meta.url)
    const texts = readdirSync(folder).filter(name => name.endsWith('.txt'))
    const letters = texts.map(name => readFileSync(new URL(name, folder), 'utf8'))
    expect(letters.length).toBeGreaterThan(3)
    for (const [at, letter] of letters.entries()) {
      const other = letters[(at + 1) % letters.length]!
      const numbers = (text: string) => recordsIn(text).map(({ caseNumber, source: { form } }) => [caseNumber, form])
      expect(numbers(`${letter}\f${other}`), texts[at]).toEqual([...numbers(letter), ...numbers(other)])
    }
  })
})

const FIELDS = ['Case Number', 'Date Assigned', 'Date of Injury', 'Decision Date', 'UR Denial Date', 'Priority']

const DENIAL = `Golden Poppy Utilization Management
NOTICE OF UTILIZATION REVIEW DETERMINATION
Decision Date: 01/01/2015 Date of Injury: 01/02/2014

The Request for Authorization dated 12/20/2014 was reviewed by our physician advisor.
Treatment requested: A wheelchair. Decision: NON-CERTIFIED. The request is not medically necessary.
If you disagree with the utilization review decision you may request an Independent Medical Review.`

const ASSIGNMENT = `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION
Date Assigned: 01/03/2015 Case Number: CM15-9900009

An application for independent medical review has been assigned to us. Please send, within 15 calendar days, the records
that bear on the disputed medical treatment. A physician reviewer will decide whether it is medically necessary.`

const COVER = `Dear Counsel:

Enclosed please find what was sent to us, Case Number: CM15-9900009, Decision Date: 01/01/2015, for your file. We have
looked into it and shall write to you next week about what can be done, and by when it has to be done.`

describe('one letter and other documents', () => {
  const HEADLESS = letterText({ header: '' })

  it.each([
    ['below a denial', FIRST, `${DENIAL}\n\n${FIRST}`],
    ['on the page behind a denial', FIRST, `${DENIAL}\f${FIRST}`],
    ['below a notice with the same head', FIRST, `${ASSIGNMENT}\n\n${FIRST}`],
    ['below a cover letter', FIRST, `${COVER}\n\n${FIRST}`],
    ['without a head, below a denial', HEADLESS, `${DENIAL}\n\n${HEADLESS}`],
    ['on the page before a denial', FIRST, `${FIRST}\f${DENIAL}`],
    ['on the page before two', FIRST, `${FIRST}\f${ASSIGNMENT}\f${DENIAL}`],
  ])('reads as alone %s', (_name, letter, text) => {
    expect(recordsIn(text).map(factsOf)).toEqual([factsOf(extractRecord(sourceOf(letter)))])
  })

  it('reads as alone below a denial with a labelled rationale', () => {
    const denial = `${DENIAL}\nDecision rationale: No need was shown.`
    expect(recordsIn(`${denial}\f${FIRST}`).map(factsOf)).toEqual([factsOf(extractRecord(sourceOf(FIRST)))])
  })

  it('keeps the number of its file', () => {
    expect(recordsIn(`${DENIAL}\n\n${FIRST}`)[0]!.id).toBe(sourceOf(`${DENIAL}\n\n${FIRST}`).id)
  })

  it('reads as alone if a denial is between two letters', () => {
    const records = recordsIn(`${FIRST}\f${DENIAL}\f${SECOND}`)
    expect(records.map(factsOf)).toEqual([FIRST, SECOND].map(letter => factsOf(extractRecord(sourceOf(letter)))))
  })

  it('does not count an empty form', () => {
    const empty = letterText({ header: '', credentials: '', summary: '', items: [EMPTY] })
    expect(() => recordsIn(`${FIRST}\f${empty}`)).toThrow(expect.objectContaining({ code: 'E_AMBIGUOUS' }))
  })
})

describe('one letter', () => {
  it('reports that its last page comes first, with items on it', () => {
    const at = SECOND.indexOf('A brace')
    const [{ status, disputedItems, messages }] = recordsIn(`${SECOND.slice(at)}\f${SECOND.slice(0, at)}`) as [
      CaseRecord,
    ]
    expect([status, disputedItems.map(({ text }) => text)]).toEqual(['partial', ['A cane']])
    expect(messages).toMatchObject([{ code: 'item/out-of-place', severity: 'error', pointer: '/disputedItems' }])
  })

  it('stays one if one of its headings is at the top of every page', () => {
    const again = FIRST.replace('CLINICAL CASE', '\fHOW THE IMR FINAL DETERMINATION WAS MADE\nCLINICAL CASE')
    expect(recordsIn(again)).toHaveLength(1)
  })

  it.each([
    ['nothing', ''],
    ['lines to write on', '________'],
    ['names in brackets', '[as cited]'],
  ])('is not one, nor part of one, with %s in place of its words', (_name, unfilled) => {
    const empty = letterText({
      header: FIELDS.map(field => `${field}: ${unfilled}`).join('\n'),
      credentials: `State(s) of Licensure: ${unfilled}\nCertification(s)/Specialty: ${unfilled}`,
      summary: unfilled,
      items: [
        item({
          heading: '[item]',
          outcome: ': [Upheld or Overturned]',
          claims: unfilled,
          reviewer: unfilled,
          rationale: unfilled,
        }),
      ],
    })
    expect(() => recordsIn(empty)).toThrow(expect.objectContaining({ code: 'E_NOT_A_LETTER' }))
  })

  it('is rejected if an article quotes one heading and an item', () => {
    const article = 'Under the heading CLINICAL CASE SUMMARY stand four lines of her life. Read for yourself. '
    expect(() => recordsIn(article + SECOND.slice(SECOND.indexOf('A cane')))).toThrow(
      expect.objectContaining({ code: 'E_FRAGMENT' }),
    )
  })

  it('is rejected if its items are alone', () => {
    expect(() => recordsIn(SECOND.slice(SECOND.indexOf('A cane')))).toThrow(
      expect.objectContaining({ code: 'E_FRAGMENT' }),
    )
  })
})
