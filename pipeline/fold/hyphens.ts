import { isEnglish, isWord } from '../../terminology/index.ts'

/** What a hyphen before a gap is: a break inside a word, part of the word, or a suspended hyphen. */
export type Hyphen = 'break' | 'part' | 'end'

/**
 * Before these words a hyphen is the writer's own, even if the compound is often written as one word:
 * "anti-depressants".
 */
const STANDING = new Set('anti mid multi non post self x'.split(' '))

/** What can stand before a hyphen without being a word: "re-evaluation", "intra-articular". */
const PREFIXES = new Set(
  'bi co de electro ex extra hyper hypo infra inter intra macro micro mini neuro para peri pre pro re retro semi sub supra tri un'.split(
    ' ',
  ),
)

/**
 * Decides, within one letter, what a hyphen before a gap is. It breaks a word ("lum-" + "bar") only if the letter, or
 * else the language, has that word unhyphenated, or if one half is no word. It is kept where it belongs to the word
 * ("work-" + "related", "Non-" + "MTUS", "11-4-" + "16") and is suspended before "and" ("pre-" + "and post-operative").
 * A gap after a hyphen in the middle of a line is the writer's own unless there is evidence to the contrary ("Low Back-
 * Lumbar").
 */
export function hyphensOf(text: string): (before: string, next: string, atLineEnd: boolean) => Hyphen {
  let words: Words | undefined
  return (before, next, atLineEnd) => {
    if (/^(?:and|or|to)\b/.test(next)) return 'end'
    words ??= wordsOf(text)
    const head = /[a-z]+(?=-$)/i.exec(before)?.[0] ?? ''
    const tail = /^[a-z]+/i.exec(next)?.[0] ?? ''
    if (isOneCase(head, tail) && isBroken(words, head.toLowerCase(), tail.toLowerCase())) return 'break'
    return atLineEnd || isPart(words, head.toLowerCase(), tail.toLowerCase()) ? 'part' : 'end'
  }
}

/** What the letter itself writes within lines. */
interface Words {
  readonly whole: ReadonlySet<string>
  readonly compound: ReadonlySet<string>
}

function wordsOf(text: string): Words {
  const inLine = text.toLowerCase().replace(/(?<![a-z])[a-z]*-\s+[a-z]*/g, ' ')
  return {
    whole: new Set(inLine.match(/(?<![a-z-])[a-z]{2,}(?![a-z-])/g)),
    compound: new Set(inLine.match(/(?<![a-z-])[a-z]+-[a-z]+(?![a-z-])/g)),
  }
}

function isBroken({ whole, compound }: Words, head: string, tail: string): boolean {
  if (whole.has(head + tail)) return true
  if (compound.has(`${head}-${tail}`) || isEnglish(`${head}-${tail}`)) return false
  const isKnown = (word: string) => whole.has(word) || isWord(word)
  if (STANDING.has(head) && isKnown(tail)) return false
  return isKnown(head + tail) || !isKnown(tail) || !(isKnown(head) || PREFIXES.has(head))
}

const isPart = ({ compound }: Words, head: string, tail: string): boolean =>
  STANDING.has(head) || PREFIXES.has(head) || compound.has(`${head}-${tail}`) || isEnglish(`${head}-${tail}`)

/** "lum-" + "bar" and "DECI-" + "SIONS", but neither "Non-" + "MTUS" nor "EMG-" + "guided". */
const isOneCase = (head: string, tail: string): boolean =>
  head !== '' &&
  (tail === tail.toLowerCase() ? /^.[a-z]*$/.test(head) && tail !== '' : head + tail === (head + tail).toUpperCase())
