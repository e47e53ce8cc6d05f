import { expect, it } from 'vitest'
import { mayReveal, withPlainName } from '../../../dataset/mask/file-names.ts'
import type { CaseRecord } from '../../../document/index.ts'

it.each([
  'Underhollow_IMR_final.pdf',
  'Jane Underhollow.pdf',
  'underhollow-16.txt',
  'letter 04-17-1961.pdf',
  'dob_19610417.pdf',
  '2016-11-03.pdf',
  'IMR Núñez.pdf',
])('a name that may reveal the worker: %s', name => {
  expect(mayReveal(name)).toBe(true)
})

it.each([
  'CM16-9000003.pdf',
  '000.txt',
  '0042.pdf',
  '3fa85f64c0ffee12.pdf',
  'letter.txt',
  'final determination 2.pdf',
  'stdin',
  'd2-neck.txt',
  'IMR decision.PDF',
])('a meaningless name: %s', name => {
  expect(mayReveal(name)).toBe(false)
})

it('is replaced by the case number, or else the hash', () => {
  const record = { id: `sha256:${'ab'.repeat(32)}`, caseNumber: 'CM16-9000003', source: { name: 'Underhollow.PDF' } }
  expect(withPlainName(record as CaseRecord).source.name).toBe('CM16-9000003.pdf')
  expect(withPlainName({ ...record, caseNumber: null } as CaseRecord).source.name).toBe('abababababababab.pdf')
})
