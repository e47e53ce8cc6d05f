import { CLEAN, letterPages, pagesOf, SECOND } from './clean.ts'
import { code, type HostileEntry, pdf, text } from './entry.ts'
import { writePdf } from './pdf/write.ts'

const ambiguous = code('E_AMBIGUOUS')
const fragment = code('E_FRAGMENT')

const from = (letter: string, words: string): string => letter.slice(letter.indexOf(words))
const until = (letter: string, words: string): string => letter.slice(0, letter.indexOf(words))

/** Without its header table, as in the oldest known letters of form D. */
const headless = (letter: string): string => from(letter, 'HOW THE IMR')

/** Alternating paragraphs, as two columns may come out. */
function interleaved(one: string, other: string): string {
  const [paragraphs, others] = [one.split('\n\n'), other.split('\n\n')]
  return paragraphs.flatMap((paragraph, at) => [paragraph, others[at] ?? '']).join('\n\n')
}

/** Several letters in one file. */
export const severalLetters: readonly HostileEntry[] = [
  text('two letters in one file', { records: 2 }, () => `${CLEAN}\n${SECOND}`),
  text('two letters, a page each', { records: 2 }, () => `${CLEAN}\f${SECOND}`),
  text('two letters, the second without its header', { records: 2, partial: 1 }, () => `${CLEAN}\n${headless(SECOND)}`),
  text('the same letter twice', { flagged: 'text/repeated' }, () => `${CLEAN}\n${CLEAN}`),
  text('150 letters, a page each', { records: 150 }, () =>
    Array.from({ length: 150 }, (_, at) => CLEAN.replace('9000077', String(9000100 + at))).join('\f'),
  ),
  pdf('two letters in one PDF', { records: 2 }, () => writePdf(pagesOf([...letterPages(), ...letterPages(SECOND)]))),
  text('a letter, and another without its beginning', ambiguous, () => `${CLEAN}\n${from(SECOND, 'CLINICAL')}`),
  text('two letters, paragraph by paragraph in turn', ambiguous, () => interleaved(CLEAN, SECOND)),
]

/** One letter in several files. */
export const letterParts: readonly HostileEntry[] = [
  text('the header of a letter', fragment, () => until(CLEAN, 'CLINICAL')),
  text('a letter up to its items', fragment, () => until(CLEAN, 'IMR ISSUES')),
  text('a letter from its items on', fragment, () => from(CLEAN, 'IMR ISSUES')),
  text('the last page of a letter', fragment, () => from(CLEAN, 'Aquatic therapy')),
]
