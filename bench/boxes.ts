import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Box, CaseRecord } from '../document/index.ts'
import { extractRecords, readLetter } from '../pipeline/index.ts'

/**
 * Distance in points between the boxes of evidence and those that poppler gives for the same words:
 *
 *     npm run boxes -- --letters FOLDER
 *
 * Poppler gives boxes of words, so only those edges of a box count that are edges of words too. Needs `pdftotext`.
 */
const { values } = parseArgs({
  options: { letters: { type: 'string', default: join(import.meta.dirname, '..', 'corpus', 'letters') } },
})

interface Word {
  readonly text: string
  readonly box: Box
}

/** The words of each page, with boxes from the lower left as in evidence. */
function wordsIn(path: string): Word[][] {
  const { stdout } = spawnSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  return stdout
    .split('<page ')
    .slice(1)
    .map(page => {
      const height = Number(/height="([\d.]+)"/.exec(page)![1])
      return Array.from(
        page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
        ([, x0, y0, x1, y1, text]) => ({
          text: plain(text!),
          box: [Number(x0), height - Number(y1), Number(x1), height - Number(y0)] as const,
        }),
      )
    })
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')

interface Difference {
  readonly across: number[]
  readonly up: number[]
}

function compare(record: CaseRecord, text: string, pages: readonly Word[][], found: Difference): void {
  for (const { start, end, page, boxes } of Object.values(record.evidence).flat()) {
    const words = pages[page - 1] ?? []
    const [first, last] = [boxes[0], boxes.at(-1)]
    if (!first || !last) continue
    const slice = text.slice(start, end)
    const isEdge = (at: number): boolean => /^\s?$/.test(text.charAt(at))
    const begins = isEdge(start - 1) && near(words, /^\S+/.exec(slice)![0], first, 0)
    const ends = isEdge(end) && near(words, /\S+$/.exec(slice)![0], last, 2)
    if (begins && (slice.search(/\s/) > 0 || isEdge(end))) note(found, first, begins.box, 0)
    if (ends && (slice.search(/\s/) > 0 || isEdge(start - 1))) note(found, last, ends.box, 2)
  }
}

function note(found: Difference, own: Box, other: Box, side: 0 | 2): void {
  found.across.push(Math.abs(own[side] - other[side]))
  found.up.push(Math.max(Math.abs(own[1] - other[1]), Math.abs(own[3] - other[3])))
}

/** The word with this text that is nearest to an edge of a box, on the same line. */
function near(words: readonly Word[], text: string, box: Box, side: 0 | 2): Word | undefined {
  const away = (word: Word): number => Math.abs(word.box[side] - box[side])
  return words
    .filter(word => word.text === text && word.box[1] < box[3] && word.box[3] > box[1])
    .sort((a, b) => away(a) - away(b))[0]
}

const found: Difference = { across: [], up: [] }
let boxes = 0
for (const name of readdirSync(values.letters).filter(one => one.endsWith('.pdf'))) {
  const path = join(values.letters, name)
  const source = await readLetter({ bytes: readFileSync(path), name })
  const pages = wordsIn(path)
  for (const record of extractRecords(source)) {
    boxes += Object.values(record.evidence).flat().length
    compare(record, source.text, pages, found)
  }
}

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN).toFixed(2)
process.stdout.write(
  `${boxes} places of values, ${found.across.length} edges compared; points apart at the median, 95th and 99th percentile, most\n`,
)
for (const [name, apart] of [
  ['sideways', found.across],
  ['up and down', found.up],
] as const) {
  const sorted = [...apart].sort((a, b) => a - b)
  process.stdout.write(`${name.padEnd(12)}${[0.5, 0.95, 0.99, 1].map(part => at(sorted, part).padStart(8)).join('')}\n`)
}
