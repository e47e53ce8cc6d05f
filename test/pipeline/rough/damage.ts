import { chances } from '../../../bench/mutations/chance.ts'
import type { CaseRecord } from '../../../document/index.ts'
import { fold } from '../../../pipeline/fold/index.ts'
import { VERBATIM } from '../../evidence.ts'
import { sourceOf } from '../../letters.ts'

/** A text with wrong characters, and the way back to the original. */
export interface Damaged {
  readonly text: string
  /** For each unit of `text`, and for its end, the corresponding unit of the clean text. */
  readonly origins: readonly number[]
}

/** What scans confuse. */
const ALIKE = ['O0oQ', 'lI1|i!', 'S5s', 'B8', 'Z2z', 'G6', 'gq9', 'ec', 'nhr', 'uv', 'ft', 'ao', '.,', ':;', '-~', '/l']

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Damages about `rate` of the visible characters, reproducibly for a seed: two in five become a lookalike, one any
 * letter, one is lost, and one gets an adjacent space.
 */
export function damage(text: string, rate: number, seed: number): Damaged {
  const chance = chances(seed)
  const units: string[] = []
  const origins: number[] = []
  for (const [at, character] of text.split('').entries()) {
    const damaged = /\s/.test(character) || chance() >= rate ? character : wrong(character, chance)
    for (const one of damaged) {
      units.push(one)
      origins.push(at)
    }
  }
  return { text: units.join(''), origins: [...origins, text.length] }
}

function wrong(character: string, chance: () => number): string {
  const kind = chance()
  if (kind < 0.4) return otherThan(character, ALIKE.find(group => group.includes(character)) ?? LETTERS, chance)
  if (kind < 0.6) return otherThan(character, LETTERS, chance)
  return kind < 0.8 ? '' : `${character} `
}

function otherThan(character: string, among: string, chance: () => number): string {
  const others = among.replace(character, '')
  return others[Math.floor(chance() * others.length)]!
}

/**
 * A record of a damaged text with the original words in its verbatim values, so that it is judged by what was found,
 * not by the spelling of the copy.
 */
export function restored(record: CaseRecord, clean: string, { text, origins }: Damaged): CaseRecord {
  const original = (value: string, pointer: string): string => {
    const places = record.evidence[pointer] ?? []
    const isRead = bare(places.map(({ start, end }) => text.slice(start, end)).join('')) === bare(value)
    // A character that was lost before the first one belongs to it.
    const pieces = places.map(({ start, end }) => clean.slice(start === 0 ? 0 : origins[start - 1]! + 1, origins[end]))
    return isRead ? fold(sourceOf(pieces.join('\n'))).text : value
  }
  const walk = (node: unknown, pointer: string): unknown => {
    if (typeof node === 'string') return VERBATIM.test(pointer) ? original(node, pointer) : node
    if (Array.isArray(node)) return node.map((child, at) => walk(child, `${pointer}/${at}`))
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child, `${pointer}/${key}`)]))
  }
  return { ...(walk(record, '') as CaseRecord), evidence: record.evidence }
}

const bare = (text: string): string => text.replace(/[\s-]/g, '')
