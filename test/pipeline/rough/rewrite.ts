import type { SourceDocument } from '../../../document/index.ts'
import { fold } from '../../../pipeline/fold/index.ts'
import { isTermWord } from '../../../terminology/index.ts'
import { isEnglish } from '../../../terminology/lexicon.ts'
import { sourceOf } from '../../letters.ts'

/** How another program or page layout could have delivered the same letter. `chance` returns numbers in [0, 1). */
export type Rewriting = (letter: SourceDocument, width: number, chance: () => number) => string

/** The letter as one flow of words, without separate lines for headings and labels. */
const flowing: Rewriting = (letter, width) => wrap(unbroken(letter.text), width)

/** The same paragraphs in lines of another length. */
const rewrapped: Rewriting = (letter, width) =>
  paragraphsOf(letter)
    .map(paragraph => wrap(paragraph, width))
    .join('\n\n')

/** Words hyphenated at line ends. */
const hyphenated: Rewriting = (letter, width) =>
  paragraphsOf(letter)
    .map(paragraph => wrap(paragraph, width, true))
    .join('\n\n')

/** Other page breaks, with or without page numbers. */
const paged: Rewriting = ({ text }, _width, chance) => {
  let page = 1
  return text.replaceAll('\f', '\n').replace(/(?<=\S)\n(?=\S)/g, () => {
    if (chance() > 0.1) return '\n'
    page++
    return chance() > 0.5 ? '\f' : `\nPage ${page - 1} of 99\f`
  })
}

const HEADING = /^(?:HOW THE IMR .* MADE|CLINICAL CASE SUMMARY|DOCUMENTS REVIEWED|IMR .* RATIONALES?(?:\(S\))?)$/

/** Other page breaks, with the section heading repeated at the top of each page. */
const headed: Rewriting = ({ text }, _width, chance) => {
  const lines = text.replaceAll('\f', '\n').split('\n')
  let heading = ''
  return lines
    .map((line, at) => {
      const [above, own] = [lines[at - 1]?.trim() ?? '', line.trim()]
      if (HEADING.test(above)) heading = above
      const isInside = heading !== '' && own !== '' && above !== '' && ![above, own].some(one => HEADING.test(one))
      if (!isInside || chance() > 0.1) return line
      return `\f${heading}${chance() > 0.5 ? '' : ' (continued)'}\n${line}`
    })
    .join('\n')
}

const lines =
  (between: string): Rewriting =>
  ({ text }) =>
    text.replace(/\s*\n\s*/g, between)

const doubled: Rewriting = ({ text }) => text.replaceAll('\n', '\n\n')

const curly: Rewriting = ({ text }) =>
  text
    .replace(/(?<=^|[\s(])"/gm, '\u201c')
    .replaceAll('"', '\u201d')
    .replaceAll("'", '\u2019')

const spaces: Rewriting = ({ text }, _width, chance) =>
  text.replace(/(?<=\S) (?=\S)/g, () => ['  ', '\u00a0', ' \t', ' '][Math.floor(chance() * 4)]!)

const ligatures: Rewriting = ({ text }) =>
  text.replaceAll('ffi', '\ufb03').replaceAll('fi', '\ufb01').replaceAll('fl', '\ufb02')

const softHyphens: Rewriting = ({ text }, _width, chance) =>
  text.replace(/(?<=[a-z]{3})(?=[a-z]{3})/g, () => (chance() > 0.1 ? '' : '\u00ad'))

export const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  'one flow at another width': flowing,
  'paragraphs at another width': rewrapped,
  'words broken at the ends of lines': hyphenated,
  'other page breaks': paged,
  'headings again on top of pages': headed,
  'blank lines doubled': doubled,
  'no blank lines': lines('\n'),
  'a blank line after each line': lines('\n\n'),
  'curly quotes': curly,
  'doubled and no-break spaces': spaces,
  ligatures,
  'soft hyphens': softHyphens,
}

/** The text of the letter without its line ends. */
const unbroken = (text: string): string => fold(sourceOf(text)).text

/** What empty lines separate; if one follows every line, they separate nothing. */
function paragraphsOf({ text }: SourceDocument): string[] {
  const lines = text.replaceAll('\f', '\n')
  const isDouble = (lines.match(/\S\s*\n\s*\n/g)?.length ?? 0) > (lines.match(/\S[^\S\n]*\n(?=.*\S)/g)?.length ?? 0)
  const parts = isDouble ? [lines] : lines.split(/\n\s*\n/)
  return parts.map(unbroken).filter(paragraph => paragraph !== '')
}

/** A gap after a hyphen or a slash is the writer's own, which a line end would hide. */
const GAP = /(?<![-/]) /

function wrap(text: string, width: number, hyphens = false): string {
  const lines: string[] = ['']
  for (const word of text.split(GAP)) {
    const room = width - lines.at(-1)!.length - 1
    const [head, tail] = hyphens ? split(word, room) : ['', word]
    if (word.length <= room || lines.at(-1) === '') lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim()
    else if (head === '') lines.push(word)
    else {
      lines[lines.length - 1] += ` ${head}-`
      lines.push(tail)
    }
  }
  return lines.join('\n')
}

/**
 * Plain words are broken with at least three letters on either side. If the rest is a word too ("over-" + "night"), a
 * break could not be told from the writer's own hyphen.
 */
function split(word: string, room: number): readonly [head: string, tail: string] {
  const letters = /^[a-z]+(?=[.,;:]?$)/.exec(word)?.[0] ?? ''
  for (let at = Math.min(room - 1, letters.length - 3); at >= 3; at--) {
    const rest = letters.slice(at)
    if (!isEnglish(rest) && !isTermWord(rest)) return [word.slice(0, at), word.slice(at)]
  }
  return ['', word]
}
