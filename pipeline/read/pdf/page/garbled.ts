import { isGibberish } from '../../../../terminology/index.ts'
import type { PieceFont } from '../drawing/piece.ts'
import type { Written } from './written.ts'

/**
 * Whether the text of a page differs from what the page shows, so that only its picture is reliable: fonts map glyphs
 * to characters, and some have no map or a wrong one. Fonts are checked individually, since one of them may be right.
 */
export function isGarbled(lines: readonly Written[]): boolean {
  const text = lines.map(line => line.text).join('\n')
  if (hasLostLetters(text) || isForeign(text) || isMixed(text) || hasNoLetters(text)) return true
  const fonts = new Map<PieceFont, string>()
  for (const line of lines)
    for (const { start, end, piece } of line.parts)
      fonts.set(piece.font, `${fonts.get(piece.font) ?? ''} ${line.text.slice(start, end)}`)
  if (fonts.size === 1 && COMMON.test(text)) return false
  return [...fonts.values()].some(own => !COMMON.test(own) && isLong(own) && isGibberish(own))
}

/** Function words, without which nobody writes three lines of English. */
const COMMON =
  /(?:^|\s)(?:the|of|and|is|for|to|in|was|not|a)\s(?:[\s\S]*?\s(?:the|of|and|is|for|to|in|was|not|a)\s){2}/i

/** Shorter text may be names and numbers. */
const isLong = (text: string): boolean => text.replace(/[^A-Za-z]/g, '').length > 60

/**
 * Letters and characters that do not occur in English: a font that is mapped to another alphabet, wholly or with a
 * shift.
 */
const FOREIGN = /[\u00a1-\u00bf\u00c0-\u1fff\u2600-\uffff]/g

function isForeign(text: string): boolean {
  const foreign = text.match(FOREIGN)?.length ?? 0
  return foreign > 60 && foreign > text.replace(/\s/g, '').length / 2
}

/** Letters of two alphabets in one word, which look alike: "the" with a Cyrillic "е". */
const MIXED = /[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]/g

const isMixed = (text: string): boolean => (text.match(MIXED)?.length ?? 0) > 60

/** Marks alone, such as "???? ???": a page of numbers has some words, and a line of dots is one character repeated. */
function hasNoLetters(text: string): boolean {
  const marks = text.match(/[^\sA-Za-z0-9._…-]/g)?.length ?? 0
  return marks > 200 && marks > text.replace(/\s/g, '').length * 0.8
}

/** Replacement and private-use characters; bullets are often among them. */
const LOST = /[\ufffd\ue000-\uf8ff]/g

/** Letters lost inside words, as ligatures are. */
const LOST_INSIDE = /[A-Za-z][\ufffd\ue000-\uf8ff]|[\ufffd\ue000-\uf8ff][a-z]/g

function hasLostLetters(text: string): boolean {
  const lost = text.match(LOST)?.length ?? 0
  if (lost === 0) return false
  return lost > text.replace(/\s/g, '').length * 0.05 || (text.match(LOST_INSIDE)?.length ?? 0) > 2
}
