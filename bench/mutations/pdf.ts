import { inflateSync } from 'node:zlib'
import type { Span } from '../../document/index.ts'
import type { Chance } from './chance.ts'

/** A kind of damage to the bytes of a file; null where this file cannot have it. */
export interface ByteMutation {
  readonly name: string
  readonly mutate: (bytes: Buffer, chance: Chance) => Buffer | null
}

const below = (count: number, chance: Chance): number => Math.floor(chance() * count)

const flipped = (bytes: Buffer, at: number, chance: Chance): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 1 << below(8, chance)
  return copy
}

/** Where a range of so many bytes may begin. */
const placeOf = (bytes: Buffer, length: number, chance: Chance): number =>
  below(Math.max(1, bytes.length - length), chance)

/** What befalls files on disks and lines. */
export const BYTE_MUTATIONS: readonly ByteMutation[] = [
  { name: 'a bit flipped', mutate: (bytes, chance) => flipped(bytes, below(bytes.length, chance), chance) },
  {
    name: 'a byte replaced',
    mutate: (bytes, chance) => {
      const copy = Buffer.from(bytes)
      copy[below(bytes.length, chance)] = below(256, chance)
      return copy
    },
  },
  {
    name: 'a block of zeros',
    mutate: (bytes, chance) => Buffer.from(bytes).fill(0, ...rangeOf(bytes, 256, chance)),
  },
  {
    name: 'bytes missing',
    mutate: (bytes, chance) => {
      const [start, end] = rangeOf(bytes, 64, chance)
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
    },
  },
  {
    name: 'bytes duplicated',
    mutate: (bytes, chance) => {
      const [start, end] = rangeOf(bytes, 64, chance)
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)])
    },
  },
  { name: 'end cut off', mutate: (bytes, chance) => bytes.subarray(0, below(bytes.length, chance)) },
  { name: 'a bit of a page flipped', mutate: flippedInPage },
  { name: 'the first bytes of a page zeroed', mutate: beheadedPage },
]

const rangeOf = (bytes: Buffer, most: number, chance: Chance): [start: number, end: number] => {
  const length = 1 + below(most, chance)
  const start = placeOf(bytes, length, chance)
  return [start, start + length]
}

/** A compressed stream that shows text, in a file that is not encrypted. */
function pageOf(bytes: Buffer, chance: Chance): Span | undefined {
  const pages = streamsIn(bytes).filter(({ start, end }) => showsText(bytes.subarray(start, end)))
  return pages[below(pages.length, chance)]
}

/** Without its first bytes a stream cannot even begin to be inflated. */
function beheadedPage(bytes: Buffer, chance: Chance): Buffer | null {
  const page = pageOf(bytes, chance)
  return page ? Buffer.from(bytes).fill(0, page.start, page.start + 2) : null
}

function flippedInPage(bytes: Buffer, chance: Chance): Buffer | null {
  const page = pageOf(bytes, chance)
  return page ? flipped(bytes, page.start + below(page.end - page.start, chance), chance) : null
}

const streamsIn = (bytes: Buffer): Span[] =>
  Array.from(
    bytes.toString('latin1').matchAll(/(?<!end)stream\r?\n([\s\S]*?)\r?\nendstream/g),
    ({ 0: all, 1: body, index }) => ({
      start: index + all.indexOf(body!),
      end: index + all.indexOf(body!) + body!.length,
    }),
  )

function showsText(stream: Uint8Array): boolean {
  try {
    return /\bT[jJ]\b/.test(inflateSync(stream, { maxOutputLength: 10_000_000 }).toString('latin1'))
  } catch {
    return false
  }
}
