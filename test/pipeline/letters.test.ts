import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../document/index.ts'
import { extractRecord, extractRecords } from '../../pipeline/index.ts'
import { evidenceFaults } from '../evidence.ts'
import { item, letterText, sourceOf } from '../letters.ts'

const FIRST = letterText()
const SECOND = letterText({ items: [item({ heading: 'A cane' }), item({ heading: 'A brace' })] })
const recordsIn = (text: string): CaseRecord[] => extractRecords(sourceOf(text))

/** What a record tells of the case. */
const told = ({ id: _id, source: { form }, evidence, messages, ...facts }: CaseRecord) => ({
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
    expect(recordsIn(text).map(told)).toEqual([FIRST, SECOND].map(letter => told(extractRecord(sourceOf(letter)))))
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

  it('say nothing of empty pages of the other', () => {
    const [first, second] = recordsIn(`${FIRST}\f\f${SECOND}`)
    const codes = [...first!.messages, ...second!.messages].map(({ code }) => code)
    expect(codes.filter(code => code === 'page/empty')).toHaveLength(1)
  })

  it('may be of any two forms', () => {
    const folder = new URL('../../corpus/letters/', import.meta.url)
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

describe('one letter', () => {
  it('stays one where a heading of it stands at the top of every page', () => {
    const again = FIRST.replace('CLINICAL CASE', '\fHOW THE IMR FINAL DETERMINATION WAS MADE\nCLINICAL CASE')
    expect(recordsIn(again)).toHaveLength(1)
  })

  it('is refused where its items stand alone', () => {
    expect(() => recordsIn(SECOND.slice(SECOND.indexOf('A cane')))).toThrow(
      expect.objectContaining({ code: 'E_FRAGMENT' }),
    )
  })
})
