import { extname } from 'node:path/posix'
import type { CaseRecord, Rejection } from '../../document/index.ts'
import { isEnglish, isTermWord } from '../../terminology/index.ts'

/** A case number, or a meaningless name: "CM16-9000003.pdf", "0042.pdf", "3fa85f64.txt". */
const NUMBER = /^(?:cm\d{2}-\d{7}|\d{1,8}|[0-9a-f]{8,64})$/i
const DATE = /\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}|\d{4}[-_.]\d{2}[-_.]\d{2}|(?:19|20)\d{6}/

/**
 * Whether a file name may reveal the worker: it contains a date, or a word that is neither English nor medical
 * ("Underhollow_IMR_final.pdf").
 */
export function mayReveal(name: string): boolean {
  const base = name.slice(0, name.length - extname(name).length)
  if (DATE.test(base)) return true
  return base
    .split(/[^\p{L}\p{N}-]+|_/u)
    .filter(word => word !== '' && !NUMBER.test(word))
    .flatMap(word => word.match(/\p{L}{3,}/gu) ?? [])
    .some(word => !KNOWN.has(word.toLowerCase()) && !isWordOfLetters(word.toLowerCase()))
}

/** Words in file names that the English lexicon lacks. */
const KNOWN: ReadonlySet<string> = new Set(['imr', 'pdf', 'txt', 'ocr', 'stdin', 'mtus', 'odg', 'dwc', 'scan', 'fax'])

const isWordOfLetters = (word: string): boolean => isTermWord(word) || isEnglish(word)

/** Replaces a file name that may reveal the worker by the case number or the hash of the bytes. */
export function withPlainName<T extends CaseRecord | Rejection>(source: T): T {
  const { name } = source.source
  if (!mayReveal(name)) return source
  const known = 'caseNumber' in source ? source.caseNumber : null
  const plain = known ?? source.id.replace(/^\w+:/, '').slice(0, 16)
  return { ...source, source: { ...source.source, name: `${plain}${extname(name).toLowerCase()}` } }
}
