import { matchesOf, remembered, type Span, span, trimmed } from '../../document/index.ts'

// "…infection. The worker", "…infection.The worker", '…better." He': a full stop before a capital, even without a
// space, or before a date ("…intact. 11-02: less swollen"). The sentence continues after "5.5 mg", "No. 3" and "e.g. rest". At the end of a line the stop
// may be missing: "…no fracture She takes".
const STOP =
  /[.!?]["”')]{0,2}(?:\s+(?=["“(]?[A-Z]|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4}\b|(?=:| (?!(?:days?|hours?|months?|sessions|tablets|tabs|times|visits|weeks|wks|years)\b)[a-z])))|(?=[A-Z][a-z]))|(?<=[a-z\d)])\s+(?=(?:He|She|An) [a-zA-Z])/g
const ABBREVIATION =
  /\b(?:Drs?|Mrs?|Ms|Messrs|Mmes|No|Nos|vs|St|Ste|Mt|Ft|Prof|Sgt|Lt|Capt|Col|Rev|Hon|Gen|Univ|Dept|Orth|Ortho|Surg|Med|Inc|Ltd|Jr|Sr|approx|e\.g|i\.e)$|\b(?:Drs?|Mrs?|Ms|Prof)\. ?(?:[A-Z]\. ?)*[A-Z]$/i

// "Impression: 1. Wrist sprain. 2. Anxiety.", "Diagnoses: a. Wrist sprain b. Anxiety", "I. Gout. II. Asthma.": labels
// that begin the items of a list.
const LABEL = /(?:(?<opening>^|[:;,] ?|\. |(?<!\d)\.)|(?<word>[a-z]{2,12}) |[ (])(?<label>\d{1,2}|[ivx]{1,5}|[a-z])$/i
// "pain was at grade 1. He": a number that belongs to the word before it.
const NUMBERED_WORD =
  /^(?:class|day|factor|grade|level|month|number|page|phase|schedule|stage|step|table|tier|type|visit|week)$/i
/** How far behind a first label the second is looked for, in characters. */
const NEXT_LABEL = 300
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

// "depressive disorder NOS. He": not the plural of "No."
const isAbbreviated = (before: string): boolean => ABBREVIATION.test(before) && !/\bNOS$/.test(before)

/** The label after the one that precedes the full stop; `null` if none does. */
function labelAfter(before: string, expected: NextLabels, after: string): string | null {
  const { opening, word, label } = LABEL.exec(before)?.groups ?? {}
  if (label === undefined) return null
  const begins = /^(?:\d+|a|I)$/i.test(label)
  const next = nextLabel(label, expected)
  if (expected.includes(label) || (begins && opening !== undefined)) return next
  return word !== undefined && /^[1aAI]$/.test(label) && !NUMBERED_WORD.test(word) && hasLabel(after, next)
    ? next
    : null
}

/** Labels that may come next: the last one first, and that of the list in which its list is. */
type NextLabels = readonly string[]
/** How deep lists are inside lists: "1. Back: a. Strain. b. Spasm. 2. Gout." */
const DEPTH = 2

function nextLabel(label: string, expected: NextLabels): string | null {
  const roman = ROMANS.indexOf(label)
  if (roman === 0 || (roman > 0 && expected.includes(label))) return ROMANS[roman + 1] ?? null
  return /\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1)
}

/** "diagnosed with 1. Gout. 2. Asthma": a number after a word begins a list if the next number follows. */
const hasLabel = (after: string, label: string | null): boolean =>
  label !== null && [` ${label}. `, ` ${label}) `].some(each => after.includes(each))

/**
 * Maximum length of a sentence in characters; longer text without a full stop is cut at a space. The longest in any
 * real letter has 810. Some rules take quadratic time, which this limits.
 */
export const LONGEST_SENTENCE = 2000

/** The sentences of a folded text, in order and without surrounding spaces, for all who ask. */
export const sentences: (text: string) => readonly Span[] = remembered(sentencesOf, 200)

function sentencesOf(text: string): readonly Span[] {
  return stops(text)
    .flatMap(sentence => pieces(text, sentence))
    .map(({ start, end }) => trimmed(text, span(start, end)))
    .filter(({ start, end }) => end > start)
}

function stops(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  let expected: NextLabels = []
  for (const { 0: stop, index } of matchesOf(text, STOP)) {
    const before = text.slice(Math.max(start, index - 16), index)
    const next: string | null =
      stop[0] === '.' ? labelAfter(before, expected, text.slice(index, index + NEXT_LABEL)) : null
    if (next !== null) expected = [next, ...expected.filter(label => !isReplaced(label, next))].slice(0, DEPTH)
    if (next !== null || (stop[0] === '.' && isAbbreviated(before))) continue
    if (expected.some(label => text.startsWith(`${label}.`, index + stop.length))) continue
    spans.push(span(start, index + stop.length))
    start = index + stop.length
  }
  return [...spans, span(start, text.length)]
}

/** Whether a label belongs to the list that goes on with the next one: both are numbers, or neither is. */
const isReplaced = (label: string, next: string): boolean => /\d/.test(label) === /\d/.test(next)

function pieces(text: string, { start, end }: Span): Span[] {
  const cut: Span[] = []
  let from = start
  while (end - from > LONGEST_SENTENCE) {
    const space = text.lastIndexOf(' ', from + LONGEST_SENTENCE)
    const to = space > from ? space : from + LONGEST_SENTENCE
    cut.push(span(from, to))
    from = to
  }
  return [...cut, span(from, end)]
}
