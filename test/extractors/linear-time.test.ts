import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allExtractors } from '../../extractors/index.ts'

const VOCABULARY = join(import.meta.dirname, '..', '..', 'vocabulary')

/** Phrases that once took quadratic time, and others like them: the beginnings of lists, titles and references back. */
const PHRASES = [
  ...[
    'MRI of the ',
    'x-ray of the ',
    'the brace ',
    'physical therapy for the left knee and the ',
    'Norco 10/325mg #60 ',
  ],
  ...['Dr. ', 'MD, ', 'and ', 'vs ', 'or ', ', ', '; ', '1. ', '10 ', '(', '"', '#60 ', '5 mg ', 'M54.5 ', '1/2/16 '],
  ...['Section(s): ', 'page ', 'ODG, ', 'no ', 'not ', 'left ', 'of the ', 'status post ', 'Diagnoses: neck pain, '],
  ...['There is no documentation of ', 'The request is ', 'as the surgery is not ', 'twelve visits of '],
]

/** One in so many beginnings of the vocabularies' own terms and patterns is tried, too. */
const STRIDE = 400

function* stringsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node
  else if (typeof node === 'object' && node !== null) for (const value of Object.values(node)) yield* stringsIn(value)
}

/** The first words of every term, and of every alternative of a pattern. */
function beginnings(): string[] {
  const files = readdirSync(VOCABULARY, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json') && !name.startsWith('learned'))
    .sort()
  const strings = files.flatMap(name => [...stringsIn(JSON.parse(readFileSync(join(VOCABULARY, name), 'utf8')))])
  const words = strings
    .flatMap(text => text.split('|'))
    .map(text => /^(?:\(\?:|\\b|\()*([a-z][a-z-]+(?: [a-z][a-z-]+)?)/i.exec(text)?.[1])
  return [...new Set(words.filter(word => word !== undefined))].map(word => `${word} `)
}

const phrases = [...PHRASES, ...beginnings().filter((_, at) => at % STRIDE === 0)]

/** The least CPU milliseconds of two runs. */
function cost(act: () => unknown): number {
  const run = (): number => {
    const before = process.threadCpuUsage()
    act()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  return Math.min(run(), run())
}

const LENGTH = 12_000
const TIMES = 4
// Between linear (4) and quadratic (16).
const MOST = 8
/** Below this the ratio says nothing. */
const NOISE_MS = 30
const TRIES = 3

it('has phrases of the vocabularies', () => {
  expect(phrases.length).toBeGreaterThan(60)
})

it.each([...allExtractors.ofCase, ...allExtractors.ofItem])('$name takes linear time', { timeout: 120_000 }, one => {
  const ratio = (phrase: string): number => {
    const [short, long] = [LENGTH, TIMES * LENGTH].map(length => phrase.repeat(length / phrase.length))
    const least = cost(() => one.extract(short!))
    const most = cost(() => one.extract(long!))
    return most < NOISE_MS ? 0 : most / least
  }
  const slow = phrases.filter(phrase => Array.from({ length: TRIES }, () => phrase).every(again => ratio(again) > MOST))
  expect(slow).toEqual([])
})
