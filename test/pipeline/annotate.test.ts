import { describe, expect, it } from 'vitest'
import { caseRecord, found, span } from '../../document/index.ts'
import { allExtractors, type CaseExtractor } from '../../extractors/index.ts'
import { annotate, normalize, segment } from '../../pipeline/index.ts'
import { letterText, sourceOf } from '../letters.ts'

const letter = segment(sourceOf(letterText()))[0]!
const broken = <E extends { readonly name: string }>(extractor: E, name: string): E =>
  extractor.name === name
    ? {
        ...extractor,
        extract: () => {
          throw new Error('broken')
        },
      }
    : extractor

describe('an extractor that throws', () => {
  it.each([...allExtractors.ofCase, ...allExtractors.ofItem].map(({ name }) => name))(
    '%s costs a message, not the record',
    name => {
      const extractors = {
        ofCase: allExtractors.ofCase.map(one => broken(one, name)),
        ofItem: allExtractors.ofItem.map(one => broken(one, name)),
      }
      const record = normalize(annotate(letter, extractors))
      expect(caseRecord.safeParse(record).error).toBeUndefined()
      const isRead = name !== 'notice' && name !== 'documents'
      expect(record.messages.filter(({ code }) => code === 'extractor/threw')).toEqual(
        isRead ? [expect.objectContaining({ severity: 'error', reason: expect.stringContaining(name) })] : [],
      )
      expect(record.disputedItems[0]).toMatchObject({ text: 'Aquatic therapy for the left knee', decision: 'upheld' })
    },
  )
})

describe('an extractor of a user', () => {
  const plain: CaseExtractor = {
    name: 'plain',
    reads: 'summary',
    extract: text => ({ worker: { age: found<number>(17, span(0, text.length), 'plain/age') } }),
  }
  const withPlain = (place: (own: CaseExtractor, ofCase: readonly CaseExtractor[]) => CaseExtractor[]) =>
    normalize(annotate(letter, { ...allExtractors, ofCase: place(plain, allExtractors.ofCase) }))

  it('makes no record if it reads a value where the letter has no text', () => {
    const extract = (text: string) => ({
      worker: { age: found<number>(17, span(0, text.length + letter.source.text.length), 'plain/age') },
    })
    const beside = { ...allExtractors, ofCase: [{ ...plain, extract }, ...allExtractors.ofCase] }
    expect(() => normalize(annotate(letter, beside))).toThrow(/evidence/)
  })

  it('makes no record if its value is not of the schema', () => {
    const extract = (text: string) => ({ worker: { age: found<number>(1.5, span(0, text.length), 'plain/age') } })
    const beside = { ...allExtractors, ofCase: [{ ...plain, extract }, ...allExtractors.ofCase] }
    expect(() => normalize(annotate(letter, beside))).toThrow(/age/)
  })

  it('takes precedence over those after it', () => {
    const { worker, evidence } = withPlain((own, others) => [own, ...others])
    expect(worker).toMatchObject({ age: 17, sex: 'female' })
    expect(evidence['/worker/age']).toMatchObject([{ rule: 'plain/age' }])
  })

  it('and only fills gaps of those before it', () => {
    expect(withPlain((own, others) => [...others, own]).worker.age).toBe(41)
  })
})
