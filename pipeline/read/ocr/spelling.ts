import { isTermWord, isWord } from '../../../terminology/index.ts'
import { isDoubtful } from './again.ts'
import { withDigit, withLevel } from './levels.ts'
import type { OcrLine, OcrWord } from './lines.ts'

/**
 * Corrects words of which the engine was unsure where it confuses characters and exactly one reading is a word:
 * "Iilness" is "Illness", "NCYV" is "NCV", "L.4-L5" is "L4-L5", "«" before a line is a bullet. Digits of vertebrae are corrected wherever their neighbours decide. Other errors stay: the
 * nearest word would be "dismally" for "distally", and the writer's own misspellings would be lost.
 */
export const spelled = (lines: readonly OcrLine[]): OcrLine[] =>
  lines.map(line => {
    const words = line.words.map((word, at) => spelledWord(word, at, line.words[at + 1]))
    const texts = words.map(({ text }) => text)
    return { ...line, words: words.map((word, at) => ({ ...word, text: withDigit(texts, at) })) }
  })

function spelledWord(word: OcrWord, at: number, next: OcrWord | undefined): OcrWord {
  if (at === 0 && next && (BULLET.test(word.text) || (isDoubtful(word) && LIKE_BULLET.test(word.text))))
    return { ...word, text: '•' }
  if (!isDoubtful(word)) return word
  const text = withLevel(withDose(word.text), next?.text).replace(PART, part => withoutTwin(withStrokes(part)))
  return { ...word, text }
}

/** What the engine reads for a bullet, a character it does not know. Guillemets do not occur in English. */
const BULLET = /^[«»]$/
const LIKE_BULLET = /^[*+]$/

const PART = /[A-Za-z0-9|!]+/g

/** Characters that are a vertical stroke, some with a dot or a bar: any of them may be an l or an i. */
const STROKE = /[liIJT1|!]/

/** "Iilness", "Tliness", "Jowa", "Medica!": the word that other such characters make, if there is exactly one. */
function withStrokes(word: string): string {
  if (!/[A-Za-z]{3}/.test(word) || isWord(word.toLowerCase())) return word
  const words = Array.from(word).reduce<string[]>(
    (starts, character) =>
      (STROKE.test(character)
        ? starts.flatMap(start => [`${start}l`, `${start}i`])
        : starts.map(start => start + character)
      ).slice(0, MOST_WAYS),
    [''],
  )
  const [one, other] = words.filter(way => isWord(way.toLowerCase()))
  if (one === undefined || other !== undefined) return word
  // An i has a dot, so a stroke at the start that could be an i is a capital.
  return STROKE.test(word[0]!) && (one[0] === 'i' || /[A-Z]/.test(word[0]!))
    ? one[0]!.toUpperCase() + one.slice(1)
    : one
}

const MOST_WAYS = 64

/** Two readings of one character, one after the other: "NCYV", "ESISs", and "20186" for the year 2016. */
const TWIN = /Y(?=V)|S(?=s)|8(?=6)/

function withoutTwin(word: string): string {
  const single = word.replace(TWIN, '')
  const isTerm = isTermWord(single.toLowerCase().replace(/s$/, '')) || /^20\d\d$/.test(single)
  return isTerm && !isWord(word.toLowerCase()) ? single : word
}

/** "S0mg" and "1Omg": a dose consists of digits only. */
const withDose = (text: string): string =>
  text.replace(/^(\W?)([\dSO]{1,4})(?=m?c?g\b|ml\b)/, (all, before: string, digits: string) =>
    /\d/.test(digits) ? before + digits.replaceAll('S', '5').replaceAll('O', '0') : all,
  )
