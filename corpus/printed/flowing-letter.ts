import { slashed } from '../compose/dates.ts'
import { compose } from '../compose/index.ts'
import type { Paragraph, TypeRun } from '../compose/paragraph.ts'
import { hasTable, type LetterSource, unmarked } from '../letter.ts'

/** A letter as a word processor or web page has it: flowing paragraphs, after a table if its form has one. */
export interface FlowingLetter {
  readonly name: string
  readonly table: readonly (readonly string[])[]
  readonly paragraphs: readonly Paragraph[]
}

export const flowingLetter = (letter: LetterSource): FlowingLetter => ({
  name: letter.name,
  table: tableOf(letter),
  paragraphs: compose(letter).map(flowing),
})

function tableOf(letter: LetterSource): readonly (readonly string[])[] {
  if (!hasTable(letter)) return []
  const { name, header } = letter
  return [
    ['Case Number:', name, '', ''],
    ['Date Assigned:', slashed(header.assigned), 'Date of Injury:', slashed(header.injury)],
    ['Decision Date:', slashed(header.decision), 'UR Denial Date:', slashed(header.urDenial)],
    ['Priority:', header.priority, 'Application Received:', slashed(header.applicationReceived)],
  ]
}

/** Each program breaks lines and pages in its own way. */
const flowing = (paragraph: Paragraph): Paragraph =>
  paragraph.style === 'empty'
    ? paragraph
    : { ...paragraph, runs: paragraph.runs.map(({ text, bold }): TypeRun => ({ text: unmarked(text), bold })) }
