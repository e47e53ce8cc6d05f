import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Which room may import which: only rooms above it, so that there can be no cycle. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  document: [],
  disk: [],
  terminology: ['document', 'vocabulary'],
  extractors: ['document', 'vocabulary', 'terminology'],
  pipeline: ['document', 'vocabulary', 'terminology', 'extractors'],
  evaluation: ['document'],
  workers: ['document', 'disk', 'vocabulary', 'pipeline'],
  corrections: ['document', 'disk', 'evaluation'],
  dataset: ['document', 'disk', 'vocabulary', 'terminology', 'workers', 'corrections'],
  viewer: ['document', 'pipeline', 'workers', 'corrections', 'dataset'],
  cli: ['document', 'disk', 'pipeline', 'evaluation', 'workers', 'corrections', 'dataset', 'viewer'],
  library: ['document', 'extractors', 'pipeline'],
  corpus: ['document', 'disk', 'vocabulary', 'evaluation', 'workers'],
  bench: ['document', 'disk', 'extractors', 'pipeline', 'corpus', 'workers', 'dataset', 'viewer'],
  training: ['document', 'evaluation', 'extractors', 'pipeline'],
  docs: ['document', 'dataset', 'evaluation'],
  install: [],
}

/** Pages of the viewer load single modules, and no door of a room. */
const SHARED_WITH_PAGE = 'document/format.ts'

/** Rooms that only compute: no disk, network, process, clock or randomness. */
const PURE = ['document', 'terminology', 'extractors']
const IMPURE =
  /from 'node:(?!crypto|zlib)|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bfetch\(/
/**
 * The exceptions: tables are read from inside libraries, scans go to external programs, and promises that pdf.js
 * abandons are watched for.
 */
const RIM = [
  'terminology/lexicon.ts',
  ...[
    'pdf/index',
    'pdf/read-library',
    'pdf/load',
    'pdf/checksums',
    'pdf/undecoded',
    'pdf/promises',
    'ocr/index',
    'ocr/installed',
    'ocr/bundled',
  ].map(name => `pipeline/read/${name}.ts`),
  'pipeline/checks/closing.ts',
]

/** Folders of data and pages, with one file for each letter, page or query. */
const LISTS = ['corpus/gold', 'corpus/letters', 'corpus/source', 'docs', 'docs/decisions', 'docs/queries']

const files = Object.keys(ROOMS).flatMap(room =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.includes('node_modules'))
    .map(name => ({ room, path: `${room}/${name}`, text: readFileSync(join(ROOT, room, name), 'utf8') })),
)

/** The project's own files that a file imports, relative to the root. */
const imports = ({ path, text }: { path: string; text: string }): string[] =>
  Array.from(text.matchAll(/(?:from |import |import\()'(\.[^']+)'/g), match =>
    relative(ROOT, join(ROOT, path, '..', match[1]!)),
  )

/** Import cycles, one for each import that closes a cycle. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (path: readonly string[]): void => {
    const file = path.at(-1)!
    const before = path.indexOf(file)
    if (before < path.length - 1) found.push(path.slice(before))
    else if (!done.has(file)) {
      for (const target of graph.get(file) ?? []) visit([...path, target])
      done.add(file)
    }
  }
  for (const file of graph.keys()) visit([file])
  return found
}

describe('rooms', () => {
  it.each(files.map(file => [file.path, file] as const))('%s keeps to its room', (_path, file) => {
    for (const target of imports(file)) {
      const [room] = target.split('/')
      if (target === 'package.json' || (file.path.startsWith('viewer/browser/') && target === SHARED_WITH_PAGE))
        continue
      if (room !== file.room) {
        expect(ROOMS[file.room], `${target} is out of reach`).toContain(room)
        const door = room === 'vocabulary' ? /\.json$/ : /^[a-z]+\/index\.ts$/
        expect(target, 'goes around the door').toMatch(door)
      }
    }
  })

  it.each(files.map(file => [file.path, file] as const))(
    '%s does not import the index of its own folder',
    (path, file) => {
      const own = imports(file).filter(
        target => basename(target) === 'index.ts' && path.startsWith(`${dirname(target)}/`),
      )
      expect(own).toEqual([])
    },
  )

  it('there are no import cycles, not even of types', () => {
    expect(circles(new Map(files.map(file => [file.path, imports(file)])))).toEqual([])
  })

  it('would find one', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'd.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', ['b.ts']],
    ])
    expect(circles(graph)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']])
  })

  it.each(files.filter(({ room }) => [...PURE, 'pipeline'].includes(room)).map(file => [file.path, file] as const))(
    '%s is pure',
    (path, { text }) => {
      if (!RIM.includes(path)) expect(text).not.toMatch(IMPURE)
    },
  )

  it.each(files.filter(({ room }) => room !== 'workers').map(file => [file.path, file] as const))(
    '%s does not use Redis',
    (_path, { text }) => {
      expect(text).not.toMatch(/from '(?:bullmq|ioredis)/)
    },
  )

  it('every room is in the table', () => {
    const known = new Set([...Object.keys(ROOMS), 'test', 'node_modules', 'dist', 'imr-out', 'imr-dataset'])
    const folders = readdirSync(ROOT, { withFileTypes: true }).filter(
      one => one.isDirectory() && !one.name.startsWith('.'),
    )
    expect(folders.map(one => one.name).filter(name => !known.has(name))).toEqual([])
  })

  it('no folder has more than 15 files of any type, except lists of letters, pages and queries', () => {
    const all = Object.keys(ROOMS).flatMap(room =>
      readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
        .filter(one => one.isFile() && !/node_modules|docs\/site\/(?:dist|pages|\.vitepress)/.test(one.parentPath))
        .map(({ parentPath }) => relative(ROOT, parentPath)),
    )
    const crowded = [...Map.groupBy(all, folder => folder)].filter(([, { length }]) => length > 15)
    expect(crowded.map(([folder]) => folder).sort()).toEqual(LISTS)
  })
})
