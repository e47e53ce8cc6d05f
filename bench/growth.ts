import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allExtractors } from '../extractors/index.ts'
import { print } from './command.ts'

/**
 * How the cost of each extractor grows with its text, on repeated beginnings of lists, titles and terms:
 *
 *     npm run bench:growth
 *
 * Exits with 1 if one grows like a square. Times depend on what else the machine does, so this is no test.
 */
const VOCABULARY = join(import.meta.dirname, '..', 'vocabulary')

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

/** How many times as dear the longer text is; the least of several tries, as other work on the machine only adds. */
function growth({ extract }: (typeof extractors)[number], phrase: string): number {
  let least = Infinity
  for (let tried = 0; tried < TRIES && least > MOST; tried++) {
    const [short, long] = [LENGTH, TIMES * LENGTH].map(length => phrase.repeat(length / phrase.length))
    const [before, after] = [cost(() => extract(short!)), cost(() => extract(long!))]
    least = Math.min(least, after < NOISE_MS ? 0 : after / before)
  }
  return least
}

const extractors = [...allExtractors.ofCase, ...allExtractors.ofItem]
print(
  `CPU of a text ${TIMES} times as long, ${phrases.length} phrases repeated to ${LENGTH} characters; –: less than ${NOISE_MS} ms`,
)
for (const one of extractors) {
  const [worst] = phrases.map(phrase => ({ phrase, ratio: growth(one, phrase) })).sort((a, b) => b.ratio - a.ratio)
  const slow = worst!.ratio > MOST
  if (slow) process.exitCode = 1
  const shown = worst!.ratio === 0 ? '–' : worst!.ratio.toFixed(1)
  print(`${one.name.padEnd(36)}${shown.padStart(6)}${slow ? `  too slow on "${worst!.phrase}"` : ''}`)
}
